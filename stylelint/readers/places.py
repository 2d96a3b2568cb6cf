"""Turns offsets in the UTF-8 of a text into code points."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from itertools import accumulate

_TAILS = re.compile(rb"[\x80-\xbf]+")


class Places:
    """Knows after every stretch that is not ASCII how many more bytes than characters there are.

    Args:
        text: that a parser reads.
        shift: where the text begins in the source, in code points.
    """

    __slots__ = ("_ends", "_extra", "_shift")

    def __init__(self, text: str, shift: int) -> None:
        self._shift = shift
        self._ends: list[int] = []
        self._extra = [0]
        if not text.isascii():
            tails = [m.span() for m in _TAILS.finditer(text.encode())]
            self._ends = [end for _, end in tails]
            self._extra = [0, *accumulate([end - start for start, end in tails])]

    def at(self, offset: int) -> int:
        """Return the place in the source of an offset in the UTF-8 of the text."""
        if not self._ends:
            return offset + self._shift
        return offset - self._extra[bisect_left(self._ends, offset + 1)] + self._shift

    def around(self, offset: int) -> tuple[int, int, int]:
        """Return the stretch of offsets around one that are moved on alike, end exclusive, and how far."""
        index = bisect_left(self._ends, offset + 1)
        low = self._ends[index - 1] if index else 0
        high = self._ends[index] if index < len(self._ends) else sys.maxsize
        return low, high, self._shift - self._extra[index]
