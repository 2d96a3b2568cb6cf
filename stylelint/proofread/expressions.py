r"""Expressions that can never match: what they ask for is not in any text as rules see it.

Rules see folded text block by block (see `Document.folded`), in which there is no “’”, no no-break
space and no line end.  An expression that must match one of those is dead.  What is told is certain:
an expression that is not told here may still match nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from stylelint import lazy
from stylelint.patterns import options
from stylelint.text import fold

_TOKEN = lazy.regex(
    r"""(?P<quoted>\\Q.*?(?:\\E|\Z))
      | (?P<flags>\(\?[imsU-]+\))
      | (?P<set>\[\^?\]?(?:\\[pP]\{\^?\w+\}|\\x\{\w+\}|\\.|\[:\^?\w+:\]|[^\]\\])*\])
      | (?P<open>\((?:\?(?:P?<\w+>|[imsU-]*:))?)
      | (?P<close>\)) | (?P<or>\|)
      | (?P<many>(?:[*+?]|\{\d+(?:,\d*)?\})\??)
      | (?P<edge>\\[bBAz]|\^|\$)
      | (?P<leaf>\\[pP]\{\^?\w+\}|\\[pP]\w|\\x\{[0-9a-fA-F]+\}|\\x[0-9a-fA-F]{2}|\\[0-7]{2,3}|\\.|.)""",
    re.VERBOSE | re.DOTALL,
)
_LAST_ASCII = 0x80
_PROBES = ("a", "7", " ", ".", "\x1a", "é")


@dataclass(slots=True)
class _Item:
    """A character, a class, an edge or a group of branches; `optional` where it may be left out."""

    text: str
    edge: bool = False
    branches: list[_Branch] = field(default_factory=list)
    optional: bool = False


@dataclass(slots=True)
class _Branch:
    """What must follow one another, and how it is written."""

    items: list[_Item] = field(default_factory=list)
    text: str = ""


def never(expression: str) -> Iterator[str]:
    """Yield why an expression, or one of its alternatives, can never match; nothing where it can.

    An alternative in curly quotes beside the same in straight ones does no harm and is left out.

    Args:
        expression: RE2 syntax, one that RE2 reads.
    """
    branches = _parse(list(_TOKEN.finditer(expression)), 0)[0]
    live = {branch.text for branch in branches if not _fault(branch, False)}
    for branch in branches:
        fault = _fault(branch, False)
        if fault and fold(branch.text) not in live:
            which = expression if len(branches) == 1 else branch.text
            yield f"“{which}” can never match: {fault}"


def always(expression: str) -> bool:
    """Tell whether an expression matches at least one character of any text."""
    found = (_compile(expression).finditer(probe.encode()) for probe in _PROBES)
    return all(any(match.end() > match.start() for match in matches) for matches in found)


def idle(expression: str) -> bool:
    """Tell whether an expression is found even where there is no text, so that it asks for nothing."""
    return _compile(expression).search(b"") is not None and _compile(expression).search(b"a") is not None


def _parse(tokens: list[re.Match[str]], at: int) -> tuple[list[_Branch], int]:
    """Parse up to a closing bracket; return the branches and the index of the token after it."""
    branches = [_Branch()]
    while at < len(tokens):
        kind, text = tokens[at].lastgroup, tokens[at][0]
        at += 1
        if kind == "close":
            break
        if kind == "or":
            branches.append(_Branch())
            continue
        items = branches[-1].items
        if kind == "open":
            inner, end = _parse(tokens, at)
            items.append(_Item(text, branches=inner))
            text += "".join(token[0] for token in tokens[at:end])
            at = end
        elif kind == "many":
            items[-1].optional = text[0] in "*?" or text.startswith(("{0}", "{0,"))
        elif kind == "quoted":
            items += [_Item(re.escape(char)) for char in text[2:].removesuffix("\\E")]
        elif kind != "flags":
            items.append(_Item(text, edge=kind == "edge"))
        branches[-1].text += text
    return branches, at


def _fault(branch: _Branch, behind: bool) -> str:
    """Return why a branch cannot match, "" where it may; `behind`: characters have been matched before it."""
    ended = ""
    for place, item in enumerate(branch.items):
        if item.optional:
            continue
        if item.edge:
            if item.text in ("^", "\\A") and behind:
                return f"nothing stands before “{item.text}”"
            if item.text == "\\b" and (fault := _no_edge(branch.items, place)):
                return fault
            ended = item.text if item.text in ("$", "\\z") else ended
            continue
        if fault := _unseen(item, behind):
            return fault
        if _consumes(item):
            if ended:
                return f"nothing stands after “{ended}”"
            behind = True
    return ""


def _unseen(item: _Item, behind: bool) -> str:
    if item.branches:
        faults = [_fault(branch, behind) for branch in item.branches]
        return faults[0] if all(faults) else ""
    if _seen(item.text):
        return ""
    plain = fold(item.text)
    hint = f"; write “{plain}”" if plain != item.text and len(plain) == 1 and plain != "\n" else ""
    return f"rules never see “{item.text}”{hint}"


def _consumes(item: _Item) -> bool:
    """Tell whether an item matches at least one character."""
    if item.optional or item.edge:
        return False
    return not item.branches or all(any(map(_consumes, b.items)) for b in item.branches)


def _no_edge(items: list[_Item], place: int) -> str:
    r"""Return why there is no `\b` at a place; RE2's knows the letters of ASCII only."""
    if not 0 < place < len(items) - 1:
        return ""
    before, after = items[place - 1], items[place + 1]
    if any(item.edge or item.optional or item.branches for item in (before, after)):
        return ""
    if _kinds(before.text) == _kinds(after.text) and len(_kinds(before.text)) == 1:
        return f"there is no “\\b” between “{before.text}” and “{after.text}”"
    return ""


@cache
def _kinds(leaf: str) -> frozenset[bool]:
    r"""Return whether the characters of a leaf are, for `\b`, of words (True), others (False), or both."""
    ascii_words = "".join(filter(str.isalnum, map(chr, range(_LAST_ASCII)))) + "_"
    others = "".join(c for c in _alphabet(0, 0x10000) if c not in ascii_words)
    program = _compile(leaf)
    texts = ((True, ascii_words), (False, others))
    return frozenset(kind for kind, text in texts if program.search(text.encode()))


@cache
def _seen(leaf: str) -> bool:
    """Tell whether a leaf matches a character that is left after folding."""
    program = _compile(leaf)
    # From the cheapest to the whole of Unicode; nearly all are in the first.
    ranges = ((0, _LAST_ASCII), (_LAST_ASCII, 0x10000), (0x10000, 0x110000))
    return any(program.search(_alphabet(*ends).encode()) for ends in ranges)


@cache
def _alphabet(start: int, end: int) -> str:
    """Return the characters of a range that stand in blocks as rules see them."""
    text = "".join(chr(code) for code in range(start, end) if not 0xD800 <= code < 0xE000)
    return fold(text).replace("\n", "")


def _compile(expression: str) -> Any:
    import re2

    return re2.compile(f"(?m){expression}".encode(), options())
