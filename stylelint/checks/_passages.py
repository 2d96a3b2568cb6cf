"""Which blocks of a document share a passage?  A cheap first look, done once for all rules that ask.

The text is cut at certain letters, so that the same words give the same cuts
wherever they stand (content-defined chunking, as in rsync's relatives); two blocks that share a cut of
some length, and the words around it, are looked at closely by the check, all others never.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, compress, count

from stylelint.document import Document

_LETTERS = (b"u", b"m", b"c")
_LENGTH = 16
"""Bytes from which a shared cut says something: about three words."""

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
    text = document.data.lower()
    known: dict[int, tuple[int, int]] = {}
    for one, other, length in chain.from_iterable(_shared(text, letter) for letter in _LETTERS):
        # A paragraph that stands there twice has many cuts, all as far apart from their twins.
        start, end = known.get(other - one, (0, 0))
        if not start <= one < end and _is_passage(text, one, other, length):
            known[other - one] = _beside(text, one, other)
            first, second = (document.index_at(document.chars(at)) for at in (one, other))
            if -1 < first < second:
                yield first, second


def _shared(text: bytes, letter: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield two bytes at which the same cut begins, and its length."""
    # A line ends with a cut of its own, so that none runs from block to block.
    cuts = text.replace(b"\n", letter).split(letter)
    long = [cut for cut in cuts if len(cut) > _LENGTH]
    if len(set(long)) == len(long):
        return
    repeated, starts = _twice(long), list(accumulate(map(len, cuts), initial=0))
    first: dict[bytes, int] = {}
    last: dict[bytes, int] = {}
    for number in compress(count(), map(repeated.__contains__, cuts)):
        cut, at = cuts[number], starts[number] + number  # each cut before it had one letter after it
        if cut in last:
            for before in {first[cut], last[cut]}:
                yield before, at, len(cut)
        last[cut] = at
        first.setdefault(cut, at)


def _is_passage(text: bytes, one: int, other: int, length: int) -> bool:
    """Tell whether what is the same at two places is long enough, with what is the same beside it."""
    missing = _PASSAGE - length
    while missing > 0 and one and text[one - 1] == text[other - 1]:
        one, other, length, missing = one - 1, other - 1, length + 1, missing - 1
    one, other, missing = one + length, other + length, max(missing, 0)
    return text[one : one + missing] == text[other : other + missing]


def _beside(text: bytes, one: int, other: int) -> tuple[int, int]:
    """Return the stretch around a place that lies in its line, and as far from another in the other's."""
    starts = [at - 1 - text.rfind(b"\n", 0, at) for at in (one, other)]
    ends = [len(text) if (end := text.find(b"\n", at)) < 0 else end for at in (one, other)]
    return one - min(starts), one + min(ends[0] - one, ends[1] - other)


def _twice(cuts: Sequence[bytes]) -> set[bytes]:
    """Return what stands there more than once."""
    seen: set[bytes] = set()
    twice: set[bytes] = set()
    for cut in cuts:
        (twice if cut in seen else seen).add(cut)
    return twice
