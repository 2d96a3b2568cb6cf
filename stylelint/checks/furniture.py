"""The kind `furniture`: text of the web page that came along with the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from stylelint.checks import _stretches
from stylelint.checks._macros import expand
from stylelint.checks._page_voice import LONGEST_ENDING, last_part, page_part
from stylelint.checks._removals import removal
from stylelint.checks.base import Check, Finding, View
from stylelint.document import ROLES, Block, Document, Span
from stylelint.patterns import Pattern, block_data
from stylelint.text import fold

Place = Literal["anywhere", "start", "end", "edges"]

_EDGE_BLOCKS = 4
"""How many blocks at either end of an article count as its start and its end."""

_HEADLINE_WORDS = range(3, 23)
"""How many words a line under a label such as “Related:” may have to be a headline."""


_SCRAP_WORDS = 3
"""So few words that run into furniture, with a small letter first, are no sentence of the article."""

_NO_HEADLINE = ("By ", "(", "-", "—", "Contribut", "Reporting by", "Additional reporting", "Edit")
"""What a line begins with that looks like a headline and is a credit."""


@dataclass(frozen=True)
class Furniture(Check):
    """Text of the web page, not of the article: whole lines, and stretches glued to a paragraph.

    Expressions are RE2 and may hold the macros of `checks/_macros.py`, such as `{name}` and `{month}`.

    Attributes:
        lines: expressions for a whole block; marks such as bullets before and stops after it are
            taken for granted.
        heads: expressions for a stretch at the start of a longer block; only that is reported.
        tails: expressions for a stretch at the end of a longer block, after the end of a sentence
            or run into the word before it.
        unless: expressions of which none may stand in what is reported.
        case: whether capitals matter.
        max-words: longest block that `lines` may match, in words; 0 for any length.
        place: where in the article it must stand: anywhere, start, end, or edges (start or end).
        kinds: what the format says the block is: paragraph, heading, item, quote, cell, figure.
            Headings and items are the writer's more often than the page's, so they are left out.
        together: how many blocks in a row must match `lines`, for those that prove nothing alone.
        repeats: how often the same line must stand in the article.
        follows: how many headline-like lines under a matching line are furniture with it, such as
            the links under “Related:”.
        text-only: whether it is only a suggestion in Markdown and HTML, where writers speak to the
            visitors of the page themselves.
    """

    kind = "furniture"
    marks = "furniture"
    scope = frozenset(ROLES) - {"metadata", "code"}
    quotes = "any"

    lines: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    case: bool = False
    max_words: int = 0
    place: Place = "anywhere"
    kinds: tuple[str, ...] = ("paragraph", "quote", "figure")
    together: int = 1
    repeats: int = 1
    follows: int = 0
    text_only: bool = False

    def needs(self) -> tuple[str, ...]:
        return self._needs

    def openings(self) -> tuple[str, ...]:
        return self._openings

    @cached_property
    def _gates(self) -> _stretches.Gates:
        return _stretches.gates_for(self.lines, self.heads, self.tails)

    @cached_property
    def _needs(self) -> tuple[str, ...]:
        # A line may stand, as a sentence of its own, at the end of a paragraph too.
        alone = self.together == self.repeats == 1 and self.place == "anywhere"
        return tuple(filter(None, (self._gates.need, _stretches.endings(self.lines) if alone else "")))

    @cached_property
    def _openings(self) -> tuple[str, ...]:
        return self._gates.openings

    def problems(self) -> Iterator[tuple[str, str]]:
        if not (self.lines or self.heads or self.tails):
            yield "lines", "needs lines, heads or tails to look for"
        for key in ("lines", "heads", "tails", "unless"):
            for expression in getattr(self, key):
                try:
                    _ = Pattern(expand(expression)).program
                except ValueError as error:
                    yield key, f"“{expression}” is no regular expression: {error}"

    def find(self, view: View) -> Iterator[Finding]:
        document = view.document
        whole = self._blocks(view, view.candidates)
        for index in whole:
            yield self._removal(document, *self._part(document, index))
        for index in sorted({*view.candidates}.difference(whole)):
            yield from [*self._stretches(view, document.blocks[index])] or self._ending(view, index)

    def _removal(self, document: Document, start: int, end: int) -> Finding:
        return removal(document, start, end, text_only=self.text_only)

    @cached_property
    def _ends(self) -> Pattern | None:
        found = [need for need in self._needs if need.startswith(_stretches.AFTER_SENTENCE)]
        return Pattern(found[0], case=False) if found else None

    @cached_property
    def _lines(self) -> _stretches.Lines:
        return _stretches.Lines(self.lines, self.case)

    @cached_property
    def _head(self) -> Pattern | None:
        return Pattern(_stretches.head(self.heads), case=self.case) if self.heads else None

    @cached_property
    def _tail(self) -> Pattern | None:
        return Pattern(_stretches.tail(self.tails), case=self.case) if self.tails else None

    @cached_property
    def _clears(self) -> Pattern | None:
        bodies = "|".join(f"(?:{expand(e)})" for e in self.unless)
        return Pattern(bodies, case=self.case) if self.unless else None

    def _blocks(self, view: View, candidates: Sequence[int]) -> list[int]:
        """Return the index of every block that is furniture whole, in order."""
        document = view.document
        found = [
            index for index in candidates if self._counts(view, index) and self._is_whole(document, index)
        ]
        if self.repeats > 1:
            found = _repeated(document, found, self.repeats)
        if self.together > 1:
            found = list(_in_a_row(found, self.together))
        for index in tuple(found) if self.follows else ():
            found += self._below(view, index, found)
        return sorted(found)

    def _part(self, document: Document, index: int) -> Span:
        """Return the whole block, or the stretch of it that is furniture without the article's sentences."""
        whole = _span(document.blocks[index])
        part = page_part(document.folded[whole.start : whole.end])
        moved = Span(whole.start + part.start, whole.start + part.end)
        return moved if moved != whole and self._is_furniture(document, moved) else whole

    def _is_whole(self, document: Document, index: int) -> bool:
        return self._is_furniture(document, _span(document.blocks[index]), block_data(document)[index])

    def _is_furniture(self, document: Document, span: Span, data: bytes | None = None) -> bool:
        """Tell whether a stretch, in UTF-8 where it is at hand, is one of the lines."""
        pattern = self._lines.matching(data or document.folded[span.start : span.end].encode())
        if pattern is None or self._clears is None:
            return pattern is not None
        hits = pattern.matches(document, span)
        return any(not self._cleared(document, *match.groups[1]) for match in hits)

    def _counts(self, view: View, index: int) -> bool:
        """Tell whether a block is in scope, short enough, no speech, and stands where the rule wants it."""
        block = view.document.blocks[index]
        if block.kind not in self.kinds or not view.allowed(block.start, block.end):
            return False
        text = view.document.folded[block.start : block.end]
        if text.startswith('"') or (self.max_words and len(text.split()) > self.max_words):
            return False
        first, last = index < _EDGE_BLOCKS, index >= len(view.document.blocks) - _EDGE_BLOCKS
        return {"anywhere": True, "start": first, "end": last, "edges": first or last}[self.place]

    def _cleared(self, document: Document, start: int, end: int) -> bool:
        if self._clears is None:
            return False
        # The words themselves, since the folded text hides what rules do not read.
        return any(True for _ in self._clears.in_text(fold(document.prose[start:end])))

    def _below(self, view: View, index: int, taken: list[int]) -> Iterator[int]:
        """Yield the indexes of the headline-like blocks right under a label."""
        blocks = view.document.blocks
        for below in range(index + 1, min(index + 1 + self.follows, len(blocks))):
            if (
                below in taken
                or blocks[below].kind not in self.kinds
                or not _like_headline(view, blocks[below])
            ):
                return
            yield below

    def _stretches(self, view: View, block: Block) -> Iterator[Finding]:
        """Yield the stretches glued to a block that is not furniture whole."""
        document = view.document
        for pattern in (self._head, self._tail):
            for match in pattern.matches(document, _span(block)) if pattern else ():
                start, end = match.groups[1]
                if _split_word(document, start) or not view.allowed(start, end):
                    continue
                if not self._cleared(document, start, end):
                    first = block.start if _scrap(document, block, start) else start
                    yield self._removal(document, first, end)

    def _ending(self, view: View, index: int) -> Iterator[Finding]:
        """Yield the last sentence of a paragraph if it is a line of the page."""
        document, block = view.document, view.document.blocks[index]
        if not (self._ends and block.kind in self.kinds) or document.folded[block.start] == '"':
            return
        if not self._ends.stands_in(block_data(document)[index][-4 * LONGEST_ENDING :]):
            return
        last = last_part(document.folded[block.start : block.end])
        span = Span(block.start + last.start, block.start + last.end)
        short = not self.max_words or len(document.folded[span.start : span.end].split()) <= self.max_words
        if last.start and short and view.allowed(*span) and self._is_furniture(document, span):
            yield self._removal(document, *span)


