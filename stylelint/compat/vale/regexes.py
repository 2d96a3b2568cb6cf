r"""Regular expressions as Vale means them, run by RE2, or by the package `regex` where RE2 cannot.

Vale composes Go expressions and runs them with an engine that has look-around.  In it `\w`, `\d` and `\s`
know ASCII alone, while `\b` knows the letters of every script.  RE2 takes the syntax as it is, but its `\b`
knows ASCII alone; so what lies in a block with other letters is looked at again with the other engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from stylelint.patterns import options

TIMEOUT = 2.0
"""Seconds that the engine that can be slow is given for one search."""

_LOOKS = re.compile(r"\(\?(?:[=!>]|<[=!])|\\[1-9kG]|\(\?\(|[*+?}]\+")
_ANCHORS = re.compile(r"(?<!\[)\^|\$|\\[AzZ]|\(\?<?[=!]")
_WIDE = re.compile(r"[^\x00-\x7f]|\\[pPSWDxX]|\.|\[\^")
_CLASSES = {"w": "0-9A-Za-z_", "d": "0-9", "s": r"\t\n\f\r "}
_DIRECTIVE = re.compile(r"\(\?([imsU]*)(?:-([imsU]+))?\)")
_NAMED = re.compile(r"\(\?P?<([A-Za-z_]\w*)>")


class BadPattern(ValueError):
    """An expression that no engine takes; the message says why."""


class Pattern:
    """A compiled expression.

    Args:
        source: Go syntax, with look-around.
        group: whether its groups are asked for.

    Raises:
        BadPattern: it cannot be compiled.
    """

    def __init__(self, source: str, group: bool = False) -> None:
        self.source, self.group = source, group
        self.wide = bool(_WIDE.search(source))
        self.anchored = bool(_ANCHORS.search(source.replace("(?m)", "")))
        self.edges = r"\b" in source or r"\B" in source
        self.fast = None if _LOOKS.search(source.replace(r"\\", "")) else _re2(source, group)
        if self.fast is None:
            _ = self.slow

    @cached_property
    def slow(self) -> Any:
        """The program of the engine with look-around."""
        return _regex(self.source)

    @cached_property
    def loose(self) -> Any:
        """An RE2 program that matches wherever this does, and perhaps elsewhere; None where there is none."""
        if self.fast is not None:
            return self.fast
        stripped = without_looks(self.source)
        return None if stripped is None else _re2(stripped, False)

    def count(self, text: str) -> int:
        """Return how often it matches in a short text."""
        return len(self.texts(text))

    def texts(self, text: str) -> list[str]:
        """Return what it matches in a short text; of several groups, what each matched."""
        found: list[str] = self.slow.findall(text, timeout=TIMEOUT)
        return found

    def search(self, text: str) -> bool:
        """Tell whether it matches somewhere in a short text."""
        if self.fast is not None and (not self.edges or text.isascii()):
            return self.fast.search(text.encode()) is not None
        return self.slow.search(text, timeout=TIMEOUT) is not None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return the places of all matches in a short text."""
        if self.fast is not None and (text.isascii() or not self.edges):
            data = text.encode()
            found = [m.span() for m in self.fast.finditer(data)]
            if len(data) == len(text):
                return found
            return [(len(data[:a].decode()), len(data[:b].decode())) for a, b in found]
        return [m.span() for m in self.slow.finditer(text, timeout=TIMEOUT)]

    def matches(self, text: str) -> Iterator[Any]:
        """Yield the matches in a text, with groups, from the engine with look-around."""
        yield from self.slow.finditer(text, timeout=TIMEOUT)


@lru_cache(maxsize=4096)
def compiled(source: str, group: bool = False) -> Pattern:
    """Return a pattern, the same object for the same expression."""
    return Pattern(source, group)


def _re2(source: str, group: bool) -> Any:
    import re2

    chosen = options()
    chosen.never_capture = not group
    try:
        return re2.compile(source.encode(), chosen)
    except re2.error:
        return None


def _regex(source: str) -> Any:
    try:
        import regex
    except ImportError:
        raise BadPattern("look-around needs the package “regex”: pip install 'stylelint[vale]'") from None
    try:
        return regex.compile(translate(source), regex.VERSION0)
    except regex.error as error:
        raise BadPattern(str(error)) from None


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


def without_looks(source: str) -> str | None:
    """Return an expression without its look-around, None where that cannot be told apart."""
    out: list[str] = []
    at = 0
    while at < len(source):
        piece, after = _raw(source, at)
        if piece in ("(?=", "(?!", "(?<=", "(?<!"):
            depth, at = 1, after
            while depth and at < len(source):
                piece, at = _raw(source, at)
                depth += (piece.startswith("(")) - (piece == ")")
            if source[at : at + 1] in ("?", "*", "+", "{"):
                return None
            continue
        out.append(piece)
        at = after
    return "".join(out)


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
