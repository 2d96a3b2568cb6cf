"""The blocks of a draft laid end to end, so that a pattern is run once over all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from stylelint.compat.vale.html import Rows

GAP = "\n\x00\n"
"""Stands between two blocks; what matches over it matches in no block."""


class Cut(NamedTuple):
    """A block, or a sentence or paragraph of one.

    Attributes:
        text: its own.
        rows: where the text of `whole` stands in the source.
        start: where this text begins in that of the rows.
        scope, parent: the names of what it is, and of what it was cut from.
        off: what comments have switched off.
    """

    text: str
    rows: Rows
    start: int
    scope: tuple[str, ...]
    parent: tuple[str, ...]
    off: frozenset[str] = frozenset()


class Layer:
    """Blocks that are searched together.

    Args:
        cuts: in reading order.
    """

    def __init__(self, cuts: Iterable[Cut]) -> None:
        self.cuts = list(cuts)
        self.starts: list[int] = []
        self.counts: list[Mapping[str, int]] | None = None
        at = 0
        for one in self.cuts:
            self.starts.append(at)
            at += len(one.text) + len(GAP)
        self.text = GAP.join([one.text for one in self.cuts])
        self.wide = frozenset(
            index for index, one in enumerate(self.cuts) if not one.text.isascii() and _letters(one.text)
        )

    @cached_property
    def data(self) -> bytes:
        """The text in UTF-8."""
        return self.text.encode()

    @cached_property
    def _marks(self) -> tuple[list[int], list[int]]:
        """Where in bytes stretches that are not ASCII end, and how many bytes more than characters."""
        ends, extra, at, more = [], [0], 0, 0
        for found in _WIDE.finditer(self.text):
            size = len(found[0].encode())
            at = found.end() + more + size - len(found[0])
            more += size - len(found[0])
            ends.append(at)
            extra.append(more)
        return ends, extra

    def chars(self, offset: int) -> int:
        """Return the code point of an offset in bytes, which no match begins or ends inside of."""
        if len(self.data) == len(self.text):
            return offset
        ends, extra = self._marks
        return offset - extra[bisect_right(ends, offset)]

    def index(self, offset: int) -> int:
        """Return the number of the block at an offset in code points."""
        return bisect_right(self.starts, offset) - 1

    def spans(self, program: object) -> Iterator[tuple[int, int]]:
        """Yield the places of an RE2 program's matches, in code points."""
        if len(self.data) == len(self.text):
            for found in program.finditer(self.data):  # type: ignore[attr-defined]
                yield found.span()
            return
        for found in program.finditer(self.data):  # type: ignore[attr-defined]
            start, end = found.span()
            yield self.chars(start), self.chars(end)


_WIDE = re.compile(r"[^\x00-\x7f]+")
_WIDE_LETTER = re.compile(r"[^\W\x00-\x7f]")


def _letters(text: str) -> bool:
    """Tell whether a text has letters that are not ASCII."""
    return _WIDE_LETTER.search(text) is not None
