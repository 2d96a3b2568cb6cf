"""Which blocks of a document share a passage?  A cheap first look, done once for all rules that ask.

The text is cut at certain letters, so that the same words give the same cuts
wherever they stand (content-defined chunking, as in rsync's relatives); two blocks that share a cut of
some length are looked at closely by the check, all others never.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from stylelint import lazy
from stylelint.anatomy.credits import credit_tail
from stylelint.checks._phrases import lowered
from stylelint.document import Document
from stylelint.text import OPAQUE

_LETTERS = "umc"
_LENGTH = 16
"""Code points from which a shared cut says something: about three words."""

_RELATED = 0.3
"""Texts that share less than this share of the shorter have no more in common than a phrase."""

_WORD = lazy.regex(r"\w+(?:['-]\w+)*")


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


class Words(NamedTuple):
    """The words of a text, and their runs of three."""

    every: list[str]
    runs: set[tuple[str, str, str]]


class Twins(NamedTuple):
    """Two blocks that share a passage.

    Attributes:
        first, second: indexes of the blocks, in reading order.
        bare: their texts in lower case, without a credit at the end.
        credited: whether each ends in a credit, or has one in the next block.
        copies: how alike the bare texts are.
    """

    first: int
    second: int
    bare: tuple[str, str]
    credited: tuple[bool, bool]
    copies: Copies


def twins(document: Document) -> tuple[Twins, ...]:
    """Return the blocks that share a passage, in order; worked out once for each set of roles."""
    known: tuple[object, tuple[Twins, ...]] | None = document.__dict__.get("_twins")
    if known is None or known[0] is not document.blocks:
        both = sorted({*pairs(document), *_captions(document)})
        known = (document.blocks, tuple(_twins(document, *pair) for pair in both))
        document.__dict__["_twins"] = known
    return known[1]


def _captions(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the pairs of captions, and texts that stand for pictures, with the same words.

    They are short, often too short for a shared cut.
    """
    seen: dict[tuple[str, ...], int] = {}
    captions = [i for i, b in enumerate(document.blocks) if b.role == "caption" or b.kind == "alt"]
    for index in captions if len(captions) > 1 else ():
        key = tuple(words(_bare(document, index)[0]))
        if key in seen:
            yield seen[key], index
        seen[key] = index


def _twins(document: Document, first: int, second: int) -> Twins:
    texts = _text(document, first), _text(document, second)
    rough = _copies(texts, (_words(document, first), _words(document, second)))
    if rough.inside < _RELATED:
        # Credits are dear to look for, and make no difference to two texts with a phrase in common.
        return Twins(first, second, texts, (False, False), rough)
    (one, signed), (other, also) = _bare(document, first), _bare(document, second)
    copies = rough if (one, other) == texts else compare(one, other)
    return Twins(first, second, (one, other), (signed, also), copies)


def _bare(document: Document, index: int) -> tuple[str, bool]:
    """Return the text of a block in lower case without its credit, and whether it has one there or below."""
    block, after = document.blocks[index], document.blocks[index + 1 : index + 2]
    text = _text(document, index)
    tail = credit_tail(document.text(block))
    below = bool(after) and after[0].role == "credit"
    return text[:tail].strip(), tail is not None or below


def _text(document: Document, index: int) -> str:
    """Return the text of a block in lower case."""
    block = document.blocks[index]
    text = lowered(document)[block.start : block.end]
    # What rules do not read still tells two texts apart.
    return document.text(block).lower() if OPAQUE in text else text


def _words(document: Document, index: int) -> Words:
    """Return the words of a block; worked out once for a document, as a block meets several others."""
    known: dict[int, Words] = document.__dict__.setdefault("_words", {})
    if index not in known:
        known[index] = _read(_text(document, index))
    return known[index]


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


def words(text: str) -> list[str]:
    """Return the words of a text, without the marks around them."""
    return _WORD.findall(text)


def compare(one: str, other: str) -> Copies:
    """Compare two texts, in lower case, by their runs of three words (Broder's resemblance)."""
    return _copies((one, other), (_read(one), _read(other)))


def _read(text: str) -> Words:
    tokens = words(text)
    return Words(tokens, set(zip(tokens, tokens[1:], tokens[2:], strict=False)))


def _copies(texts: tuple[str, str], read: tuple[Words, Words]) -> Copies:
    (first, a), (second, b) = read
    common, least = len(a & b), min(len(a), len(b))
    inside = common / least if least else float(first == second)
    share = common / (len(a) + len(b) - common) if a or b else inside
    sizes = sorted((len(first), len(second)))
    return Copies(texts[0].split() == texts[1].split(), share, inside, sizes[0], sizes[1])


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
