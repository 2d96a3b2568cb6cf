"""Looks for the expressions that have too few letters to be known by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from stylelint.document import Document
from stylelint.lookout import Lookout
from stylelint.patterns import Pattern, Several, block_data
from stylelint.waiting import Branch

_FEW = 40_000
"""So many characters are searched for one expression after the other sooner than all are made into one."""


class Automaton:
    """Looks for branches; ask it about many documents.

    Args:
        anywhere: those that may match anywhere in a text, each with its number.
        in_blocks: those that must match in one of its blocks, as if that were all there is.
    """

    def __init__(
        self, anywhere: Sequence[tuple[int, Branch]], in_blocks: Sequence[tuple[int, Branch]]
    ) -> None:
        self._read = 0
        self._numbers = [number for number, _ in (*anywhere, *in_blocks)]
        self._branches = [branch for _, branch in (*anywhere, *in_blocks)]
        self._patterns = [Pattern(expression, case=False) for expression, *_ in self._branches]
        self._many = len(anywhere)

    def seen(self, document: Document) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the numbers of those that match, and blocks with the numbers of those that match in them."""
        matched, many = list(self._matching(document)), self._many
        return (
            [self._numbers[place] for place in matched if place < many],
            [pair for place in matched if place >= many for pair in self._where(document, place)],
        )

    def _matching(self, document: Document) -> Iterator[int]:
        """Yield the places of those that match somewhere in a document."""
        self._read += len(document.folded)
        if self._read > _FEW:
            yield from self._several.matching(document.data)
            return
        stand = {place for _, place in self._lookout.seen(document.folded, document.blocks)[1]}
        for place, (_, factors, _) in enumerate(self._branches):
            if (place in stand or not factors) and self._patterns[place].stands_in(document.data):
                yield place

    @cached_property
    def _several(self) -> Several:
        return Several(f"(?mi){expression}" for expression, *_ in self._branches)

    @cached_property
    def _lookout(self) -> Lookout:
        return Lookout((), tuple(factors for _, factors, _ in self._branches), (), ())

    def _where(self, document: Document, place: int) -> Iterator[tuple[int, int]]:
        for index, data in enumerate(block_data(document)):
            if self._patterns[place].stands_in(data):
                yield index, self._numbers[place]
