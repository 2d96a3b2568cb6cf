"""The kind `conditional`: where the first is, the second must be."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.compat.vale.context import Context, within
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.regexes import Pattern
from stylelint.compat.vale.rule import ValeRule


class Conditional(Kind):
    """With a group in `second`: each `first` must have been caught by it, here or earlier in the file.

    Without a group, `second` must stand in the same block.
    """

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        second = rule.keys["second"]
        self.first = context.pattern(rule, rule.keys["first"])
        self.second = context.pattern(rule, second)
        self.catches = second.count("(") > second.count("(?") + second.count(r"\(")
        self.exceptions = context.exceptions(rule, rule.keys["vocab"])
        self.phrases = context.phrases(rule, rule.keys["vocab"])
        self._known: dict[str, Hit | None] = {}

    def gates(self) -> tuple[Pattern, ...]:
        return self.first, self.second

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        caught: set[str] = state.setdefault(self.rule.name, set())
        if self.catches:
            if self.second.search(text):
                for match in self.second.matches(text):
                    caught.update(group for group in match.groups() if group)
        elif self.second.search(text):
            return []
        known = caught if self.catches else set()
        found = [self.judge(text, *span) for span in self.first.spans(text)]
        return [hit for hit in found if hit and hit.match not in known]

    def judge(self, text: str, start: int, end: int) -> Hit | None:
        match = text[start:end]
        if match not in self._known:
            let = self.exceptions is not None and self.exceptions.search(match)
            self._known[match] = None if let else self.hit(text, start, end)
        hit = self._known[match]
        if hit and self.phrases is not None and within(self.phrases.spans(text), start, end):
            return None
        return hit and hit.at(start, end)
