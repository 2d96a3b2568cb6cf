"""Which blocks of a document share a passage, and how alike are they?  Worked out once for all who ask."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import chain
from typing import NamedTuple

from stylelint import lazy
from stylelint.anatomy.credits import credit_tail, may_end_in_credit
from stylelint.checks._likeness import Pair, Twins, compared, small_text, words
from stylelint.checks._passages import pairs
from stylelint.document import Block, Document, Span
from stylelint.native import native
from stylelint.text import OPAQUE

_RELATED = 0.3
"""Texts that share less than this share of the shorter have no more in common than a phrase."""

_OPENING = lazy.regex(r"[0-9A-Za-z_]++(?![^\x00-\x7f])")
"""The letters with which a text begins, where no others follow them."""


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
    if not both:
        return []
    missing = [pair for pair in both if pair not in known.told]
    if missing:
        known.told.update(zip(missing, _told(document, missing), strict=True))
    return list(map(known.told.__getitem__, both))


def _both(document: Document) -> list[Pair]:
    """Return the pairs of blocks that share a passage, and of captions with the same words, in order."""
    sharing, captions = pairs(document), alike_captions(document.folded, document.blocks)
    if not captions:
        return sharing
    more = {*_same(document, captions)}.difference(sharing)
    return sorted([*sharing, *sorted(more)])  # in less time where all but a few are in order


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


def _told(document: Document, both: Sequence[Pair]) -> list[Twins]:
    """Compare pairs of blocks; those that are alike without the credits at their ends."""
    told = compared(document.folded, document.prose, document.blocks, both)
    # Credits are dear to look for, and make no difference to two texts with a phrase in common.
    alike = [two[:2] for two in told if two.inside >= _RELATED]
    maybe = may_be_credited(document.prose, document.blocks, alike)
    return _with_credits(document, told, maybe) if maybe else told


def _with_credits(document: Document, told: Sequence[Twins], maybe: Collection[int]) -> list[Twins]:
    """Return twins as they are without their credits, of which some blocks may have one."""
    bare, anew = _without_credits(document, maybe), dict[Pair, Twins]()
    credited = {index for index in maybe if index in bare or _is_credited(document.blocks, index)}
    if bare:
        spans = [bare.get(index, block) for index, block in enumerate(document.blocks)]
        ending = [two[:2] for two in told if two.inside >= _RELATED and not bare.keys().isdisjoint(two[:2])]
        anew = {two[:2]: two for two in compared(document.folded, document.prose, spans, ending)}
    return [
        two  # as mostly
        if two.first not in credited and two.second not in credited
        else anew.get(two[:2], two)._replace(
            together=two.together, credited=(two.first in credited, two.second in credited)
        )
        for two in told
    ]


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


def _same(document: Document, captions: Collection[int]) -> Iterator[Pair]:
    """Yield the pairs of captions with the same words, which are often too few for a shared passage."""
    seen = dict[tuple[str, ...], int]()
    bare = _without_credits(document, captions)
    for index in captions:
        span = bare.get(index, document.blocks[index])
        key = tuple(words(small_text(document.folded, document.prose, span)))
        if key in seen:
            yield seen[key], index
        seen[key] = index


@native
def alike_captions(text: str, blocks: Sequence[Block], /) -> list[int]:
    """Return indexes of captions, and of texts that stand for pictures, that may have the words of another.

    Their words are known where these are letters of ASCII alone, and there is no credit at the end; else the
    letters that the caption begins with.  Where one begins with anything else, all may be like it, as a
    credit may be all there is.

    Args:
        text: folded.
        blocks: of the text.
    """
    captions = [i for i, block in enumerate(blocks) if block[3] == "caption" or block[2] == "alt"]
    if len(captions) < 2:
        return []
    beginning = defaultdict[str, list[tuple[int, str]]](list)
    for index in captions:
        opening, known = _words_known(text[blocks[index][0] : blocks[index][1]])
        beginning[opening].append((index, known))
    if "" in beginning:
        return captions
    found = list[int]()
    for alike in beginning.values():
        often = Counter(known for _, known in alike)
        found += [i for i, known in alike if len(alike) > 1 and ("" in often or often[known] > 1)]
    return sorted(found)


def _words_known(text: str) -> tuple[str, str]:
    """Return the letters that a caption begins with, and its words: both empty where they are not known."""
    opening = _OPENING.match(text)
    plain = text.isascii() and OPAQUE not in text and not may_end_in_credit(text)
    return opening[0].lower() if opening else "", " ".join(words(text.lower())) if plain else ""
