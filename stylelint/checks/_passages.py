"""Which blocks of a document share a passage?  A cheap first look, done once for all rules that ask.

The text is cut at certain letters, so that the same words give the same cuts
wherever they stand (content-defined chunking, as in rsync's relatives); two blocks that share a cut of
some length, and the words around it, are looked at closely by the check, all others never.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import itemgetter

from stylelint.checks._phrases import small_data
from stylelint.document import Document

_LETTERS = (b"u", b"m", b"c")
_LENGTH = 16
"""Bytes from which a shared cut says something: about three words."""

_WINDOW = 500_000
"""So many bytes or more are cut at once."""

_PASSAGE = 32
"""Bytes that a shared cut has with what is the same beside it: fewer are a phrase, not eight words."""


def pairs(document: Document) -> tuple[tuple[int, int], ...]:
    """Return the pairs of block indexes that share a passage, in order; worked out once for a document.

    A block that shares it with many is paired with the first of them and the one before, which keeps
    the number of pairs in step with the size of the text.
    """
    known: tuple[tuple[int, int], ...] | None = document.__dict__.get("_passages")
    if known is None:
        known = tuple(sorted(set(_pairs(document))))
        document.__dict__["_passages"] = known
    return known


def _pairs(document: Document) -> Iterator[tuple[int, int]]:
    text = small_data(document)
    known: dict[int, tuple[int, int]] = {}
    here = there = (0, 0)
    for one, other, length in _shared(text):
        # A paragraph that stands there twice has many cuts, all as far apart from their twins; one that was
        # changed has others, but they too lie in the two lines that were paired last.
        start, end = known.get(other - one, (0, 0))
        if start <= one < end or (here[0] <= one < here[1] and there[0] <= other < there[1]):
            continue
        if _is_passage(text, one, other, length):
            first, second = (document.index_at(document.chars(at)) for at in (one, other))
            if -1 < first < second:
                here, there = _line(text, one), _line(text, other)
                before, after = min(one - here[0], other - there[0]), min(here[1] - one, there[1] - other)
                known[other - one] = one - before, one + after
                yield first, second


def _shared(text: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield two bytes at which the same cut begins, and its length, in the order of the second."""
    windows = list(_windows(text))
    # The cuts of a long draft are too many to be kept.
    kept = {letter: _cut(text, letter, windows[0]) for letter in _LETTERS} if len(windows) == 1 else {}
    letters: list[tuple[bytes, _Twins]] = []
    for letter in _LETTERS:
        several = (_cut(text, letter, window) for window in windows)
        if twice := _twice([kept[letter]] if kept else several):
            letters.append((letter, _Twins(twice)))
    for window in windows if letters else ():
        # All cuts of a line together, so that its twins are looked for once.
        found: list[tuple[int, int, int]] = []
        for letter, twins in letters:
            found += twins.add(window[0], kept[letter] if kept else _cut(text, letter, window))
        yield from sorted(found, key=itemgetter(1))


class _Twins:
    """Cuts at one letter that stand there more than once.

    Args:
        repeated: which they are.
    """

    def __init__(self, repeated: set[bytes]) -> None:
        self.repeated = repeated
        self._first: dict[bytes, int] = {}
        self._last: dict[bytes, int] = {}

    def add(self, start: int, cuts: Sequence[bytes]) -> list[tuple[int, int, int]]:
        """Return for each that stood there before: where, last and first, where it is now, and its length.

        Args:
            start: where the first of the cuts begins.
            cuts: all there are, also those that are not repeated.
        """
        first, last, at, before = self._first, self._last, start, 0
        found: list[tuple[int, int, int]] = []
        for number in compress(count(), map(self.repeated.__contains__, cuts)):
            # Each cut before it had one letter after it.
            at += sum(map(len, cuts[before:number])) + number - before
            cut, before = cuts[number], number
            if cut in last:
                found.append((last[cut], at, len(cut)))
                if first[cut] != last[cut]:
                    found.append((first[cut], at, len(cut)))
            else:
                first[cut] = at
            last[cut] = at
        return found


def _windows(text: bytes) -> Iterator[tuple[int, int]]:
    """Yield where stretches of whole lines begin and end, all of a short text in one."""
    start = 0
    while (end := text.find(b"\n", start + _WINDOW)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _cut(text: bytes, letter: bytes, window: tuple[int, int]) -> list[bytes]:
    """Return a stretch cut at a letter; a line ends with a cut, so that none runs from block to block."""
    start, end = window
    return text[start:end].replace(b"\n", letter).split(letter)


def _is_passage(text: bytes, one: int, other: int, length: int) -> bool:
    """Tell whether what is the same at two places is long enough, with what is the same beside it."""
    missing = _PASSAGE - length
    while missing > 0 and one and text[one - 1] == text[other - 1]:
        one, other, length, missing = one - 1, other - 1, length + 1, missing - 1
    one, other, missing = one + length, other + length, max(missing, 0)
    return text[one : one + missing] == text[other : other + missing]


def _line(text: bytes, at: int) -> tuple[int, int]:
    """Return where the line of a place begins and ends."""
    end = text.find(b"\n", at)
    return text.rfind(b"\n", 0, at) + 1, len(text) if end < 0 else end


def _twice(several: Iterable[list[bytes]]) -> set[bytes]:
    """Return the long cuts that stand there more than once."""
    seen: set[bytes] = set()
    twice: set[bytes] = set()
    for cuts in several:
        long = [cut for cut in cuts if len(cut) > _LENGTH]
        here = set(long)
        if len(here) < len(long):
            twice |= _again(long)
        if seen:
            twice |= seen & here
            seen |= here
        else:
            seen = here
    return twice


def _again(cuts: list[bytes]) -> set[bytes]:
    """Return what stands more than once in a list."""
    seen: set[bytes] = set()
    again: set[bytes] = set()
    for cut in cuts:
        (again if cut in seen else seen).add(cut)
    return again
