"""The kind `occurrence`: too many or too few of something in a block."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.rule import ValeRule


class Occurrence(Kind):
    """Counts the matches of `token`; the first that is no code is where it is told."""

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        flag = "(?i)" if rule.keys["ignorecase"] else ""
        self.counted = context.pattern(rule, f"{flag}(?:{rule.keys['token']})")

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        most, least = self.rule.keys["max"], self.rule.keys["min"]
        if most > 0 and not least and len(text) <= most:
            return []
        count = len(self.counted.texts(text))
        if not ((most > 0 and count > most) or (least > 0 and count < least)):
            return []
        if not count:
            return [self.said(0, 0, "", [str(count)])]
        for start, end in self.counted.places(text):
            if text[start:end].strip() and text[start:end].strip("*@"):
                hit = self.hit(text, start, end)
                told = self.said(start, end, hit.match, [str(count)], hit.cures)
                return [told]
        return []
