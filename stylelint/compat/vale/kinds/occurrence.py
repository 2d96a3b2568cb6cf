"""The kind `occurrence`: too many or too few of something in a block."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.compat.vale.actions import cures
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.layers import Layer
from stylelint.compat.vale.rule import ValeRule


class Occurrence(Kind):
    """Counts the matches of `token`; the first that is no code is where it is told."""

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        flag = "(?i)" if rule.keys["ignorecase"] else ""
        self.counted = context.pattern(rule, f"{flag}(?:{rule.keys['token']})")

    def possible(self, layer: Layer) -> Iterable[int]:
        counts = self.counted.counts(layer.data)
        if counts is None or len(counts) != len(layer.cuts):
            return super().possible(layer)
        wide = layer.wide if self.counted.edges else ()
        return [index for index, count in enumerate(counts) if index in wide or self._wrong(count)]

    def _wrong(self, count: int) -> bool:
        most, least = self.rule.keys["max"], self.rule.keys["min"]
        return bool(0 < most < count or 0 < least > count)

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        count = self.counted.count(text)
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
