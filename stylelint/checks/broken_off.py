"""The kind `broken-off`: text that stops in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from stylelint import lazy
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Block
from stylelint.native import native
from stylelint.patterns import Pattern, any_of
from stylelint.text import fold

_WORDS = (
    "a", "about", "against", "among", "an", "and", "as", "at", "because", "between", "but", "by", "during",
    "for", "from", "if", "in", "into", "my", "of", "on", "or", "our", "than", "the", "their", "to", "until",
    "whether", "with", "without", "your",
)  # fmt: skip
_ENDS = (
    "a", "an", "and", "because", "but", "during", "from", "his", "into", "its", "my", "of", "or", "our",
    "than", "the", "their", "whether", "your",
)  # fmt: skip
_LONG = 150
_RUNNING = lazy.regex(r"[a-z]\. [A-Z][^.!?…\"—:|/]{40,}[ -][a-z]{2,}\Z")
_ELLIPSIS = lazy.regex(r"(?:…(?<=[^ ]…)|\.\.\.+)(?= *\"?[A-Z][a-z]|$)", re.MULTILINE)
_ROLES = frozenset({"paragraph", "standfirst", "caption", "quotation"})


@kind
class BrokenOff(Check):
    """Text that stops in the middle of a sentence.

    An ellipsis that stands right against a word of grammar, before a capital or at the end of a
    paragraph; and a paragraph whose last word cannot be one.  An ellipsis with blanks on both
    sides marks words left out of a quotation and is none of this.

    Attributes:
        words: words that no sentence can break off after, so that an ellipsis there is a cut.
        ends: words that no paragraph can end in; the longer list above would be wrong here, as a
            sentence may end in "the rules they live by".
        shortest: paragraphs with fewer characters are labels and headlines, and are left alone.
        stops: whether a long paragraph without a full stop at its end is told, as a suggestion.
    """

    kind = "broken-off"
    scope = _ROLES

    words: tuple[str, ...] = _WORDS
    ends: tuple[str, ...] = _ENDS
    shortest: int = 60
    stops: bool = False

    @cached_property
    def pattern(self) -> Pattern:
        """A word of grammar, an ellipsis against it, and a capital or the end of the block."""
        return Pattern(rf"({any_of(self.words)})(?:…|\.\.\.+)(?: *\"?([A-Z][a-z]+)|$)", words=True)

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.shortest < 0:
            yield "shortest", "is a number of characters, 0 or more"

    @cached_property
    def _lasts(self) -> tuple[str, ...]:
        """The last words of `words`, as they stand in a folded text."""
        return tuple(last for word in self.words for last in fold(word).split()[-1:])

    def find(self, view: View) -> Iterator[Finding]:
        for start, end in self._cuts(view) if self.words else ():
            yield Finding(start, end)
        if self.ends or self.stops:
            for block in unfinished(view.document.folded, view.document.blocks, view.roles, self.shortest):
                yield from self._end(view, block)

    def _cuts(self, view: View) -> Iterator[tuple[int, int]]:
        """Yield where a word of grammar with an ellipsis against it begins, and where the ellipsis ends."""
        text = view.document.folded
        places = [at for at in ellipses(text) if text.endswith(self._lasts, 0, at)]
        if not places:
            return
        for index in dict.fromkeys(map(view.document.index_at, places)):
            start, end, *_ = view.document.blocks[index]
            for match in self.pattern.matches_in(view.document, [(start, end)]) if index >= 0 else ():
                if view.allowed(match.start, match.end):
                    capital = match.groups[2][0]
                    said = text[match.start : capital if capital > 0 else match.end]
                    yield match.start, match.start + len(said.rstrip(' "'))

    def _end(self, view: View, block: Block) -> Iterator[Finding]:
        """Judge a block that ends in a letter or a figure."""
        text = view.document.folded
        blank = text.rfind(" ", block.start, block.end)
        start = block.start if blank < 0 else blank + 1
        if text[start : block.end] in self.ends:
            comma = text.endswith((",", ";"), block.start, max(blank, block.start))
            found, sure = not comma, True
        else:
            long = self.stops and block.end - block.start >= _LONG
            found, sure = long and runs_out(text, block.start, block.end), False
        if found and view.allowed(start, block.end):
            yield Finding(start, block.end, sure=sure)


@native
def runs_out(text: str, start: int, end: int, /) -> bool:
    """Tell whether a second sentence of some length ends `text[start:end]` in a small word."""
    return _RUNNING.search(text, start, end) is not None


@native
def ellipses(text: str, /) -> list[int]:
    """Return the places of ellipses right before a capitalised word or the end of a line.

    Args:
        text: folded.
    """
    return [match.start() for match in _ELLIPSIS.finditer(text)]


@native
def unfinished(
    text: str, blocks: tuple[Block, ...], roles: frozenset[str] | None, shortest: int, /
) -> list[Block]:
    """Return the blocks that end in a letter or a figure, and do not go on in lower case right below.

    So do lines of verse, and of a text that is wrapped.

    Args:
        text: folded.
        blocks: of the text.
        roles: of the blocks that count, None for all.
        shortest: so many code points they must have.
    """
    return [
        block
        for block in blocks
        if block.end - block.start >= max(shortest, 1)
        and text[block.end - 1].isalnum()
        and (roles is None or block.role in roles)
        and not (text.startswith("\n", block.end) and text[block.end + 1 : block.end + 2].islower())
    ]
