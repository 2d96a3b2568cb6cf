"""Which blocks begin with one of many words?  One look at the first letters of each block for all rules.

Page furniture is known by how a line begins.  Thousands of beginnings in an automaton cost milliseconds to
build and fill; a dictionary of their first letters costs nothing, and most blocks are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from stylelint.document import Document

MARKS = " •⦁▪■◆·*>»►▶▸→←«↓|[(_-"
"""What may stand before the first word of a block: bullets, arrows, brackets, emphasis."""

LONGEST = 16
"""Code points of a beginning that are looked at."""

LEAST = 3
"""A shorter beginning says too little."""

_LONG = 6
"""Beginnings of so many code points are looked up by them: hundreds begin with “the”, as blocks do."""

_FEW = 8
"""So many blocks are looked at for each rule in turn sooner than a dictionary is made."""

Owner: TypeAlias = tuple[int, int]
"""Who looks for something: the index of a rule, and which of its needs it is."""


def plain(opening: str) -> str:
    """Return a beginning as it is compared: casefolded, without marks before it, cut to `LONGEST`."""
    return opening.casefold().lstrip(MARKS)[:LONGEST]


class Openings:
    """The beginnings that somebody looks for.

    Args:
        wanted: who looks for something, and for what:
            beginnings as `plain` makes them, of `LEAST` code points or more.
    """

    def __init__(self, wanted: Iterable[tuple[Owner, tuple[str, ...]]]) -> None:
        self._wanted = [(owner, openings) for owner, openings in wanted if openings]
        self._met = 0

    def blocks(self, document: Document) -> Iterator[tuple[int, Owner]]:
        """Yield the index of each block that begins so, with who looks for it."""
        if not self._wanted:
            return
        self._met += len(document.blocks)
        if self._met <= _FEW:
            for index, head in enumerate(heads(document)):
                yield from ((index, owner) for owner, openings in self._wanted if head.startswith(openings))
            return
        short, long = self._short, self._long
        for index, head in enumerate(heads(document)):
            if head.startswith(short.get(head[:LEAST], ())) or head.startswith(long.get(head[:_LONG], ())):
                yield from ((index, owner) for owner in self.of(head))

    def of(self, head: str) -> Iterator[Owner]:
        """Yield who looks for what a stretch begins with, as `plain` makes it."""
        for known in (self._short.get(head[:LEAST], ()), self._long.get(head[:_LONG], ())):
            for opening in filter(head.startswith, known):
                yield from self._owners[opening]

    @cached_property
    def _owners(self) -> dict[str, list[Owner]]:
        """Who looks for each beginning."""
        owners: dict[str, list[Owner]] = {}
        for owner, openings in self._wanted:
            for opening in openings:
                owners.setdefault(opening, []).append(owner)
        return owners

    @cached_property
    def _short(self) -> dict[str, tuple[str, ...]]:
        return _by_start((opening for opening in self._owners if len(opening) < _LONG), LEAST)

    @cached_property
    def _long(self) -> dict[str, tuple[str, ...]]:
        return _by_start((opening for opening in self._owners if len(opening) >= _LONG), _LONG)


def _by_start(openings: Iterable[str], letters: int) -> dict[str, tuple[str, ...]]:
    """Return beginnings by their first letters."""
    by_start: dict[str, list[str]] = {}
    for opening in openings:
        by_start.setdefault(opening[:letters], []).append(opening)
    return {start: tuple(known) for start, known in by_start.items()}


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
