"""The kind `cues`: text of the web page that no expression foresees, known by weak signs that add up."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from stylelint.checks._gates import begins_in_word
from stylelint.checks._removals import removal
from stylelint.checks._stretches import gates_for
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import ROLES, Block, Document
from stylelint.native import native
from stylelint.patterns import Pattern, Several

_EDGE_BLOCKS = 4
"""How many blocks at either end of an article count as its edge."""

_LETTERS = 9
"""So many code points for each word a block may have, blanks with them: what is longer is no short line."""

_QUOTES = ('"', "'")

_SMALL_WORDS = "a an and at by for from in of on or the to with our your us it is &"
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that stay small where a line is set in capitals."""

Place = Literal["anywhere", "start", "end"]


@dataclass(frozen=True)
class Cue:
    """Words that speak for page furniture, or against it.

    Attributes:
        weight: what it adds; below nought it speaks against furniture.
        any: expressions (RE2) of which one must stand there as whole words.
        at: where in the block: anywhere, at its start or at its end.
        key: whether it is a word of the trade, of which a block must hold one to be looked at; of
            several in one block the heaviest counts, and the others for one each.
    """

    weight: int
    any: tuple[str, ...]
    at: Place = "anywhere"
    key: bool = False

    @property
    def regex(self) -> str:
        """One expression for all of them in their place."""
        after = r"\W*$" if self.at == "end" else r"(?:\b|$)"
        if self.at == "start":
            return rf"(?mi)^[^\w\x1a]*(?:{'|'.join(self.any)}){after}"
        words = list(filter(begins_in_word, self.any))
        others = [body for body in self.any if body not in words]
        # What begins with a sign or an accent has an edge that costs RE2 twice the states.
        both = ((r"\b", words), (r"(?:\b|^|\W)", others))
        found = "|".join(rf"{before}(?:{'|'.join(bodies)})" for before, bodies in both if bodies)
        return f"(?mi)(?:{found}){after}"


@dataclass(frozen=True)
class Shapes:
    """What the shape and the place of a line add to its score.

    Attributes:
        short: it has six words or fewer.
        unfinished: it ends without a stop, a comma or a colon.
        capitals: its words begin with capitals, or are set in them.
        edge: it stands among the first or the last four blocks.
        beside: its neighbour nearly is furniture too.
    """

    short: int = 1
    unfinished: int = 1
    capitals: int = 1
    edge: int = 1
    beside: int = 1


