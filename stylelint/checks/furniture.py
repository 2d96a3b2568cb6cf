"""The kind `furniture`: text of the web page that came along with the article."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from stylelint.checks._endings import ending, tail_start, tells
from stylelint.checks._judging import Judge
from stylelint.checks._lines import Lines, Whole
from stylelint.checks._neighbours import headlines_below, in_a_row, repeated
from stylelint.checks._page_voice import is_scrap, splits_word
from stylelint.checks._removals import removal
from stylelint.checks.base import Check, Finding, Seen, View, kind
from stylelint.document import ROLES, Block, Document, Span
from stylelint.patterns import Pattern

if TYPE_CHECKING:
    from stylelint.checks._stretches import Gates

Place = Literal["anywhere", "start", "end", "edges"]

_EDGE_BLOCKS = 4
"""How many blocks at either end of an article count as its start and its end."""


@kind
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
    derived = ("_ends", "_programs")

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
        """Return a need for each line, one for all heads and one for all tails."""
        return self._needs

    def openings(self) -> tuple[str, ...]:
        return self._openings

    def sentence_openings(self) -> str:
        """Return how a last sentence begins by which a block may end with one of the lines."""
        return "\n".join(self._sentence_openings)

    @cached_property
    def _gates(self) -> list[Gates]:
        from stylelint.checks._stretches import gates_for

        lines = [gates_for((line,), (), ()) for line in self.lines]
        return [*lines, gates_for((), self.heads, ()), gates_for((), (), self.tails)]

    @cached_property
    def _needs(self) -> tuple[str, ...]:
        return tuple(gates.need for gates in self._gates)

    @cached_property
    def _sentence_openings(self) -> tuple[str, ...]:
        from stylelint.checks._stretches import telling

        # A line may stand, as a sentence of its own, at the end of a paragraph too.
        alone = self.together == self.repeats == 1 and self.place == "anywhere"
        return tuple(telling(self.lines)) if alone else ()

    @cached_property
    def _openings(self) -> tuple[str, ...]:
        return tuple("\n".join(gates.openings) for gates in self._gates)

    def whole_block(self) -> Whole:
        """Return what tells whether a block is one of the lines."""
        return self._lines.whole

    def problems(self) -> Iterator[tuple[str, str]]:
        from stylelint.checks._macros import expand

        if not (self.lines or self.heads or self.tails):
            yield "lines", "needs lines, heads or tails to look for"
        for key in ("lines", "heads", "tails", "unless"):
            for expression in getattr(self, key):
                try:
                    _ = Pattern(expand(expression)).program
                except ValueError as error:
                    yield key, f"“{expression}” is no regular expression: {error}"

    def find(self, view: View) -> Iterator[Finding]:
        document, seen, told = view.document, view.seen, view.told
        if told and self._is_alone:
            seen = {index: numbers for index, numbers in seen.items() if index not in told}
        whole = self._blocks(view, seen)
        for index, part in sorted(whole.items()):
            found = self._removal(document, *part)
            if found.sure and part == document.blocks[index][:2]:
                told.add(index)
            yield found
        for index, numbers in seen.items():
            if index not in whole and (numbers is None or not numbers.isdisjoint(self._glued)):
                yield from self._within(view, index, numbers)

    @cached_property
    def _is_alone(self) -> bool:
        """Whether what it finds in a block does not hang on others."""
        return self.together == self.repeats == 1 and not self.follows

    @cached_property
    def _glued(self) -> frozenset[int]:
        """The numbers of the needs of heads and tails, and of the last sentence."""
        return frozenset(range(len(self.lines), len(self.lines) + 3))

    @cached_property
    def _edges(self) -> frozenset[int]:
        """The numbers of the needs of heads and tails."""
        return frozenset(range(len(self.lines), len(self.lines) + 2))

    def _within(self, view: View, index: int, numbers: Set[int] | None) -> Iterator[Finding]:
        """Yield the stretches glued to a block, or else its last sentence."""
        document, found = view.document, False
        glued = numbers is None or not numbers.isdisjoint(self._edges)
        for start, end in self._stretches(document, document.blocks[index], numbers) if glued else ():
            if start == end or splits_word(document.folded, start) or not view.allowed(start, end):
                continue
            if not self._judge.clears(document.prose[start:end]):
                found = True
                yield self._glued_removal(document, index, start, end)
        if self._sentence_openings and not found and (numbers is None or len(self.lines) + 2 in numbers):
            ends = self._ending(view, index, numbers)
            if ends:
                yield ends

    def _stretches(self, document: Document, block: Block, numbers: Set[int] | None) -> Iterator[Span]:
        """Yield what looks like the page's at the start of a block that goes on, and at its end."""
        heads = len(self.lines)
        if self._head and (numbers is None or heads in numbers):
            yield from (Span(*match.groups[1]) for match in self._head.matches_in(document, [_span(block)]))
        if self._tail and (numbers is None or heads + 1 in numbers):
            data = document.folded[block.start : block.end].encode()
            found = self._tail.first_in(data)
            if found:
                edge = block.start + len(data[: found.start()].decode())
                yield Span(tail_start(document.folded, edge), block.end)

    def _removal(self, document: Document, start: int, end: int) -> Finding:
        return removal(document, start, end, text_only=self.text_only)

    def _glued_removal(self, document: Document, index: int, start: int, end: int) -> Finding:
        """Return the removal of a stretch, and of the scrap before it if that is all there is before it."""
        first = document.blocks[index].start
        return self._removal(document, first if is_scrap(document.folded, first, start) else start, end)

    @cached_property
    def _ends(self) -> tuple[str, ...]:
        from stylelint.checks._stretches import ends

        return ends(self.heads, self.tails, self.unless)

    @cached_property
    def _programs(self) -> tuple[str, ...]:
        from stylelint.checks._macros import whole
        from stylelint.checks._programs import program

        return tuple(program(whole(line), case=self.case) for line in self.lines)

    @cached_property
    def _lines(self) -> Lines:
        needs, openings = self._needs[:-2], self._openings[:-2]
        return Lines(self.lines, self._programs, needs, openings, self.kinds, self.max_words, case=self.case)

    def _pattern(self, expression: str) -> Pattern | None:
        return Pattern(expression, case=self.case) if expression else None

    @cached_property
    def _head(self) -> Pattern | None:
        return self._pattern(self._ends[0])

    @cached_property
    def _tail(self) -> Pattern | None:
        return self._pattern(self._ends[1])

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self._lines, self._pattern(self._ends[2]))

    def _blocks(self, view: View, seen: Seen) -> dict[int, Span]:
        """Return what is furniture of every block that is furniture whole, by the block's index."""
        document = view.document
        lines = self._lines.among(document, seen)
        whole = {index: part for index in lines if (part := self._counted(view, index))}
        if self._is_alone:
            return whole
        found = list(whole)
        if self.repeats > 1:
            found = repeated(document, found, self.repeats)
        if self.together > 1:
            found = list(in_a_row(found, self.together))
        whole = {index: whole[index] for index in found}
        for index in found if self.follows else ():
            for below in headlines_below(view, index, self.follows, self.kinds):
                if below in whole:
                    break
                whole[below] = self._part(document, below)
        return whole

    def _counted(self, view: View, index: int) -> Span | None:
        """Return what of a block is furniture; None where the rule wants another, or something clears it."""
        document = view.document
        block = document.blocks[index]
        if self.place != "anywhere" and not self._in_place(index, len(document.blocks)):
            return None
        if document.folded[block.start] == '"':
            return None  # somebody says it
        if not view.takes(block) or self._judge.clears(document.text(block)):
            return None
        return self._part(document, index)

    def _in_place(self, index: int, count: int) -> bool:
        """Tell whether a block of so many stands where the rule wants it."""
        first, last = index < _EDGE_BLOCKS, index >= count - _EDGE_BLOCKS
        return (first and self.place != "end") or (last and self.place != "start")

    def _part(self, document: Document, index: int) -> Span:
        """Return the stretch of a block that is furniture, without the article's sentences."""
        first, last, *_ = document.blocks[index]
        start, end = self._judge.part(document.prose[first:last], document.folded[first:last])
        return Span(first + start, first + end)

    def _ending(self, view: View, index: int, numbers: Set[int] | None) -> Finding | None:
        """Return the removal of the last sentence of a paragraph if it is a line of the page."""
        document, block = view.document, view.document.blocks[index]
        if block.kind not in self.kinds or document.folded[block.start] == '"':
            return None
        start, end, text, head = ending(document, index)
        if not text or not self._lines.fit_part(text, head, numbers):
            return None
        if not view.allowed(start, end) or self._judge.clears(document.prose[start:end]):
            return None
        told = tells(document, index, self._sentence_openings)
        return self._removal(document, start, end) if told else None


def _span(block: Block) -> Span:
    return Span(block.start, block.end)
