"""What a terminal needs: colours, widths of characters, and nothing that could steer it."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from stylelint import lazy
from stylelint.native import native

_COLOURS = {"path": "1", "error": "1;31", "warning": "1;33", "suggestion": "1;36", "dim": "2", "fix": "32"}
_TAB = 4
_STEERING = lazy.regex("[\\x00-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]")
"""Line ends and other controls, and the marks that turn the direction of writing."""
_NARROW = lazy.regex("[\\x00-\\xac\\xae-\\u02ff\\u2010-\\u2027\\u20a0-\\u20bf]*")
"""Letters of Latin script and the marks of its typography, each of which takes one column."""


def paint(text: str, what: str, colour: bool) -> str:
    """Return text in the colour for a level, a path, a fix; as it is without colour."""
    return f"\x1b[{_COLOURS[what]}m{text}\x1b[0m" if colour and text else text


def printable(text: str) -> str:
    """Return text on one line, with a sign for each character that would steer a terminal.

    One character for one: line ends and other controls, and the marks that turn the direction of
    writing, with which a draft could make a report show what is not there.
    """
    return text if text.isprintable() else _STEERING.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    char = found[0]
    if char < " ":
        return " " if char in "\t\n\r\x0b\x0c" else chr(0x2400 + ord(char))
    return "\ufffd"


@native
def is_narrow(text: str, /) -> bool:
    """Tell whether each character of a text is known to take one column; a tab is taken for one."""
    return _NARROW.fullmatch(text) is not None


def width(text: str) -> int:
    """Return how many columns a text without tabs takes: 0, 1 or 2 for each character."""
    return len(text) if is_narrow(text) else sum(map(_columns, text))


def fitting(text: str, room: int) -> int:
    """Return how many of the first characters of a text without tabs find room in so many columns."""
    if is_narrow(text):
        return min(len(text), room)
    used = accumulate(map(_columns, text))
    return next((number for number, columns in enumerate(used) if columns > room), len(text))


@cache
def _columns(char: str) -> int:
    import unicodedata

    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def without_tabs(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return a line with blanks for its tabs, and where `start` and `end` are in it now."""
    if "\t" not in line:
        return line, start, end
    head = _expand(line[:start], 0)
    middle = _expand(line[start:end], width(head))
    tail = _expand(line[end:], width(head) + width(middle))
    return head + middle + tail, len(head), len(head) + len(middle)


def _expand(text: str, column: int) -> str:
    parts: list[str] = []
    for index, part in enumerate(text.split("\t")):
        if index:
            blanks = _TAB - column % _TAB
            parts.append(" " * blanks)
            column += blanks
        parts.append(part)
        column += width(part)
    return "".join(parts)
