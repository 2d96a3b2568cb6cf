"""Which blocks begin with one of many words?  One look at the first letters of each block for all rules.

Page furniture is known by how a line begins.  Thousands of beginnings in an automaton cost milliseconds to
build and fill; a dictionary of their first letters costs nothing, and most blocks are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from stylelint.document import Document

MARKS = " •⦁▪■◆·*>»►▶▸→←«↓|[(_-"
"""What may stand before the first word of a block: bullets, arrows, brackets, emphasis."""

LONGEST = 16
"""Code points of a beginning that are looked at."""

LEAST = 3
"""A shorter beginning says too little."""

LONG = 6
"""Beginnings of so many code points are looked up by them: hundreds begin with “the”, as blocks do."""

_FEW = 100
"""So many stretches are held against all beginnings in turn sooner than a dictionary is made.

For 10,000 beginnings that takes 0.03 ms for each, and the dictionary 3 ms.
"""

_ENDS = "!?…"
"""What ends a sentence besides the full stop."""

CLOSING = ")\"'»] "
"""What may stand between the end of a sentence and the next one."""

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

    def __bool__(self) -> bool:
        return bool(self._wanted)

    def begun(self, heads: Sequence[str]) -> Iterator[tuple[int, Owner]]:
        """Yield the index of each stretch that begins so, as `plain` makes it, with who looks for it."""
        self._met += len(heads)
        if self._met <= _FEW:
            every = tuple(chain.from_iterable(openings for _, openings in self._wanted))
            for index in [index for index, head in enumerate(heads) if head.startswith(every)]:
                begins = heads[index].startswith
                yield from ((index, owner) for owner, openings in self._wanted if begins(openings))
            return
        for length, known in self._by_start.items():
            likely = [(index, head) for index, head in enumerate(heads) if head[:length] in known]
            for index, head in likely:
                openings = known[head[:length]]
                if head.startswith(openings):
                    for opening in filter(head.startswith, openings):
                        yield from ((index, owner) for owner in self._owners[opening])

    def of(self, head: str) -> Iterator[Owner]:
        """Yield who looks for what a stretch begins with, as `plain` makes it."""
        for length, known in self._by_start.items():
            for opening in filter(head.startswith, known.get(head[:length], ())):
                yield from self._owners[opening]

    @cached_property
    def _owners(self) -> dict[str, tuple[Owner, ...]]:
        """Who looks for each beginning."""
        owners: dict[str, tuple[Owner, ...]] = {}
        for owner, openings in self._wanted:
            alone = (owner,)  # once for thousands of words: what keeps house of memory looks at every tuple
            for opening in openings:
                owners[opening] = owners[opening] + alone if opening in owners else alone
        return owners

    @cached_property
    def _by_start(self) -> dict[int, dict[str, tuple[str, ...]]]:
        """Beginnings by so many first letters: long ones by more."""
        by_start: dict[int, dict[str, list[str]]] = {}
        for opening in self._owners:
            length = LONG if len(opening) >= LONG else LEAST
            by_start.setdefault(length, {}).setdefault(opening[:length], []).append(opening)
        return {length: {s: tuple(texts) for s, texts in known.items()} for length, known in by_start.items()}


def heads(document: Document) -> list[str]:
    """Return how each block begins, as `plain` has it."""
    text = document.folded
    found = [text[block.start : block.start + LONGEST].casefold() for block in document.blocks]
    for index in [index for index, head in enumerate(found) if head[:1] in MARKS]:
        block = document.blocks[index]
        found[index] = plain(text[block.start : block.end])
    return found


def in_sentences(document: Document, wanted: Openings) -> Iterator[tuple[int, Owner]]:
    """Yield the index of each block in which something stands so after the end of a sentence, with who looks.

    More than that: what stands after any stop, whatever blanks and closing signs are in between.
    """
    text = document.folded
    for sign in _ENDS:
        text = text.replace(sign, ".")
    parts = text.split(".")
    found = list(wanted.begun([part.lstrip(CLOSING)[:LONGEST].casefold() for part in parts[1:]]))
    stops = [before + at for before, at in enumerate(accumulate(map(len, parts)))] if found else []
    for index, owner in found:
        block = document.index_at(stops[index])
        if block >= 0:
            yield block, owner
