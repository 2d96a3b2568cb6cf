"""Looks for the expressions that have too few letters to be known by."""

from __future__ import annotations

from collections.abc import Sequence
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
        self._anywhere, self._in_blocks = anywhere, in_blocks
        self._texts, self._blocks = (
            [Pattern(branch[0], case=False) for _, branch in every] for every in (anywhere, in_blocks)
        )

    def seen(self, document: Document) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the numbers of those that match, and blocks with the numbers of those that match in them."""
        self._read += len(document.folded)
        if self._read <= _FEW:
            return self._one_by_one(document)
        texts, blocks = self._several
        anywhere = [self._anywhere[place][0] for place in texts.matching(document.data)]
        found = blocks.among(block_data(document)) if self._in_blocks else []
        return anywhere, [(index, self._in_blocks[place][0]) for index, places in found for place in places]

    @cached_property
    def _several(self) -> tuple[Several, Several]:
        return (
            Several(f"(?mi){expression}" for _, (expression, *_) in self._anywhere),
            Several(f"(?mi){expression}" for _, (expression, *_) in self._in_blocks),
        )

    def _one_by_one(self, document: Document) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the same, each looked for where a factor of it stands, or everywhere if it has none."""
        anywhere, pairs = self._lookout.seen(document.folded, document.blocks)
        data, likely = block_data(document), set(anywhere)
        for place, (_, branch) in enumerate(self._in_blocks):
            pairs += [(index, place) for index in range(0 if branch[1] else len(data))]
        found = [
            number
            for place, (number, branch) in enumerate(self._anywhere)
            if (place in likely or not branch[1]) and self._texts[place].stands_in(document.data)
        ]
        return found, [
            (index, self._in_blocks[place][0])
            for index, place in pairs
            if self._blocks[place].stands_in(data[index])
        ]

    @cached_property
    def _lookout(self) -> Lookout:
        texts, blocks = (
            tuple(branch[1] for _, branch in every) for every in (self._anywhere, self._in_blocks)
        )
        return Lookout(texts, blocks, (), ())
