"""How alike are the blocks of a document that share a passage?  Worked out once for all rules that ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple, TypeAlias

from stylelint import lazy
from stylelint.anatomy.credits import credit_tail
from stylelint.checks._passages import pairs
from stylelint.checks._phrases import small
from stylelint.document import Block, Document, in_roles
from stylelint.native import native
from stylelint.text import OPAQUE

_RELATED = 0.3
"""Texts that share less than this share of the shorter have no more in common than a phrase."""

_CAPTION = frozenset({"caption"})

_WORD = lazy.regex(r"\w++(?:['-]\w++)*+")

Pair: TypeAlias = tuple[int, int]
Shares: TypeAlias = tuple[bool, float, float, int, int, int]
"""What `Copies` is made of."""


class Copies(NamedTuple):
    """How alike two texts are.

    Attributes:
        exact: they are the same but for blanks.
        share: of all their runs of three words, how many both have (Jaccard's index), 0 to 1.
        inside: of the runs of the shorter, how many the longer has, 0 to 1.
        shorter: words in the shorter.
        longer: words in the longer.
        together: no more words than so many stand in both one after the other.
    """

    exact: bool
    share: float
    inside: float
    shorter: int
    longer: int
    together: int


class Twins(NamedTuple):
    """Two blocks that share a passage.

    Attributes:
        first, second: indexes of the blocks, in reading order.
        sizes: of their texts without a credit at the end, in code points.
        credited: whether each ends in a credit, or has one in the next block.
        copies: how alike the texts without credits are.
        together: no more words than so many stand in both one after the other, also in credits.
    """

    first: int
    second: int
    sizes: tuple[int, int]
    credited: tuple[bool, bool]
    copies: Copies
    together: int


def twins(document: Document, roles: Collection[str] | None) -> list[Twins]:
    """Return the blocks of some roles that share a passage, in order; each two are compared once.

    Args:
        document: the draft.
        roles: what both blocks may be; None for anything.
    """
    blocks = document.blocks
    known: tuple[Sequence[Block], list[Twins]] | None = document.__dict__.get("_twins")
    if known is None or known[0] is not blocks:
        known = document.__dict__["_twins"] = blocks, _twins(document)
    if roles is None or not known[1]:
        return known[1]
    return [
        pair for pair in known[1] if blocks[pair.first].role in roles and blocks[pair.second].role in roles
    ]


def by_longer(document: Document, both: Collection[Pair]) -> list[Pair]:
    """Return pairs of indexes of blocks so that those with the same longer block follow one another.

    A block as long as a book may share something with every other: what it takes to read it is then
    taken once, and nothing has to be kept of the others.
    """
    blocks = document.blocks

    def longest(pair: Pair) -> tuple[tuple[int, int], ...]:
        return tuple(sorted(((blocks[i].end - blocks[i].start, i) for i in pair), reverse=True))

    return sorted(both, key=longest)


def words(text: str) -> list[str]:
    """Return the words of a text, without the marks around them."""
    return _WORD.findall(text)


@native
def compared(texts: Sequence[str], pairs: Sequence[Pair], /) -> list[Shares]:
    """Compare texts by their runs of three words (Broder's resemblance): return the `Copies` of each pair.

    Args:
        texts: in lower case.
        pairs: numbers of texts, in the order of `by_longer`, so that what is read of a text need not be
            kept for long.
    """
    found, read = list[Shares](), dict[int, _Runs]()
    for pair in pairs:
        read = {index: read.get(index) or _read(texts[index]) for index in pair}
        one, other = sorted(pair, key=lambda index: read[index].words)
        found.append(_shares(texts[one], texts[other], read[one], read[other]))
    return found


class _Runs(NamedTuple):
    """What is read of a text: how many words, and its runs of three, as numbers, which take less room."""

    words: int
    ordered: list[int]
    all: set[int]


def _read(text: str) -> _Runs:
    tokens = words(text)
    runs = list(map(hash, zip(tokens, tokens[1:], tokens[2:], strict=False)))
    return _Runs(len(tokens), runs, set(runs))


def _shares(shorter: str, longer: str, runs: _Runs, others: _Runs) -> Shares:
    if shorter == longer:
        return True, 1.0, 1.0, runs.words, runs.words, runs.words
    a, b, as_long = runs.all, others.all, runs.words == others.words
    common, least = len(a & b), min(len(a), len(b))
    # Texts of the same words alone are split, as the longer can be a book.
    exact = as_long and common == len(a) == len(b) and shorter.split() == longer.split()
    inside = common / least if least else float(as_long and words(shorter) == words(longer))
    share = common / (len(a) + len(b) - common) if a or b else inside
    stretches = (len(list(run)) for shared, run in groupby(runs.ordered, b.__contains__) if shared)
    together = min(max(stretches, default=0) + 2, runs.words)
    return exact, share, inside, runs.words, others.words, together


def _twins(document: Document) -> list[Twins]:
    """Compare the blocks of a document that share a passage, and captions with the same words."""
    both = by_longer(document, {*pairs(document), *_captions(document)})
    if not both:
        return []
    texts = _texts(document, {*chain(*both)})
    copies = _copies(texts, both)
    # Credits are dear to look for, and make no difference to two texts with a phrase in common.
    alike = [pair for pair in both if copies[pair].inside >= _RELATED]
    tails = {index: credit_tail(document.text(document.blocks[index])) for index in {*chain(*alike)}}
    bare = texts.copy()
    for index, tail in tails.items():
        bare[index] = _without(texts[index], tail)
    ending = [pair for pair in alike if any(tails[index] is not None for index in pair)]
    credited = {index for index, tail in tails.items() if tail is not None or _is_credited(document, index)}
    told = {pair: _told(pair, texts, (), copies[pair]) for pair in both}
    without = _copies(bare, ending)
    for pair in alike:
        two = _told(pair, bare, credited, without.get(pair, copies[pair]))
        told[pair] = two._replace(together=copies[pair].together)
    return sorted(told.values())


def _copies(texts: Sequence[str], both: Sequence[Pair]) -> dict[Pair, Copies]:
    return {pair: Copies(*shares) for pair, shares in zip(both, compared(texts, both), strict=True)}


def _told(pair: Pair, texts: Sequence[str], credited: Collection[int], copies: Copies) -> Twins:
    first, second = pair
    sizes = len(texts[first]), len(texts[second])
    return Twins(first, second, sizes, (first in credited, second in credited), copies, copies.together)


def _texts(document: Document, wanted: Collection[int]) -> list[str]:
    """Return what the wanted blocks are compared by, in their places among all; the others are empty."""
    texts = [""] * len(document.blocks)
    for index in wanted:
        texts[index] = _text(document, document.blocks[index])
    return texts


def _text(document: Document, block: Block) -> str:
    text = small(document.folded[block.start : block.end])
    # What rules do not read still tells two texts apart.
    return document.text(block).lower() if OPAQUE in text else text


def _without(text: str, tail: int | None) -> str:
    """Return a text without the credit that begins at a place."""
    return text if tail is None else text[:tail].strip()


def _is_credited(document: Document, index: int) -> bool:
    """Tell whether a credit stands below a block."""
    return index + 1 < len(document.blocks) and document.blocks[index + 1].role == "credit"


def _captions(document: Document) -> Iterator[Pair]:
    """Yield the pairs of captions, and texts that stand for pictures, with the same words.

    They are short, often too short for a shared cut.
    """
    blocks, seen = document.blocks, dict[tuple[str, ...], int]()
    if document.pieces is None and len(in_roles(blocks, _CAPTION)) < 2:
        return  # as mostly; in plain text, nothing stands for a picture
    captions = [i for i, block in enumerate(blocks) if block.role == "caption" or block.kind == "alt"]
    texts = _texts(document, {*captions}) if len(captions) > 1 else []
    for index in captions if texts else ():
        key = tuple(words(_without(texts[index], credit_tail(document.text(blocks[index])))))
        if key in seen:
            yield seen[key], index
        seen[key] = index
