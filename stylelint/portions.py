"""Portions of a long draft, each of some whole blocks.

A draft as long as a library has every word somewhere.  So what stands in it is noted by portions, and an
expression is looked for only in those where it can match, as in so many drafts.
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stylelint.document import Block, Document

_LONG = 1 << 17
"""Code points of a draft that is taken apart."""

_SIZE = 1 << 13
"""Code points that a portion has at least: as many as an article."""

_MOST = 3
"""So many portions in a row are read as one, at most."""


class Stretch(NamedTuple):
    """A stretch of a document that begins after a line end.

    Attributes:
        start, end: in the prose, code points, end exclusive.
        first, last: the same in bytes of `Document.data`.
    """

    start: int
    end: int
    first: int
    last: int


class Portion(NamedTuple):
    """A stretch of a document, and the indexes of its blocks."""

    stretch: Stretch
    blocks: range

    def shifted(self, document: "Document") -> "tuple[Block, ...]":
        """Return its blocks, as if the portion were all there is."""
        from stylelint.document import Block

        at = self.stretch.start
        return tuple(
            tuple.__new__(Block, (start - at, end - at, *more))  # in half the time
            for start, end, *more in document.blocks[self.blocks.start : self.blocks.stop]
        )


def portions(document: "Document") -> Sequence[Portion]:
    """Return the portions of a long document, none for one that is not; worked out once."""
    if len(document.prose) < _LONG:
        return ()
    known: Sequence[Portion] | None = document.__dict__.get("_portions")
    if known is None:
        known = document.__dict__["_portions"] = tuple(_portions(document))
    return known


def _portions(document: "Document") -> Iterator[Portion]:
    at, start, blocks = 0, 0, 0
    for block, end in [
        *_cuts(document.folded, document.blocks),
        (len(document.blocks), len(document.folded)),
    ]:
        size = len(document.folded[start:end].encode())
        yield Portion(Stretch(start, end, at, at + size), range(blocks, block))
        at, start, blocks = at + size, end, block


def _cuts(text: str, blocks: "Sequence[Block]") -> Iterator[tuple[int, int]]:
    """Yield the index of the first block of each portion but the first, and where that begins."""
    starts, block, start = [block.start for block in blocks], 0, 0
    while (block := bisect_left(starts, start + _SIZE, block + 1)) < len(blocks):
        cut = text.rfind("\n", blocks[block - 1].end, starts[block]) + 1
        if cut:
            yield block, cut
            start = cut


def joined(every: Sequence[Portion], numbers: Iterable[int]) -> Iterator[Stretch]:
    """Yield the stretches of the portions with these numbers, which are in order; those in a row are one."""
    first = last = -1
    for number in numbers:
        if first < 0 or number > last + 1 or number >= first + _MOST:
            if first >= 0:
                yield _from(every[first].stretch, every[last].stretch)
            first = number
        last = number
    if first >= 0:
        yield _from(every[first].stretch, every[last].stretch)


def _from(one: Stretch, other: Stretch) -> Stretch:
    return Stretch(one.start, other.end, one.first, other.last)
