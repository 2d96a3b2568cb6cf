"""Which blocks of a document share a passage?  A cheap first look, done once for all rules that ask.

The text is cut at certain letters, so that the same words give the same cuts
wherever they stand (content-defined chunking, as in rsync's relatives); two blocks that share a cut of
some length are looked at closely by the check, all others never.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from stylelint.checks._phrases import lowered
from stylelint.document import Document

_LETTERS = "umc"
_LENGTH = 16
"""Code points from which a shared cut says something: about three words."""


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
    text = lowered(document)
    for letter in _LETTERS:
        # A line ends with a cut of its own, so that none runs from block to block.
        cuts = text.replace("\n", letter).split(letter)
        long = [cut for cut in cuts if len(cut) > _LENGTH]
        if len(set(long)) < len(long):
            for indexes in _holders(document, cuts, _twice(long)).values():
                for before, index in pairwise(indexes):
                    yield before, index
                    yield indexes[0], index


def _holders(document: Document, cuts: Sequence[str], repeated: set[str]) -> dict[str, list[int]]:
    """Return the indexes of the blocks that hold each repeated cut, in order, none twice."""
    holders: dict[str, list[int]] = {cut: [] for cut in repeated}
    ends = list(accumulate(map(len, cuts)))
    for number, cut in enumerate(cuts):
        if cut in repeated:
            # Each cut before it had one letter after it.
            index = document.index_at(ends[number] + number - len(cut) // 2 - 1)
            if index >= 0 and holders[cut][-1:] != [index]:
                holders[cut].append(index)
    return holders


def _twice(cuts: Iterable[str]) -> set[str]:
    return {cut for cut, times in Counter(cuts).items() if times > 1}
