"""The kind `at-most`: a text that is too long."""

from __future__ import annotations

from collections.abc import Iterator

from stylelint.checks._measure import Measure
from stylelint.checks.base import Finding, View, kind


@kind
class AtMost(Measure):
    """A limit that a block, or the article, may not go beyond; what is too much is marked.

    Attributes:
        words: the limit in words; a word has at least one letter or digit.
        sentences: the limit in sentences.
        characters: the limit in characters (code points), blanks between words included.
        per: whether each `block` is measured, or all blocks in scope together (`article`).
    """

    kind = "at-most"

    def find(self, view: View) -> Iterator[Finding]:
        for blocks in self.texts(view):
            units = [
                (block.start + start, block)
                for block in blocks
                for start, _ in self.units(view.document.text(block))
            ]
            if len(units) > self.limit:
                at, block = units[self.limit]
                end = block.start + len(view.document.text(block).rstrip())
                yield Finding(
                    _word_start(view.document.prose, at, block.start), end, values=self.told(len(units))
                )


def _word_start(text: str, at: int, start: int) -> int:
    while at > start and not text[at - 1].isspace():
        at -= 1
    return at
