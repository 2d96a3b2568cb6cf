"""The kind `existence`: words and patterns that must not be there."""

from __future__ import annotations

from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind
from stylelint.compat.vale.rule import ValeRule


class Existence(Kind):
    """Tells every match of the tokens that holds no exception."""

    scans = True

    def __init__(self, rule: ValeRule, context: Context) -> None:
        super().__init__(rule, context)
        keys = rule.keys
        tokens = "|".join(token for token in keys["tokens"] if token.strip())
        source = context.compose(
            tokens, word=bool(keys["tokens"]) and not keys["nonword"], ignorecase=keys["ignorecase"],
            raw="".join(keys["raw"]), append=keys["append"],
        )  # fmt: skip
        self.pattern = context.pattern(rule, source)
        self.exceptions = context.exceptions(rule, keys["vocab"] and not keys["nonword"])
        self._known: dict[str, Hit | None] = {}

    def judge(self, text: str, start: int, end: int) -> Hit | None:
        match = text[start:end]
        if match not in self._known:
            let = self.exceptions is not None and self.exceptions.search(match.strip())
            self._known[match] = None if let else self.hit(text, start, end)
        known = self._known[match]
        return known and known._replace(start=start, end=end)
