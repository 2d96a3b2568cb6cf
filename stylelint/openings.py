"""Which blocks begin with one of many words?  One look at the first letters of each block for all rules.

Page furniture is known by how a line begins.  Thousands of beginnings in an automaton cost milliseconds to
build and fill; a dictionary of their first letters costs nothing, and most blocks are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stylelint.document import Document

MARKS = " •⦁▪■◆·*>»►▶▸→←«↓|[(_-"
"""What may stand before the first word of a block: bullets, arrows, brackets, emphasis."""

LONGEST = 16
"""Code points of a beginning that are looked at."""

LEAST = 3
"""A shorter beginning says too little."""


def plain(opening: str) -> str:
    """Return a beginning as it is compared: casefolded, without marks before it, cut to `LONGEST`."""
    return opening.casefold().lstrip(MARKS)[:LONGEST]


class Openings:
    """The beginnings that somebody looks for.

    Args:
        wanted: beginnings, as `plain` makes them, of `LEAST` code points or more, each with who looks for it:
            two numbers, of which the first is a rule's.
    """

    def __init__(self, wanted: Iterable[tuple[str, tuple[int, int]]]) -> None:
        self._owners: dict[str, list[tuple[int, int]]] = {}
        by_start: dict[str, list[str]] = {}
        for opening, owner in wanted:
            if opening not in self._owners:
                by_start.setdefault(opening[:LEAST], []).append(opening)
            self._owners.setdefault(opening, []).append(owner)
        self._by_start = {start: tuple(openings) for start, openings in by_start.items()}

    def blocks(self, document: Document) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield the index of each block that begins so, with who looks for it."""
        known, owners = self._by_start, self._owners
        for index, head in enumerate(heads(document)):
            openings = known.get(head[:LEAST])
            if openings and head.startswith(openings):
                for opening in filter(head.startswith, openings):
                    for owner in owners[opening]:
                        yield index, owner


def heads(document: Document) -> list[str]:
    """Return how each block begins, as `plain` has it; worked out once for a document."""
    known: list[str] | None = document.__dict__.get("_heads")
    if known is None:
        text = document.folded
        known = [
            text[block.start : block.start + LONGEST].casefold()
            if text[block.start : block.start + 1].isalnum()
            else plain(text[block.start : block.end])
            for block in document.blocks
        ]
        document.__dict__["_heads"] = known
    return known
