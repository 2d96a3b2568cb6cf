"""What every kind has in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from stylelint.compat.vale.actions import cures, listed_cures
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.message import formatted
from stylelint.compat.vale.regexes import Pattern
from stylelint.compat.vale.rule import ValeRule

State = dict[str, Any]
"""What a rule remembers of a file, by its name."""


class Kind:
    """A rule made ready.

    Class attributes:
        scans: whether each match of `pattern` is judged by itself, so that many blocks
            can be searched at once.
    """

    scans: ClassVar[bool] = False
    pattern: Pattern | None = None

    def __init__(self, rule: ValeRule, context: Context) -> None:
        self.rule, self.context = rule, context

    def gates(self) -> tuple[Pattern, ...]:
        """Return patterns of which one must match in a block that is to be looked at; none for all blocks."""
        return (self.pattern,) if self.scans and self.pattern else ()

    def possible(self, text: str) -> bool:
        """Tell whether a kind without gates may find something in blocks that are parted by `layers.GAP`."""
        return True

    def judge(self, text: str, start: int, end: int) -> Hit | None:
        """Return what is said of one match, None where nothing is."""
        raise NotImplementedError

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        """Return what is said of a block; kinds that scan are asked by `judge` instead."""
        assert self.pattern
        found = (self.judge(text, start, end) for start, end in self.pattern.spans(text))
        return [hit for hit in found if hit]

    def hit(self, text: str, start: int, end: int, groups: Sequence[str] = ()) -> Hit:
        """Return a hit with the rule's message for a match and what its action makes of it."""
        rule, match = self.rule, text[start:end]
        made = cures(rule, match, groups) if rule.action else None
        values = [match, listed_cures(made, match)] if rule.action else [match]
        return self.said(start, end, match, values, made)

    def said(
        self, start: int, end: int, match: str, values: list[str], made: tuple[str, ...] | None = None
    ) -> Hit:
        """Return a hit whose message tells these values."""
        rule = self.rule
        message = formatted(rule.message, values).replace("\n", " ")
        return Hit(
            start, end, match, message, formatted(rule.description, values), made, rule.action, rule.params
        )  # fmt: skip