def _span(block: Block) -> Span:
    return Span(block.start, block.end)


def _scrap(document: Document, block: Block, start: int) -> bool:
    """Tell whether all that stands before a stretch is the end of something that is gone: “the newYou”."""
    before = document.folded[block.start : start]
    return before[:1].islower() and before[-1:].isalpha() and len(before.split()) <= _SCRAP_WORDS


def _split_word(document: Document, start: int) -> bool:
    """Tell whether a stretch begins inside a word: after a letter, and not with a capital of its own."""
    before = document.folded[start - 1 : start]
    return before.isalpha() and not document.folded[start].isupper()


def _like_headline(view: View, block: Block) -> bool:
    """Tell whether a block is short, begins like a headline and does not end like a sentence."""
    text = view.document.folded[block.start : block.end].strip()
    if not text or not view.allowed(block.start, block.end) or len(text.split()) not in _HEADLINE_WORDS:
        return False
    opening = text.lstrip("•*-–—>»'\" ")[:1]
    if text.startswith(_NO_HEADLINE) or not (opening.isupper() or opening.isdigit() or opening == "\x1a"):
        return False
    return text.rstrip("'\" ")[-1:] not in ".:;,"


def _repeated(document: Document, found: list[int], times: int) -> list[int]:
    """Keep the blocks whose text stands at least so many times among those found."""
    texts = [" ".join(document.text(document.blocks[index]).split()).casefold() for index in found]
    counts = Counter(texts)
    return [index for index, text in zip(found, texts, strict=True) if counts[text] >= times]


def _in_a_row(found: list[int], least: int) -> Iterator[int]:
    """Yield the indexes that stand in runs of at least so many."""
    run: list[int] = []
    for index in [*found, -1]:
        if run and index != run[-1] + 1:
            yield from run if len(run) >= least else ()
            run = []
        run.append(index)
