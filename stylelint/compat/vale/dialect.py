r"""Go's expressions, read piece by piece: as another engine takes them, and relaxed."""

from __future__ import annotations

import re

_CLASSES = {"w": "0-9A-Za-z_", "d": "0-9", "s": r"\t\n\f\r "}
_DIRECTIVE = re.compile(r"\(\?([imsU]*)(?:-([imsU]+))?\)")
_NAMED = re.compile(r"\(\?P?<([A-Za-z_]\w*)>")
_LOOKS = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
_ANCHORS = frozenset({"^", "$", r"\A", r"\z", r"\Z"})
_EDGES = frozenset({r"\b", r"\B"})


class BadPattern(ValueError):
    """An expression that no engine takes; the message says why."""


def translate(source: str) -> str:
    r"""Return a Go expression as `regex` reads it.

    Flags in mid-expression hold to the end of their group there; here each stretch they hold for becomes a
    group of its own.  `\Q…\E`, `\z`, `\x{…}` and the classes of ASCII are written out.
    """
    out: list[str] = []
    depth: list[list[str]] = [[]]
    at = 0
    while at < len(source):
        found = _DIRECTIVE.match(source, at)
        if found:
            flags = _flags(found)
            out.append(flags)
            depth[-1].append(flags)
            at = found.end()
            continue
        piece, at = _piece(source, at)
        if piece == "(" or piece.startswith("(?"):
            depth.append([])
        if piece == ")":
            piece = ")" * len(depth.pop()) + ")" if len(depth) > 1 else ")"
        elif piece == "|" and depth[-1]:
            piece = ")" * len(depth[-1]) + "|" + "".join(depth[-1])
        out.append(piece)
    return "".join(out) + ")" * len(depth[0])


def relaxed(source: str, *, anchors: bool = True, edges: bool = True) -> str | None:
    r"""Return an expression that matches wherever another does, and perhaps elsewhere.

    It has no look-around.  Where nothing follows what is looked ahead for, that is matched instead, and so is
    one sign that is looked behind for where nothing goes before it: a match then begins with the second sign
    of what is found, or behind its end, where another match has begun with its first.

    Args:
        source: the expression.
        anchors: whether `^`, `$` and their like are kept.
        edges: whether `\b` and `\B` are.

    Returns:
        None where its parts cannot be told apart.
    """
    parts = pieces(source)
    dropped = (frozenset() if anchors else _ANCHORS) | (frozenset() if edges else _EDGES)
    out: list[str] = []
    at = 0
    while at < len(parts):
        piece, start, at = parts[at], at, at + 1
        if piece not in _LOOKS and piece not in dropped:
            out.append(piece)
            continue
        at = _after_group(parts, at) if piece in _LOOKS else at
        if at < len(parts) and parts[at] in ("?", "*", "+", "{"):
            return None
        if piece == "(?=" and _is_last(parts, at) and _LOOKS.isdisjoint(parts[start + 1 : at]):
            out += ["(?:", *parts[start + 1 : at]]
        elif piece == "(?<=" and at == start + 3 and _is_first(parts, start):
            out.append(parts[start + 1])
    return None if r"\Q" in parts else "".join(out)


def _is_first(parts: list[str], at: int) -> bool:
    """Tell whether nothing is matched or looked at before a place but what other branches match."""
    while at:
        before = parts[at - 1]
        if before == "|":
            at = _begin(parts, at - 1)
        elif before in ("(", "(?:"):
            at -= 1
        elif before == ")" and parts[at - 2] in ("(?i", "(?m"):
            at -= 2
        else:
            return False
    return True


def _begin(parts: list[str], at: int) -> int:
    """Return where the branches begin of which one ends at a place."""
    depth = 0
    while at and depth >= 0:
        at -= 1
        depth += (parts[at] == ")") - parts[at].startswith("(")
    return at + (depth < 0)


def pieces(source: str) -> list[str]:
    """Return the parts of an expression as they stand: characters, escapes, sets, openings of groups."""
    found: list[str] = []
    at = 0
    while at < len(source):
        piece, at = _raw(source, at)
        found.append(piece)
    return found


