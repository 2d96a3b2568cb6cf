"""The kind `existence`: words and patterns that must not be there."""

from __future__ import annotations

from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Said
from stylelint.compat.vale.kinds.base import Kind
from stylelint.compat.vale.regexes import Pattern
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
        self.source = source
        self.pattern = context.pattern(rule, source)
        self.exceptions = context.exceptions(rule, keys["vocab"] and not keys["nonword"])
        self._known: dict[str, Said | None] = {}
        grouped = rule.action in ("replace", "edit") and any("$" in param for param in rule.params)
        self._tokens = self._with_groups() if grouped else []

    def judge(self, text: str, start: int, end: int) -> Said | None:
        match = text[start:end]
        if match not in self._known:
            let = self.exceptions is not None and self.exceptions.search(match.strip())
            self._known[match] = None if let else self.of(match, self._groups(text, start, end))
        return self._known[match]

    def _with_groups(self) -> list[Pattern]:
        """Return each token as an expression of its own, so that its groups count from 1."""
        keys = self.rule.keys
        sources = [
            self.context.compose(token, word=not keys["nonword"], ignorecase=keys["ignorecase"])
            for token in keys["tokens"]
            if token.strip()
        ]
        return [self.context.pattern(self.rule, source, group=True) for source in sources or [self.source]]

    def _groups(self, text: str, start: int, end: int) -> tuple[str, ...]:
        """Return what the groups of the token hold that found a match."""
        for pattern in self._tokens:
            found = pattern.at(text, start)
            if found and found.end() == end:
                return tuple(group or "" for group in found.groups())
        return ()
