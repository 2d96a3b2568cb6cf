"""How alike are the blocks of a document that share a passage?  Worked out once for all rules that ask."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from stylelint import lazy
from stylelint.anatomy.credits import credit_tail
from stylelint.checks._passages import pairs
from stylelint.checks._phrases import small
from stylelint.document import Block, Document
from stylelint.text import OPAQUE

_RELATED = 0.3
"""Texts that share less than this share of the shorter have no more in common than a phrase."""

_KEPT = 1 << 20
"""So many code points in all may the texts have that are kept as they were read: some 20 MB."""

_WORD = lazy.regex(r"\w++(?:['-]\w++)*+")


class Copies(NamedTuple):
    """How alike two texts are.

    Attributes:
        exact: they are the same but for blanks.
        share: of all their runs of three words, how many both have (Jaccard's index), 0 to 1.
        inside: of the runs of the shorter, how many the longer has, 0 to 1.
        shorter: words in the shorter.
        longer: words in the longer.
    """

    exact: bool
    share: float
    inside: float
    shorter: int
    longer: int


class Reading:
    """What a text is compared by, worked out when first asked for: two that are the same need no look at it.

    Args:
        text: in lower case.

    Attributes:
        text: as it was given.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @property
    def words(self) -> int:
        """How many words it has."""
        return self._read[0]

    @property
    def runs(self) -> set[int]:
        """Its runs of three words, as numbers: the words themselves take ten times the room."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[int, set[int]]:
        tokens = words(self.text)
        return len(tokens), set(map(hash, zip(tokens, tokens[1:], tokens[2:], strict=False)))


class Twins(NamedTuple):
    """Two blocks that share a passage.

    Attributes:
        first, second: indexes of the blocks, in reading order.
        sizes: of their texts without a credit at the end, in code points.
        credited: whether each ends in a credit, or has one in the next block.
        copies: how alike the texts without credits are.
    """

    first: int
    second: int
    sizes: tuple[int, int]
    credited: tuple[bool, bool]
    copies: Copies


def twins(document: Document, roles: Collection[str] | None) -> list[Twins]:
    """Return the blocks of some roles that share a passage, in order; each two are compared once.

    Args:
        document: the draft.
        roles: what both blocks may be; None for anything.
    """
    known: _Known | None = document.__dict__.get("_twins")
    if known is None or known.blocks is not document.blocks:
        both = {*pairs(document), *_captions(document, _Shelf(document))}
        known = document.__dict__["_twins"] = _Known(document.blocks, by_longer(document, both))
    return known.of(roles, _Shelf(document)) if known.pairs else []


class _Known:
    """The blocks of a document that share a passage, compared when they are asked for.

    Args:
        blocks: of the document, which itself is not kept: it keeps this.
        pairs: their indexes, in the order of `by_longer`.
    """

    def __init__(self, blocks: Sequence[Block], pairs: Sequence[tuple[int, int]]) -> None:
        self.blocks, self.pairs = blocks, pairs
        self._compared: dict[tuple[int, int], Twins] = {}

    def of(self, roles: Collection[str] | None, shelf: _Shelf) -> list[Twins]:
        """Return those of which both have one of these roles."""
        blocks, compared, found = self.blocks, self._compared, list[Twins]()
        for pair in self.pairs:
            first, second = pair
            if roles is None or (blocks[first].role in roles and blocks[second].role in roles):
                if pair not in compared:
                    compared[pair] = _twins(shelf.of(first), shelf.of(second))
                found.append(compared[pair])
        return sorted(found)


def by_longer(document: Document, both: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return pairs of indexes of blocks so that those with the same longer block follow one another.

    A block as long as a book may share something with every other: what it takes to read it is then
    taken once, and nothing has to be kept of the others.
    """
    blocks = document.blocks

    def longest(pair: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        return tuple(sorted(((blocks[i].end - blocks[i].start, i) for i in pair), reverse=True))

    return sorted(both, key=longest)


def words(text: str) -> list[str]:
    """Return the words of a text, without the marks around them."""
    return _WORD.findall(text)


def compare(one: str, other: str) -> Copies:
    """Compare two texts, in lower case, by their runs of three words (Broder's resemblance)."""
    return _copies(Reading(one), Reading(other))


def _copies(one: Reading, other: Reading) -> Copies:
    if one.text == other.text:
        size = len(words(one.text))
        return Copies(True, 1.0, 1.0, size, size)
    a, b = one.runs, other.runs
    sizes = sorted((one.words, other.words))
    common, least = len(a & b), min(len(a), len(b))
    # Texts of the same words alone are split, as the longer can be a book.
    same = sizes[0] == sizes[1] and common == len(a) == len(b) and one.text.split() == other.text.split()
    inside = common / least if least else float(one.words == other.words and _same_words(one, other))
    share = common / (len(a) + len(b) - common) if a or b else inside
    return Copies(same, share, inside, sizes[0], sizes[1])


def _same_words(one: Reading, other: Reading) -> bool:
    return words(one.text) == words(other.text)


class _Block:
    """A block and what is read of it.

    Args:
        document: the draft.
        index: of the block.
    """

    def __init__(self, document: Document, index: int) -> None:
        self.document, self.index = document, index
        block = document.blocks[index]
        text = small(document.folded[block.start : block.end])
        # What rules do not read still tells two texts apart.
        self.whole = Reading(document.text(block).lower() if OPAQUE in text else text)

    @cached_property
    def bare(self) -> Reading:
        """What it is compared by without its credit."""
        return self.whole if self._tail is None else Reading(self.whole.text[: self._tail].strip())

    @property
    def credited(self) -> bool:
        """Whether it has a credit, there or below."""
        after = self.document.blocks[self.index + 1 : self.index + 2]
        return self._tail is not None or (bool(after) and after[0].role == "credit")

    @cached_property
    def _tail(self) -> int | None:
        return credit_tail(self.document.text(self.document.blocks[self.index]))


class _Shelf:
    """Reads blocks, and keeps those that were asked for last."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._kept: dict[int, _Block] = {}
        self._size = 0

    def of(self, index: int) -> _Block:
        """Return a block as it is read."""
        block = self._kept.pop(index, None)
        if block is None:
            block = _Block(self._document, index)
            self._size += len(block.whole.text)
            while self._size > _KEPT and len(self._kept) > 1:
                self._size -= len(self._kept.pop(next(iter(self._kept))).whole.text)
        self._kept[index] = block
        return block


def _captions(document: Document, shelf: _Shelf) -> Iterator[tuple[int, int]]:
    """Yield the pairs of captions, and texts that stand for pictures, with the same words.

    They are short, often too short for a shared cut.
    """
    seen: dict[tuple[str, ...], int] = {}
    captions = [i for i, b in enumerate(document.blocks) if b.role == "caption" or b.kind == "alt"]
    for index in captions if len(captions) > 1 else ():
        key = tuple(words(shelf.of(index).bare.text))
        if key in seen:
            yield seen[key], index
        seen[key] = index


def _twins(first: _Block, second: _Block) -> Twins:
    rough = _copies(first.whole, second.whole)
    if rough.inside < _RELATED:
        # Credits are dear to look for, and make no difference to two texts with a phrase in common.
        sizes = len(first.whole.text), len(second.whole.text)
        return Twins(first.index, second.index, sizes, (False, False), rough)
    one, other = first.bare, second.bare
    copies = rough if one is first.whole and other is second.whole else _copies(one, other)
    sizes = len(one.text), len(other.text)
    return Twins(first.index, second.index, sizes, (first.credited, second.credited), copies)
