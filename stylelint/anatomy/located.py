"""Sentences by their places in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from stylelint.anatomy.sentences import sentences
from stylelint.document import Block, Document, Span


class Sentence(NamedTuple):
    """A sentence: its span in the source, and its prose as it stands."""

    span: Span
    text: str


class Sentences:
    """Finds the sentences of a document from places in its source.

    Args:
        document: the draft; its sentences are looked for when they are first asked for.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._known: dict[Block, tuple[list[Sentence], Spans]] = {}

    def touched(self, span: Span) -> list[Sentence]:
        """Return the sentences that a span of the source lies in or runs through, in reading order."""
        spans, by_place = self._blocks
        blocks = by_place.meeting(span)
        around = [i for i in blocks if spans[i].start <= span.start and span.end <= spans[i].end]
        if around:  # the text of an image stands inside of a paragraph: the narrowest is meant
            blocks = [min(around, key=lambda i: (spans[i].end - spans[i].start, spans[i]))]
        return [one for i in blocks for one in self._of(self.document.blocks[i], span)]

    @cached_property
    def _blocks(self) -> tuple[list[Span], Spans]:
        spans = [self.document.span(b.start, b.end) for b in self.document.blocks]
        return spans, Spans(spans)

    def _of(self, block: Block, span: Span) -> Iterator[Sentence]:
        """Yield the sentences of a block that have something in common with a span."""
        if block not in self._known:
            prose, at = self.document.text(block), block.start
            found = [
                Sentence(self.document.span(at + start, at + end), prose[start:end])
                for start, end in sentences(prose)
            ]
            self._known[block] = found, Spans([one.span for one in found])
        known, by_place = self._known[block]
        return (known[i] for i in by_place.meeting(span))


class Spans:
    """Spans that are looked up by a place, however many there are.

    Args:
        spans: in any order; few of them lie within others.
    """

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._order = sorted(range(len(spans)), key=spans.__getitem__)
        self._starts = [spans[i].start for i in self._order]
        self._reach = list(accumulate((spans[i].end for i in self._order), max))

    def meeting(self, span: Span) -> list[int]:
        """Return the indexes of those that have something in common with a span, in order."""
        found, at = [], bisect_right(self._starts, span.end)
        while at and self._reach[at - 1] >= span.start:
            at -= 1
            if _meet(self._spans[self._order[at]], span):
                found.append(self._order[at])
        return sorted(found)


def _meet(one: Span, other: Span) -> bool:
    """Tell whether two spans have a character in common; an empty one lies where it touches."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
