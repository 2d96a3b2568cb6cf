"""The kind `conditional`: where the first is, the second must be."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.compat.vale.context import Context, within
from stylelint.compat.vale.hits import Hit, Said
from stylelint.compat.vale.kinds.base import Found, Kind, State
from stylelint.compat.vale.layers import Layer
from stylelint.compat.vale.regexes import Pattern
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.search import blocks_with, located, together


class Conditional(Kind):
    """With a group in `second`: each `first` must have been caught by it, here or earlier in the file.

    Without a group, `second` must stand in the same block.
    """

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        second, self.folded = rule.keys["second"], rule.keys["ignorecase"]
        flag = "(?i)" if self.folded else ""
        self.first = context.pattern(rule, flag + rule.keys["first"])
        self.second = context.pattern(rule, flag + second)
        self.catches = second.count("(") > second.count("(?") + second.count(r"\(")
        self.exceptions = context.exceptions(rule, rule.keys["vocab"])
        self.phrases = context.phrases(rule, rule.keys["vocab"])
        self._known: dict[str, Said | None] = {}

    def gates(self) -> tuple[Pattern, ...]:
        return self.first, self.second

    def found(self, layer: Layer, state: State) -> list[Found]:
        if not (together(self.first) and together(self.second)):
            return super().found(layer, state)
        places: dict[int, list[tuple[int, int]]] = {}
        for index, start, end in located(self.first, layer):
            places.setdefault(index, []).append((start, end))
        told: list[Found] = []
        seconds = frozenset(blocks_with((self.second,), layer))
        for index in sorted(seconds | places.keys()):
            text = layer.cuts[index].text
            hits = self._hits(text, places.get(index, ()), state, index in seconds)
            told += [(index, *hit) for hit in hits]
        return told

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        return self._hits(text, self.first.spans(text), state, True)

    def _hits(self, text: str, places: Iterable[tuple[int, int]], state: State, second: bool) -> list[Hit]:
        """Return what is said of the first in a block; in it, the second may stand or not."""
        caught: set[str] = state.setdefault(self.rule.name, set())
        if second and self.catches:
            for _, *groups in self.second.grouped(text):
                caught.update(self._folded(text[start:end]) for start, end in groups if start < end)
        elif second and self.second.search(text):
            return []
        judge, folded = self.judge, self._folded
        return [
            (start, end, said)
            for start, end in places
            if (said := judge(text, start, end)) and folded(said.match) not in caught
        ]

    def _folded(self, text: str) -> str:
        return text.casefold() if self.folded else text

    def judge(self, text: str, start: int, end: int) -> Said | None:
        match = text[start:end]
        if match not in self._known:
            let = self.exceptions is not None and self.exceptions.search(match)
            self._known[match] = None if let else self.of(match)
        said = self._known[match]
        if said and self.phrases is not None and within(self.phrases.spans(text), start, end):
            return None
        return said
