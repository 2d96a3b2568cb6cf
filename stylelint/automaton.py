"""The expressions that have too few letters to be known by, compiled into an automaton that looks for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stylelint.document import Document
from stylelint.patterns import Pattern, Several, block_data


class Automaton:
    """Looks for expressions; ask it about many documents.

    Args:
        anywhere: those that may match anywhere in a text, each with its number.
        in_blocks: those that must match in one of its blocks, as if that were all there is.
    """

    def __init__(self, anywhere: Sequence[tuple[int, str]], in_blocks: Sequence[tuple[int, str]]) -> None:
        self._anywhere = [number for number, _ in anywhere]
        self._in_blocks = [(number, Pattern(expression, case=False)) for number, expression in in_blocks]
        self._several = Several(f"(?mi){expression}" for _, expression in (*anywhere, *in_blocks))

    def seen(self, document: Document) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the numbers of those that match, and blocks with the numbers of those that match in them."""
        matched, many = self._several.matching(document.data), len(self._anywhere)
        return (
            [self._anywhere[place] for place in matched if place < many],
            [pair for place in matched if place >= many for pair in self._where(document, place - many)],
        )

    def _where(self, document: Document, place: int) -> Iterator[tuple[int, int]]:
        number, pattern = self._in_blocks[place]
        for index, data in enumerate(block_data(document)):
            if pattern.stands_in(data):
                yield index, number