@kind
class Cues(Check):
    """Text of the web page known by cues that add up: words of the trade, imperatives, shape, place.

    In Markdown and HTML, where writers speak to the visitors of the page themselves, it is only a suggestion.

    Attributes:
        cues: by name, the words that speak for furniture or against it, and their weight.
        shapes: what shape and place add.
        least: the score that makes a block furniture.
        sure: the score below which it is only a suggestion.
        max-words: longest block to look at, in words.
        kinds: what the format says the block is: paragraph, heading, item, quote, cell, figure.
    """

    kind = "cues"
    marks = "furniture"
    values = ("cues",)
    scope = frozenset(ROLES) - {"metadata", "code"}
    quotes = "any"
    derived = ("_expressions",)

    cues: Mapping[str, Cue]
    shapes: Shapes = field(default_factory=Shapes)
    least: int = 6
    sure: int = 7
    max_words: int = 30
    kinds: tuple[str, ...] = ("paragraph", "quote", "figure")

    def needs(self) -> tuple[str, ...]:
        """Return the beginnings of the words of which one must stand there."""
        return (gates_for((), (), [body for cue in self._keys for body in cue.any]).need,)

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield expressions that are none, and a score that nothing can reach."""
        if not self._keys:
            yield "cues", "needs a cue that is a key"
        for name, cue in self.cues.items():
            try:
                _ = [Pattern(body).program for body in cue.any]
            except ValueError as error:
                yield "cues", f"“{name}” holds no regular expression: {error}"

    def find(self, view: View) -> Iterator[Finding]:
        """Yield the blocks whose cues add up to enough."""
        scores = {index: (score, met) for index, score, met in self._scores(view)}
        nearly, beside = self.least - 1, self.shapes.beside
        for index, (score, met) in scores.items():
            if any(index + step in scores and scores[index + step][0] >= nearly for step in (-1, 1)):
                score += beside
            if score < self.least:
                continue
            block = view.document.blocks[index]
            found = removal(view.document, block.start, block.end, text_only=True)
            sure = found.sure and score >= self.sure
            yield found._replace(sure=sure, values={"cues": ", ".join(self._named(met))})

    @cached_property
    def _keys(self) -> tuple[Cue, ...]:
        return tuple(cue for cue in self.cues.values() if cue.key)

    @cached_property
    def _expressions(self) -> tuple[str, ...]:
        return tuple(cue.regex for cue in self.cues.values())

    @cached_property
    def _ordered(self) -> tuple[tuple[str, Cue], ...]:
        """The cues with their names, keys first: what is met is told by its number here."""
        return tuple(sorted(self.cues.items(), key=lambda named: not named[1].key))

    @cached_property
    def _weights(self) -> tuple[int, ...]:
        return tuple(cue.weight for _, cue in self._ordered)

    @cached_property
    def _patterns(self) -> tuple[Several, Several]:
        """The expressions of the keys, and of the others."""
        regexes = dict(zip(self.cues, self._expressions, strict=True))
        keys, ordered = len(self._keys), [regexes[name] for name, _ in self._ordered]
        return Several(ordered[:keys]), Several(ordered[keys:])

    @cached_property
    def _least_sum(self) -> int:
        """What the cues of a block add up to that shape and place can make furniture, or nearly so."""
        shapes = self.shapes
        most = sum(max(0, one) for one in (shapes.short, shapes.unfinished, shapes.capitals, shapes.edge))
        return self.least - max(1, shapes.beside) - most

    def _scores(self, view: View) -> Iterator[tuple[int, int, list[int]]]:
        """Yield index, score and cues of every short block that may be furniture, or nearly."""
        document, weights = view.document, self._weights
        for index, keys, others in self._standing_in(document, view.seen):
            # Two words of the trade in one sentence are its subject more often than a call to action: the
            # heaviest counts, and every other one for one.
            score = max(map(weights.__getitem__, keys)) + len(keys) - 1
            score += sum(map(weights.__getitem__, others))
            block = document.blocks[index]
            if score < self._least_sum or not view.takes(block):
                continue
            score += self._shape(document.folded[block.start : block.end].strip())
            if index < _EDGE_BLOCKS or index >= len(document.blocks) - _EDGE_BLOCKS:
                score += self.shapes.edge
            yield index, score, [*keys, *others]

    def _standing_in(
        self, document: Document, seen: Container[int]
    ) -> Iterator[tuple[int, list[int], list[int]]]:
        """Yield the index of every short block in which a key stands, with the keys and all others there.

        Args:
            document: the draft.
            seen: the indexes of the blocks in which a key may stand.
        """
        most = self.max_words * _LETTERS
        short = short_blocks(document.folded, document.blocks, self.kinds, most, self.max_words)
        short = [block for block in short if block[0] in seen]
        keys, others = self._patterns
        found = keys.among([data for _, data in short])
        more = dict(others.among([short[at][1] for at, _ in found]))
        for number, (at, met) in enumerate(found):
            yield short[at][0], met, [len(self._keys) + other for other in more.get(number, ())]

    def _named(self, met: Collection[int]) -> Iterator[str]:
        """Yield the names of those of some cues that speak for furniture, in the order of the rule."""
        names = {self._ordered[number][0] for number in met if self._weights[number] > 0}
        return (name for name in self.cues if name in names)

    def _shape(self, text: str) -> int:
        words = [word for word in text.split() if any(map(str.isalpha, word))]
        raised = [word for word in words if word.lower() not in _SMALL]
        capitals = len(words) > 1 and all(any(map(str.isupper, word)) for word in raised)
        score = self.shapes.short if len(words) <= 6 else 0
        score += self.shapes.unfinished if text[-1:] not in ".,;:?" else 0
        return score + (self.shapes.capitals if capitals else 0)


@native
def short_blocks(
    text: str, blocks: Iterable[Block], kinds: tuple[str, ...], letters: int, words: int, /
) -> list[tuple[int, bytes]]:
    """Return index and text, in UTF-8, of every block that is a short line and no quotation.

    Args:
        text: of the document, folded.
        blocks: of the document.
        kinds: those that count.
        letters: how many code points a block may have.
        words: how many words, cut at blanks.
    """
    return [
        (index, text[start:end].encode())
        for index, (start, end, kind, *_) in enumerate(blocks)
        if end - start <= letters
        and text.count(" ", start, end) < words
        and not text.startswith(_QUOTES, start, end)
        and kind in kinds
    ]
