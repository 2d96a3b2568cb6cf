"""The kind `at-least`: a text that is too short."""

from __future__ import annotations

from collections.abc import Iterator

from stylelint.checks._measure import Measure
from stylelint.checks.base import Finding, View, kind


@kind
class AtLeast(Measure):
    """A limit that a block, or the article, must reach; the first block that is measured is marked.

    A role that is missing altogether is a matter of `required`.

    Attributes:
        words: the limit in words; a word has at least one letter or digit.
        sentences: the limit in sentences.
        characters: the limit in characters (code points), blanks between words included.
        per: whether each `block` is measured, or all blocks in scope together (`article`).
    """

    kind = "at-least"

    def find(self, view: View) -> Iterator[Finding]:
        for blocks in self.texts(view):
            count = sum(len(self.units(view.document.text(block))) for block in blocks)
            if count < self.limit:
                yield Finding(blocks[0].start, blocks[0].end, values=self.told(count))
