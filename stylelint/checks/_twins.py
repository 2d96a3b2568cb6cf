"""Which blocks of a document share a passage, and how alike are they?  Worked out once for all who ask."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import chain
from typing import NamedTuple

from stylelint import lazy
from stylelint.anatomy.credits import credit_tail, may_end_in_credit
from stylelint.checks._likeness import Pair, Twins, compared, small_text, words
from stylelint.checks._passages import sharing
from stylelint.document import Block, Document, Span
from stylelint.native import native
from stylelint.text import OPAQUE

_RELATED = 0.3
"""Texts that share less than this share of the shorter have no more in common than a phrase."""

_INSIDE, _TOGETHER = 0.6, 8
"""Nearly all rules want so much of the shorter inside the longer, or so many words together."""

_OPENING = lazy.regex(r"[0-9A-Za-z_]++(?![^\x00-\x7f])")
"""The letters with which a text begins, where no others follow them."""


class Wanted(NamedTuple):
    """What two blocks must be, and be like, for a rule to ask about them; see `Twins` for what is meant.

    Attributes:
        one: what just one of the two must be, a kind or a role of blocks; empty for anything.
        exact: whether they must be the same, or must not be; None for either.
        credited: whether one of them must have a credit, or none may; None for either.
        inside, share, together, shorter: the least of each.
        inside_below, share_below: what each must be less than.
        times: so many times as many words as the shorter the longer has at the most; 0 for any number.
    """

    one: str = ""
    exact: bool | None = None
    credited: bool | None = None
    inside: float = 0.0
    share: float = 0.0
    together: int = 0
    shorter: int = 0
    inside_below: float = 2.0
    share_below: float = 2.0
    times: int = 0


class _Known(NamedTuple):
    """What is known of the blocks of a document: the twins with so much inside, or so many words together."""

    blocks: Sequence[Block]
    inside: float
    together: int
    told: list[Twins]


def twins(document: Document, roles: Set[str] | None, wanted: Wanted, /) -> list[Twins]:
    """Return the blocks of some roles that share a passage and are what a rule wants, in order.

    Args:
        document: the draft; its blocks are compared once.
        roles: what both blocks may be; None for anything.
        wanted: what else they must be, and be like.
    """
    known: _Known | None = document.__dict__.get("_twins")
    if known is None or known.blocks is not document.blocks or not _is_told(known, wanted):
        known = document.__dict__["_twins"] = _compared(document, known, wanted)
    return chosen(known.told, known.blocks, roles, wanted) if known.told else []


def _is_told(known: _Known, wanted: Wanted) -> bool:
    """Tell whether all that is wanted is among what is known."""
    least = known.inside
    return wanted.inside >= least or wanted.share >= least or wanted.together >= known.together


def _compared(document: Document, known: _Known | None, wanted: Wanted) -> _Known:
    """Compare the blocks of a document, and leave out what is less alike than anybody has wanted."""
    inside, together = (_INSIDE, _TOGETHER) if known is None else (known.inside, known.together)
    if wanted.together:
        together = min(together, wanted.together)
    else:
        inside = min(inside, max(wanted.inside, wanted.share))
    text, blocks = document.folded, document.blocks
    captions = alike_captions(text, blocks)
    more = list(_same(document, captions)) if captions else []
    told, maybe = alike(document.data, text, document.prose, blocks, more, inside, together)
    return _Known(blocks, inside, together, _with_credits(document, told, maybe) if maybe else told)


@native
def alike(
    data: bytes,
    folded: str,
    prose: str,
    blocks: Sequence[Block],
    more: Sequence[Pair],
    inside: float,
    together: int,
    /,
) -> tuple[list[Twins], list[int]]:
    """Return the twins that have much in common, in order, and the blocks that may have a credit.

    Args:
        data: the folded text in UTF-8.
        folded: of the draft.
        prose: of the draft.
        blocks: of the draft, in order.
        more: pairs of indexes of blocks that are compared as well.
        inside: see `Twins`; what has less, and fewer words together, is left out.  Where a block may have a
            credit, all are told that have more than a phrase in common: what they are like without it is
            dear to find out, and makes no difference to others.
        together: see `Twins`.
    """
    told = compared(folded, prose, blocks, sorted({*sharing(data, blocks), *more}))
    related = {*chain(*(two[:2] for two in told if two.inside >= _RELATED))}
    maybe = {index for index in related if _may_be_credited(prose, blocks, index)}
    return [
        two
        for two in told
        if two.inside >= inside
        or two.together >= together
        or (two.inside >= _RELATED and not maybe.isdisjoint(two[:2]))
    ], sorted(maybe)


def _may_be_credited(prose: str, blocks: Sequence[Block], index: int) -> bool:
    return _is_credited(blocks, index) or may_end_in_credit(prose[blocks[index][0] : blocks[index][1]])


def _is_credited(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a credit stands below a block."""
    return index + 1 < len(blocks) and blocks[index + 1][3] == "credit"


@native
def chosen(
    told: Sequence[Twins], blocks: Sequence[Block], roles: Set[str] | None, wanted: Wanted, /
) -> list[Twins]:
    """Return the twins of which both blocks are in some roles, and which are as they are wanted.

    Args:
        told: to choose from.
        blocks: of the draft.
        roles: what both blocks may be; None for anything.
        wanted: what else.
    """
    return [
        two
        for two in told
        if _are_like(two, wanted) and _are(blocks[two[0]], blocks[two[1]], roles, wanted.one)
    ]


def _are_like(two: Twins, wanted: Wanted) -> bool:
    """Tell whether two blocks are as long and as much alike as they are wanted."""
    return (
        wanted.exact in (None, two.exact)
        and wanted.credited in (None, any(two.credited))
        and wanted.inside <= two.inside < wanted.inside_below
        and wanted.share <= two.share < wanted.share_below
        and wanted.together <= two.together
        and wanted.shorter <= two.shorter
        and (not wanted.times or two.longer <= wanted.times * two.shorter)
    )


def _are(first: Block, second: Block, roles: Set[str] | None, one: str) -> bool:
    """Tell whether two blocks are in some roles, and just one of them is of a kind or a role."""
    in_roles = roles is None or (first[3] in roles and second[3] in roles)
    return in_roles and (not one or (one in first[2:4]) != (one in second[2:4]))


def _with_credits(document: Document, told: Sequence[Twins], maybe: Collection[int]) -> list[Twins]:
    """Return twins as they are without their credits, of which some blocks may have one."""
    bare, anew = _without_credits(document, maybe), dict[Pair, Twins]()
    credited = {index for index in maybe if index in bare or _is_credited(document.blocks, index)}
    found = list(told)
    # Of a long draft there are very many, and few of them are of these.
    places = [place for place, two in enumerate(told) if two[0] in credited or two[1] in credited]
    if bare:
        spans = list[Block | Span](document.blocks)
        for index, span in bare.items():
            spans[index] = span
        related = (told[place][:2] for place in places if told[place].inside >= _RELATED)
        ending = [pair for pair in related if not bare.keys().isdisjoint(pair)]
        anew = {two[:2]: two for two in compared(document.folded, document.prose, spans, ending)}
    for place in places:
        two = told[place]
        has = two.first in credited, two.second in credited
        found[place] = anew.get(two[:2], two)._replace(together=two.together, credited=has)
    return found


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
