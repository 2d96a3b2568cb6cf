"""Offsets in the UTF-8 of a text as code points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate, count
from operator import add
from typing import Any, TypeAlias

from stylelint.native import native
from stylelint.text import bounded

_TAIL = range(0x80, 0xC0)
"""Bytes of UTF-8 that are not the first of a character."""

_TAILS = bytes(_TAIL)
_MARKED = bytes(0 if byte in _TAIL else 1 for byte in range(256))


def points(text: str, base: int = 0) -> Callable[[int], int]:
    """Return a function from offsets in the UTF-8 of a text to code points.

    One search finds how many bytes before an offset begin no character.

    Args:
        text: the text.
        base: what is added to every place.
    """
    if text.isascii():
        return lambda offset: offset + base
    more = tails(text)
    return lambda offset: offset - bisect_left(more, offset) + base


def tails(text: str) -> list[int]:
    """Return where in the UTF-8 of a text bytes are that begin no character; there are so many of them
    before an offset as the offset is greater than the place in code points.
    """
    # Translated and split, a text gives up these bytes many times faster than to an expression.
    between = text.encode().translate(_MARKED).split(b"\x00")
    found = list(map(add, accumulate(map(len, between)), count()))
    found.pop()
    return found


_Spans: TypeAlias = tuple[tuple[int, int], ...]


@native
def placed(
    found: list[list[tuple[int, int]]], text: str, data: bytes, stretches: list[Any], words: bool, /
) -> list[tuple[int, int, _Spans]]:
    r"""Return matches, whose places are told in bytes, in code points.

    Empty ones are left out, as they may even lie inside a character.  A character that is cut (`\\C` can do
    that) does not count.

    Returns:
        Start, end and the spans of the whole and of its groups; (-1, -1) for one that took no part.

    Args:
        found: of each match the spans of the whole and of its groups, in the order of their starts.
        text: that holds what is looked at.
        data: what is looked at, in UTF-8.
        stretches: rows of start, end and maybe more: parts of the text, which one after the other are what is
            looked at.  A match that goes on in the next of them is placed as if the text did.
        words: whether a match may not begin or end inside a word.
    """
    rows = list[tuple[int, int, _Spans]]()
    at, before = 0, 0
    number, passed, first, last = 0, 0, 0, 0
    for spans in found:
        at, before = spans[0][0], before + _begun(data, at, spans[0][0])
        places = [_place(data, at, before, span) for span in spans]
        start, end = places[0]
        if start == end:
            continue
        while start - passed >= last - first:
            passed, (first, last), number = passed + last - first, stretches[number][:2], number + 1
        shift = first - passed
        moved = tuple((a + shift, b + shift) if a >= 0 else (a, b) for a, b in places)
        if not (words and _cuts(text, first, last, *moved[0])):
            rows.append((*moved[0], moved))
    return rows


def _place(data: bytes, at: int, before: int, span: tuple[int, int]) -> tuple[int, int]:
    """Return a span in characters, of which so many begin before a byte where it begins or later."""
    start, end = span
    return (before + _ended(data, at, start), before + _ended(data, at, end)) if start >= 0 else span


def _cuts(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Tell whether a match cuts a word at either end, where nothing stands beside `text[first:last]`."""
    before = max(first, start - 1)
    return not bounded(text[before : min(last, end + 1)], start - before, end - before)


def _begun(data: bytes, start: int, end: int) -> int:
    """Return how many characters begin in a stretch of UTF-8."""
    return len(data[start:end].translate(None, _TAILS))


def _ended(data: bytes, start: int, end: int) -> int:
    """Return the same without one that does not end there."""
    return _begun(data, start, end) - (end < len(data) and data[end] in _TAIL)
