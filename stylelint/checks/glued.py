"""The kind `glued`: the article's headline, run into the text below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Block, in_roles

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
        document, looked_at = view.document, view.blocks
        if not looked_at:
            return
        text, openings = document.folded, defaultdict[str, list[Block]](list)
        shortest = 2 * self.min_words - 1  # a letter for each word, and a blank between two
        for block in looked_at:
            openings[text[block.start : block.start + shortest]].append(block)
        for headline in in_roles(document.blocks, _HEADLINE):
            words = text[headline.start : headline.end]
            if len(words.split()) < self.min_words:
                continue
            for block in openings[words[:shortest]]:
                end = block.start + len(words)
                if block != headline and self._runs_on(view, block, words) and view.allowed(block.start, end):
                    related = ((headline.start, headline.end, "the headline"),)
                    yield Finding(block.start, end, remove=True, related=related)

    def _runs_on(self, view: View, block: Block, words: str) -> bool:
        text = view.document.folded
        if not text.startswith(words, block.start, block.end):
            return False
        rest = text[block.start + len(words) : block.end].lstrip(_BLANKS)
        return len(rest) >= _REST and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'(")
