"""The kind `occurrence`: too many or too few of something in a block."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.compat.vale.actions import cures
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Found, Kind, State
from stylelint.compat.vale.layers import Layer
from stylelint.compat.vale.rule import ValeRule


class Occurrence(Kind):
    """Counts the matches of `token`; the first that is no code is where it is told."""

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        flag = "(?i)" if rule.keys["ignorecase"] else ""
        self.counted = context.pattern(rule, f"{flag}(?:{rule.keys['token']})")
        self._limits = rule.keys["max"], rule.keys["min"]

    def found(self, layer: Layer, state: State) -> list[Found]:
        counts = self.counted.counts(layer.data)
        if counts is None or len(counts) != len(layer.cuts):
            return super().found(layer, state)
        wide = layer.wide if self.counted.edges else ()
        told: list[Found] = []
        for index, count in enumerate(counts):
            if index in wide:
                count = self.counted.count(layer.cuts[index].text)
            if self._wrong(count):
                told += [(index, *hit) for hit in self._hits(layer.cuts[index].text, count)]
        return told

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        return self._hits(text, self.counted.count(text))

    def _wrong(self, count: int) -> bool:
        most, least = self._limits
        return bool(0 < most < count or 0 < least > count)

    def _hits(self, text: str, count: int) -> Iterable[Hit]:
        """Return what is said of a block with so many matches."""
        if not self._wrong(count):
            return []
        if not count:
            return [(0, 0, self.said("", [str(count)]))]
        for start, end in self.counted.places(text):
            if text[start:end].strip() and text[start:end].strip("*@"):
                match = text[start:end]
                made = cures(self.rule, match) if self.rule.action else None
                return [(start, end, self.said(match, [str(count)], made))]
        return []
