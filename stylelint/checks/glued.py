"""The kind `glued`: the article's headline, run into the text below it."""

from __future__ import annotations

from collections.abc import Iterator

from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import in_roles

_BLANKS = " \xa0\n"
_HEADLINE = frozenset({"headline"})
_REST = 12
"""So many code points after the headline make a text of its own, and no time, count or label."""


@kind
class Glued(Check):
    """The article's headline at the beginning of another block, which then goes on with words of its own.

    Content systems that take a picture's title and its caption for one text leave this behind.  Where the
    next word has no capital, the sentence only begins as the headline does, and nothing is said.

    Attributes:
        min_words: shorter headlines are left alone, as any sentence may begin so.
    """

    kind = "glued"
    quotes = "any"
    scope = frozenset({"caption"})

    min_words: int = 4

    def find(self, view: View) -> Iterator[Finding]:
        document = view.document
        text = document.folded
        for block in in_roles(document.blocks, _HEADLINE):
            headline = block.start, block.end
            words = text[block.start : block.end]
            if len(words.split()) < self.min_words:
                continue
            at = text.find(words)
            while at >= 0:
                end = at + len(words)
                if at != headline[0] and self._runs_on(view, at, end):
                    yield Finding(at, end, remove=True, related=((*headline, "the headline"),))
                at = text.find(words, end)

    def _runs_on(self, view: View, start: int, end: int) -> bool:
        block = view.document.block_at(start)
        if block is None or block.start != start or not view.allowed(start, end):
            return False
        rest = view.document.folded[end : block.end].lstrip(_BLANKS)
        return len(rest) >= _REST and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'(")
