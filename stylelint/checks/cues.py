"""The kind `cues`: text of the web page that no expression foresees, known by weak signs that add up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from stylelint.checks._gates import begins_in_word
from stylelint.checks._removals import removal
from stylelint.checks._stretches import gates_for
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import ROLES, Document
from stylelint.literals import literals
from stylelint.patterns import Pattern, Several, block_data

_EDGE_BLOCKS = 4
"""How many blocks at either end of an article count as its edge."""

_LETTERS = 9
"""So many code points for each word a block may have, blanks with them: what is longer is no short line."""

_QUOTES = (b'"', b"'")

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


class Known:
    """Cues that are looked for together.

    Args:
        cues: each with its name and its expression.
    """

    def __init__(self, cues: Iterable[tuple[str, Cue, str]]) -> None:
        self._cues = list(cues)
        self._patterns = Several(regex for *_, regex in self._cues)

    def among(self, texts: Sequence[bytes]) -> Iterator[tuple[int, dict[str, Cue]]]:
        """Yield the index of each folded text, in UTF-8, in which cues stand, and those by name."""
        for index, met in self._patterns.among(texts):
            yield index, {name: cue for name, cue, _ in map(self._cues.__getitem__, met)}


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

    def literals(self) -> tuple[tuple[str, ...], ...]:
        """Return the beginnings of the words of which one must stand there.

        As `needs` they would be met in every draft, and what is short enough to be looked at is a part of it.
        """
        return (literals(gates_for((), (), [body for cue in self._keys for body in cue.any]).need),)

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
        scores = dict(self._scores(view))
        for index, (score, names) in scores.items():
            beside = max((scores.get(index + step, (0, ()))[0] for step in (-1, 1)), default=0)
            total = score + (self.shapes.beside if beside >= self.least - 1 else 0)
            if total < self.least:
                continue
            block = view.document.blocks[index]
            found = removal(view.document, block.start, block.end, text_only=True)
            yield found._replace(sure=found.sure and total >= self.sure, values={"cues": ", ".join(names)})

    @cached_property
    def _keys(self) -> tuple[Cue, ...]:
        return tuple(cue for cue in self.cues.values() if cue.key)

    @cached_property
    def _expressions(self) -> tuple[str, ...]:
        return tuple(cue.regex for cue in self.cues.values())

    @cached_property
    def _known(self) -> dict[bool, Known]:
        """The cues that are keys (True), and the others (False)."""
        cues = [(*named, regex) for named, regex in zip(self.cues.items(), self._expressions, strict=True)]
        return {key: Known(cue for cue in cues if cue[1].key == key) for key in (True, False)}

    @cached_property
    def _least_sum(self) -> int:
        """What the cues of a block add up to that shape and place can make furniture, or nearly so."""
        shapes = self.shapes
        most = sum(max(0, one) for one in (shapes.short, shapes.unfinished, shapes.capitals, shapes.edge))
        return self.least - max(1, shapes.beside) - most

    def _scores(self, view: View) -> Iterator[tuple[int, tuple[int, list[str]]]]:
        """Yield index, score and names of cues of every short block that may be furniture, or nearly."""
        document = view.document
        for index, found in self._standing_in(document):
            block, score = document.blocks[index], _sum(found.values())
            if score < self._least_sum or not view.allowed(block.start, block.end):
                continue
            score += self._shape(document.folded[block.start : block.end].strip())
            edge = index < _EDGE_BLOCKS or index >= len(document.blocks) - _EDGE_BLOCKS
            names = [name for name, cue in self.cues.items() if name in found and cue.weight > 0]
            yield index, (score + edge * self.shapes.edge, names)

    def _standing_in(self, document: Document) -> Iterator[tuple[int, dict[str, Cue]]]:
        """Yield the index of every short block in which a key stands, and all its cues by name."""
        data = block_data(document)
        short = self._short(document, data)
        keys = [(short[at], found) for at, found in self._known[True].among([data[i] for i in short])]
        others = dict(self._known[False].among([data[index] for index, _ in keys]))
        for at, (index, found) in enumerate(keys):
            yield index, {**found, **others.get(at, {})}

    def _short(self, document: Document, data: list[bytes]) -> list[int]:
        """Return the index of every short block."""
        most, words, kinds = self.max_words * _LETTERS, self.max_words, self.kinds
        return [
            index
            for index, block in enumerate(document.blocks)
            if block.end - block.start <= most
            and (text := data[index]).count(b" ") < words
            and block.kind in kinds
            and not text.startswith(_QUOTES)
        ]

    def _shape(self, text: str) -> int:
        words = [word for word in text.split() if any(map(str.isalpha, word))]
        raised = [word for word in words if word.lower() not in _SMALL]
        capitals = len(words) > 1 and all(any(map(str.isupper, word)) for word in raised)
        score = self.shapes.short if len(words) <= 6 else 0
        score += self.shapes.unfinished if text[-1:] not in ".,;:?" else 0
        return score + (self.shapes.capitals if capitals else 0)


def _sum(cues: Collection[Cue]) -> int:
    """Add up weights; of the keys the heaviest counts, and every other one for one.

    Two words of the trade in one sentence are its subject more often than a call to action.
    """
    keys = [cue.weight for cue in cues if cue.key]
    return sum(cue.weight for cue in cues if not cue.key) + max(keys, default=0) + len(keys) - 1
