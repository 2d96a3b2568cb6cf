"""Which blocks of a document share a passage, and how alike are they?  Worked out once for all who ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import chain
from typing import NamedTuple

from stylelint import lazy
from stylelint.anatomy.credits import credit_tail, may_end_in_credit
from stylelint.checks._likeness import Copies, Pair, compared, small_text, words
from stylelint.checks._passages import pairs
from stylelint.document import Block, Document, Span
from stylelint.native import native

_RELATED = 0.3
"""Texts that share less than this share of the shorter have no more in common than a phrase."""

_OPENING = lazy.regex(r"[0-9A-Za-z_]++(?![^\x00-\x7f])")
"""The letters with which a text begins, where no others follow them."""


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


class _Known(NamedTuple):
    """What is known of the blocks of a document: which may be twins, and what was told of those asked for."""

    blocks: Sequence[Block]
    both: list[Pair]
    told: dict[Pair, Twins]


def twins(document: Document, roles: Set[str] | None, one: str = "") -> list[Twins]:
    """Return the blocks of some roles that share a passage, in order; each two are compared once.

    Args:
        document: the draft.
        roles: what both blocks may be; None for anything.
        one: what just one of the two must be, a kind or a role of blocks; empty for anything.
    """
    known: _Known | None = document.__dict__.get("_twins")
    if known is None or known.blocks is not document.blocks:
        known = document.__dict__["_twins"] = _Known(document.blocks, _both(document), {})
    both = chosen(known.both, known.blocks, roles, one) if known.both else known.both
    missing = [pair for pair in both if pair not in known.told]
    if missing:
        known.told.update(zip(missing, _told(document, missing), strict=True))
    return [known.told[pair] for pair in both]


def _both(document: Document) -> list[Pair]:
    """Return the pairs of blocks that share a passage, and of captions with the same words, in order."""
    captions, sharing = [*_captions(document)], pairs(document)
    return sorted({*sharing, *captions}) if captions else sharing


@native
def chosen(both: Sequence[Pair], blocks: Sequence[Block], roles: Set[str] | None, one: str, /) -> list[Pair]:
    """Return the pairs of which both blocks are in some roles, and just one is what is wanted of one.

    Args:
        both: pairs of indexes of blocks.
        blocks: of the draft.
        roles: what both blocks may be; None for anything.
        one: a kind or a role of blocks; empty for anything.
    """

    def fits(first: Block, second: Block) -> bool:
        return (roles is None or (first[3] in roles and second[3] in roles)) and (
            not one or (one in first[2:4]) != (one in second[2:4])
        )

    return [pair for pair in both if fits(*(blocks[index] for index in pair))]


def _told(document: Document, both: Sequence[Pair]) -> Iterator[Twins]:
    """Compare pairs of blocks; those that are alike without the credits at their ends."""
    blocks, whole = document.blocks, _copies(document, document.blocks, both)
    # Credits are dear to look for, and make no difference to two texts with a phrase in common.
    alike = [pair for pair, copies in zip(both, whole, strict=True) if copies[2] >= _RELATED]
    maybe = may_be_credited(document.prose, blocks, alike)
    bare = _without_credits(document, maybe) if maybe else {}
    credited = {index for index in maybe if index in bare or _is_credited(blocks, index)} if maybe else ()
    spans = [bare.get(index, block) for index, block in enumerate(blocks)] if bare else blocks
    ending = [pair for pair in alike if not bare.keys().isdisjoint(pair)] if bare else []
    anew = dict(zip(ending, _copies(document, spans, ending), strict=True)) if bare else {}
    for pair, copies in zip(both, whole, strict=True):
        first, second = pair
        sizes = spans[first][1] - spans[first][0], spans[second][1] - spans[second][0]
        ends = first in credited, second in credited
        yield Twins(first, second, sizes, ends, anew.get(pair, copies), copies[5])


def _copies(document: Document, spans: Sequence[Block | Span], both: Sequence[Pair]) -> list[Copies]:
    return [*map(Copies._make, compared(document.folded, document.prose, spans, both))]


@native
def may_be_credited(prose: str, blocks: Sequence[Block], both: Sequence[Pair], /) -> list[int]:
    """Return the indexes of blocks that may end in a credit, or have one below: a quick look for most.

    Args:
        prose: of the draft.
        blocks: of the draft.
        both: pairs of indexes; what is in several is told once.
    """
    return [
        index
        for index in dict.fromkeys(chain(*both))
        if _is_credited(blocks, index) or may_end_in_credit(prose[blocks[index][0] : blocks[index][1]])
    ]


def _is_credited(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a credit stands below a block."""
    return index + 1 < len(blocks) and blocks[index + 1][3] == "credit"


def _without_credits(document: Document, indexes: Collection[int]) -> dict[int, Span]:
    """Return those of some blocks that end in a credit, and where their text without it stands."""
    found = dict[int, Span]()
    for index in indexes:
        start, text = document.blocks[index].start, document.text(document.blocks[index])
        tail = credit_tail(text)
        if tail is not None:
            bare = text[:tail].rstrip()
            found[index] = Span(start + len(bare) - len(bare.lstrip()), start + len(bare))
    return found


def _captions(document: Document) -> Iterator[Pair]:
    """Yield the pairs of captions, and texts that stand for pictures, with the same words.

    They are short, often too short for a shared cut.
    """
    seen = dict[tuple[str, ...], int]()
    captions = alike_captions(document.folded, document.blocks)
    bare = _without_credits(document, captions)
    for index in captions:
        span = bare.get(index, document.blocks[index])
        key = tuple(words(small_text(document.folded, document.prose, span)))
        if key in seen:
            yield seen[key], index
        seen[key] = index


@native
def alike_captions(text: str, blocks: Sequence[Block], /) -> list[int]:
    """Return the captions, and texts that stand for pictures, that begin with letters that others begin with.

    All, where one begins with anything else than letters of ASCII, or has others behind them, as then the
    first word is not known; a credit at its end may be all there is.

    Args:
        text: folded.
        blocks: of the text.
    """
    captions = [i for i, block in enumerate(blocks) if block[3] == "caption" or block[2] == "alt"]
    if len(captions) < 2:
        return []
    found = [_OPENING.match(text, blocks[i][0], blocks[i][1]) for i in captions]
    openings = [opening[0].lower() if opening else "" for opening in found]
    often = Counter(openings)
    return [i for i, opening in zip(captions, openings, strict=True) if "" in often or often[opening] > 1]
