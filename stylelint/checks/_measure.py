"""How long is a text?  What the kinds `at-most` and `at-least` share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from stylelint import lazy
from stylelint.anatomy.sentences import sentences
from stylelint.checks.base import Check, Quotes, View, kind
from stylelint.document import Block, Span

_RUN = lazy.regex(r"\S+")


@kind
class Measure(Check):
    """A limit on how long something is, in one unit.

    Attributes:
        words: the limit in words; a word has at least one letter or digit.
        sentences: the limit in sentences.
        characters: the limit in characters (code points), blanks between words included.
        per: whether each `block` is measured, or all blocks in scope together (`article`).
    """

    values = ("count", "limit", "unit")
    quotes: ClassVar[Quotes] = "any"

    words: int = 0
    sentences: int = 0
    characters: int = 0
    per: Literal["block", "article"] = "block"

    @property
    def unit(self) -> str:
        """The unit that the rule names."""
        return "words" if self.words else "sentences" if self.sentences else "characters"

    @property
    def limit(self) -> int:
        """The limit in that unit."""
        return self.words or self.sentences or self.characters

    def problems(self) -> Iterator[tuple[str, str]]:
        given = [n for n in (self.words, self.sentences, self.characters) if n]
        if len(given) != 1 or given[0] < 1:
            yield "words", "give one limit above 0: words, sentences or characters"

    def units(self, text: str) -> list[Span]:
        """Return where each unit of a text stands; nothing but blanks lies between any two."""
        if self.sentences:
            return list(sentences(text))
        if self.words:
            runs = (Span(*m.span()) for m in _RUN.finditer(text))
            return [run for run in runs if any(map(str.isalnum, text[run.start : run.end]))]
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return [Span(at, at + 1) for at in range(start, end)]

    def texts(self, view: View) -> list[list[Block]]:
        """Return the blocks that are measured together, one list for each text."""
        blocks = view.blocks
        return [blocks] if blocks and self.per == "article" else [[block] for block in blocks]

    def told(self, count: int) -> dict[str, str]:
        """Return what a message may name, when so many were counted."""
        return {"count": str(count), "limit": str(self.limit), "unit": self.unit}
