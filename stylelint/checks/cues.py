"""The kind `cues`: text of the web page that no expression foresees, known by weak signs that add up."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from stylelint.checks._cue_book import CueBook, shape_of
from stylelint.checks._lines import handed_over
from stylelint.checks._removals import removal
from stylelint.checks.base import Check, Finding, Seen, View, kind
from stylelint.document import ROLES, Block
from stylelint.patterns import Pattern, Several

_EDGE_BLOCKS = 4
"""How many blocks at either end of an article count as its edge."""

_LETTERS = 9
"""So many code points for each word a block may have, blanks with them: what is longer is no short line."""

Place = Literal["anywhere", "start", "end"]

Scores: TypeAlias = dict[int, tuple[int, list[int]]]
"""By the indexes of blocks, what they score, and the cues that stand in them."""


class Cue(NamedTuple):
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
        from stylelint.checks._items import begins_in_word

        after = r"\W*$" if self.at == "end" else r"(?:\b|$)"
        if self.at == "start":
            return rf"(?mi)^[^\w\x1a]*(?:{'|'.join(self.any)}){after}"
        words = list(filter(begins_in_word, self.any))
        others = [body for body in self.any if body not in words]
        # What begins with a sign or an accent has an edge that costs RE2 twice the states.
        both = ((r"\b", words), (r"(?:\b|^|\W)", others))
        found = "|".join(rf"{before}(?:{'|'.join(bodies)})" for before, bodies in both if bodies)
        return f"(?mi)(?:{found}){after}"


class Shapes(NamedTuple):
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
    Credits and their captions are left alone: pictures are what they speak of.

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
    scope = frozenset(ROLES) - {"metadata", "code", "caption", "credit"}
    quotes = "any"
    derived = ("_expressions", "_table")

    cues: Mapping[str, Cue]
    shapes: Shapes = Shapes()
    least: int = 6
    sure: int = 7
    max_words: int = 30
    kinds: tuple[str, ...] = ("paragraph", "quote", "figure")

    def needs(self) -> tuple[str, ...]:
        """Return the beginnings of the words of which one must stand there."""
        from stylelint.checks._stretches import gates_for

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
        """Yield the blocks whose cues add up to enough, but none that are told."""
        seen, told = view.seen, view.told
        own = self._scores(view, {index: None for index in seen if index not in told} if told else seen)
        around = self._around(own).intersection(told, seen)
        scores = own | self._scores(view, dict.fromkeys(sorted(around))) if around else own
        for index, (score, met) in own.items():
            score += self.shapes.beside if self._is_beside(scores, index) else 0
            if score < self.least:
                continue
            block = view.document.blocks[index]
            found = removal(view.document, block.start, block.end, text_only=True)
            sure = found.sure and score >= self.sure
            if sure:
                told.add(index)
            yield found._replace(sure=sure, values={"cues": ", ".join(self._named(met))})

    def _around(self, scores: Scores) -> set[int]:
        """Return the neighbours of blocks that are told otherwise where a neighbour nearly is furniture."""
        bounds, more = (self.least, self.sure), self.shapes.beside
        return {
            beside
            for index, (score, _) in scores.items()
            if any((score < bound) != (score + more < bound) for bound in bounds)
            for beside in (index - 1, index + 1)
        }

    def _is_beside(self, scores: Scores, index: int) -> bool:
        """Tell whether a neighbour of a block is furniture, or nearly."""
        around = (scores[beside] for beside in (index - 1, index + 1) if beside in scores)
        return any(score >= self.least - 1 for score, _ in around)

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
    def _table(self) -> str:
        from stylelint.checks._cue_table import Words, table

        return table([Words(cue.any, cue.at) for _, cue in self._ordered])

    @cached_property
    def _handed(self) -> bytes:
        return handed_over([self._table])[0]

    @cached_property
    def _book(self) -> CueBook:
        return CueBook(self._handed, self._weights, len(self._keys), self._least_sum)

    @cached_property
    def _patterns(self) -> tuple[Several, Several]:
        """The expressions of the keys, and of the others."""
        regexes = dict(zip(self.cues, self._expressions, strict=True))
        keys, ordered = len(self._keys), [regexes[name] for name, _ in self._ordered]
        return Several(ordered[:keys]), Several(ordered[keys:])

    def _standing_in(self, data: bytes) -> list[int]:
        """Return the numbers of the cues in a folded text, in UTF-8; none where no key stands there."""
        keys, others = self._patterns
        found = keys.matching(data)
        return [*found, *(len(self._keys) + other for other in others.matching(data))] if found else []

    @cached_property
    def _least_sum(self) -> int:
        """What the cues of a block add up to that shape and place can make furniture, or nearly so."""
        shapes = self.shapes
        most = sum(max(0, one) for one in (shapes.short, shapes.unfinished, shapes.capitals, shapes.edge))
        return self._nearly - most

    @cached_property
    def _nearly(self) -> int:
        """The score that a neighbour can make enough, or that helps one."""
        return self.least - max(1, self.shapes.beside)

    def _scores(self, view: View, seen: Seen) -> Scores:
        """Return score and cues of every short block among some that may be furniture, or nearly."""
        document, most = view.document, self.max_words
        scores: Scores = {}
        for index, score, met in self._book.short(
            document.folded, document.blocks, seen, self.kinds, most * _LETTERS, most, self._standing_in
        ):
            block = document.blocks[index]
            if not view.takes(block):
                continue
            score += self._shape(document.folded, block)
            if index < _EDGE_BLOCKS or index >= len(document.blocks) - _EDGE_BLOCKS:
                score += self.shapes.edge
            if score >= self._nearly:
                scores[index] = score, met
        return scores

    def _named(self, met: Collection[int]) -> Iterator[str]:
        """Yield the names of those of some cues that speak for furniture, in the order of the rule."""
        names = {self._ordered[number][0] for number in met if self._weights[number] > 0}
        return (name for name in self.cues if name in names)

    def _shape(self, text: str, block: Block) -> int:
        words, unfinished, capitals = shape_of(text, block.start, block.end)
        score = self.shapes.short if words <= 6 else 0
        score += self.shapes.unfinished if unfinished else 0
        return score + (self.shapes.capitals if capitals else 0)
