"""How blocks begin: page furniture is known by that."""

from __future__ import annotations

from collections.abc import Iterable

MARKS = " •⦁▪■◆·*>»►▶▸→←«↓|[(_-"
"""What may stand before the first word of a block: bullets, arrows, brackets, emphasis."""

BEFORE = r"[ •⦁▪■◆·*>»►▶▸→←«↓|\[(_-]*"
START = f"^ *{BEFORE}"
"""Expressions for such marks, and for the start of a block with them."""

END = r"[ .!…»«›>→►▶↓|*\])_-]*$"
"""The end of a block, and what marks may stand after its last word."""

LONGEST = 16
"""Code points of a beginning that are looked at."""

LEAST = 3
"""A shorter beginning says too little."""

LONG = 6
"""A shorter beginning of a sentence that is not the first of its block says too little."""

CLOSING = ")\"'»] "
"""What may stand between the end of a sentence and the next one."""


def plain(opening: str) -> str:
    """Return a beginning as it is compared: casefolded, without marks before it, cut to `LONGEST`."""
    return opening.lstrip(MARKS)[:LONGEST].casefold()[:LONGEST]


class Openings:
    """The beginnings that somebody looks for.

    Args:
        wanted: who looks for something, by number, and for what: beginnings as `plain` makes them, of `LEAST`
            code points or more.
    """

    def __init__(self, wanted: Iterable[tuple[int, Iterable[str]]]) -> None:
        self._numbers: dict[str, tuple[int, ...]] = {}
        for number, openings in wanted:
            more: dict[str, tuple[int, ...]] = dict.fromkeys(openings, (number,))
            for again in self._numbers.keys() & more.keys():
                more[again] = (*self._numbers[again], number)
            self._numbers.update(more)
        self._lengths: dict[str, set[int]] = {}
        for opening in self._numbers:
            self._lengths.setdefault(opening[:LEAST], set()).add(len(opening))

    def of(self, head: str) -> list[int]:
        """Return who looks for what a stretch begins with, as `plain` makes it."""
        lengths = self._lengths.get(head[:LEAST])
        if lengths is None:
            return []
        known = self._numbers
        return [number for length in lengths for number in known.get(head[:length], ())]