def _after_group(pieces: list[str], at: int) -> int:
    """Return where the group ends whose inside begins at `at`."""
    depth = 1
    while depth and at < len(pieces):
        depth += pieces[at].startswith("(") - (pieces[at] == ")")
        at += 1
    return at


def _is_last(pieces: list[str], at: int) -> bool:
    """Tell whether nothing is matched after a place but what other branches match."""
    while at < len(pieces):
        if pieces[at] == "|":
            at = _after_group(pieces, at)
        elif pieces[at] == ")":
            at += 1
        else:
            return False
    return True


def _raw(source: str, at: int) -> tuple[str, int]:
    """Return the next piece of an expression as it stands."""
    end = at + 1
    if source[at] == "\\":
        end = at + 2
    elif source[at] == "[":
        end = _set(source, at)[1]
    elif source.startswith("(?", at):
        end = at + (4 if source.startswith(("(?<=", "(?<!"), at) else 3)
    return source[at:end], end


def _flags(found: re.Match[str]) -> str:
    on, off = found[1].replace("U", ""), (found[2] or "").replace("U", "")
    return f"(?{on}-{off}:" if off else f"(?{on}:" if on else "(?:"


def _piece(source: str, at: int) -> tuple[str, int]:
    """Return the next piece of an expression, as `regex` reads it, and where it ends."""
    char = source[at]
    if char == "\\":
        return _escape(source, at, False)
    if char == "[":
        return _set(source, at)
    named = _NAMED.match(source, at)
    if named:
        return f"(?P<{named[1]}>", named.end()
    if source.startswith("(?", at):
        end = at + 2
        while end < len(source) and source[end] in "imsU-":
            end += 1
        if source[end : end + 1] == ":":
            return source[at : end + 1].replace("U", ""), end + 1
        width = 4 if source.startswith(("(?<=", "(?<!"), at) else 3
        return source[at : at + width], at + width
    return char, at + 1


def _escape(source: str, at: int, inside: bool) -> tuple[str, int]:
    sign = source[at + 1 : at + 2]
    if sign == "Q":
        end = source.find(r"\E", at)
        end = len(source) if end < 0 else end
        return re.escape(source[at + 2 : end]), end + 2
    if sign in _CLASSES:
        return _CLASSES[sign] if inside else f"[{_CLASSES[sign]}]", at + 2
    if sign.lower() in _CLASSES and not inside:
        return f"[^{_CLASSES[sign.lower()]}]", at + 2
    if sign == "z":
        return r"\Z", at + 2
    braced = re.compile(r"\\x\{([0-9A-Fa-f]+)\}").match(source, at)
    if braced:
        return re.escape(chr(int(braced[1], 16))), braced.end()
    single = re.compile(r"\\([pP])([A-Z])").match(source, at)
    if single:
        return f"\\{single[1]}{{{single[2]}}}", single.end()
    wide = re.compile(r"\\[pP]\{[^}]*\}|\\x[0-9A-Fa-f]{2}").match(source, at)
    return (wide[0], wide.end()) if wide else (source[at : at + 2], at + 2)


def _set(source: str, at: int) -> tuple[str, int]:
    """Return a character set, its classes of ASCII written out."""
    out, begin = ["["], at
    at += 1
    if source[at : at + 1] == "^":
        out.append("^")
        at += 1
    first = True
    while at < len(source) and (source[at] != "]" or first):
        first = False
        if source.startswith("[:", at) and ":]" in source[at:]:
            end = source.index(":]", at) + 2
            out.append(source[at:end])
            at = end
        elif source[at] == "\\":
            piece, at = _escape(source, at, True)
            out.append(piece)
        else:
            out.append("\\[" if source[at] == "[" else source[at])
            at += 1
    if at >= len(source):
        raise BadPattern(f"missing closing ]: {source[begin:]}")
    return "".join(out) + "]", at + 1
