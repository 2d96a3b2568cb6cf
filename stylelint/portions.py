"""Portions of a long draft, each of some whole blocks.

A draft as long as a library has every word somewhere.  So what stands in it is noted by portions, and an
expression is looked for only in those where it can match, as in so many drafts.
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from stylelint.document import Block, Document

_T = TypeVar("_T", bound=tuple[int, ...])

Place: TypeAlias = tuple[int, int, str]
"""Start, end and kind of a block."""

_LONG = 1 << 17
"""Code points of a draft that is taken apart."""

_SIZE = 1 << 10
"""Code points that a portion has at least: a few blocks, so that little is read beside what is looked for."""

_TOGETHER = 1 << 13
"""As soon as stretches have so many code points, they are read together; in bytes that is less than what
`patterns` reads at once.
"""


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

    def shifted(self, document: "Document") -> "tuple[Place, ...]":
        """Return where its blocks stand, and their kinds, as if the portion were all there is."""
        at, blocks = self.stretch.start, document.blocks[self.blocks.start : self.blocks.stop]
        return tuple([(start - at, end - at, kind) for start, end, kind, *_ in blocks])


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
    starts, block, start = [*map(itemgetter(0), blocks)], 0, 0
    while (block := bisect_left(starts, start + _SIZE, block + 1)) < len(blocks):
        cut = text.rfind("\n", blocks[block - 1].end, starts[block]) + 1
        if cut:
            yield block, cut
            start = cut


def bunches(stretches: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield stretches, rows that begin with start and end, as they are read together, in their order."""
    some, size = list[_T](), 0
    for stretch in stretches:
        some.append(stretch)
        size += stretch[1] - stretch[0]
        if size >= _TOGETHER:
            yield some
            some, size = [], 0
    if some:
        yield some
