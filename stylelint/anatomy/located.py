"""Sentences by their places in the source."""

from __future__ import annotations

from functools import cached_property
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
        self._known: dict[Block, list[Sentence]] = {}

    def touched(self, span: Span) -> list[Sentence]:
        """Return the sentences that a span of the source lies in or runs through, in reading order."""
        blocks = [(where, block) for where, block in self._blocks if _meet(where, span)]
        around = [(w.end - w.start, w, b) for w, b in blocks if w.start <= span.start and span.end <= w.end]
        if around:  # the text of an image stands inside of a paragraph: the narrowest is meant
            _, where, block = min(around, key=lambda one: one[:2])
            blocks = [(where, block)]
        return [one for _, block in blocks for one in self._of(block) if _meet(one.span, span)]

    @cached_property
    def _blocks(self) -> list[tuple[Span, Block]]:
        return [(self.document.span(b.start, b.end), b) for b in self.document.blocks]

    def _of(self, block: Block) -> list[Sentence]:
        if block not in self._known:
            prose, at = self.document.text(block), block.start
            self._known[block] = [
                Sentence(self.document.span(at + start, at + end), prose[start:end])
                for start, end in sentences(prose)
            ]
        return self._known[block]


def _meet(one: Span, other: Span) -> bool:
    """Tell whether two spans have a character in common; an empty one lies where it touches."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
