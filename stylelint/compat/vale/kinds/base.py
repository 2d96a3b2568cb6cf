"""What every kind has in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, TypeAlias

from stylelint.compat.vale.actions import cures, listed_cures
from stylelint.compat.vale.context import Context
from stylelint.compat.vale.hits import Hit, Said
from stylelint.compat.vale.layers import Layer
from stylelint.compat.vale.message import formatted
from stylelint.compat.vale.regexes import Pattern
from stylelint.compat.vale.rule import ValeRule
from stylelint.compat.vale.search import blocks_with, located, together

State = dict[str, Any]
"""What a rule remembers of a file, by its name."""

Found: TypeAlias = tuple[int, int, int, Said]
"""Number of a block, start and end in it, and what is said of that."""


class Kind:
    """A rule made ready.

    Class attributes:
        scans: whether each match of `pattern` is judged by itself, so that many blocks
            can be searched at once.

    Attributes:
        fragments: whether it looks at the sentences of all blocks.
    """

    scans: ClassVar[bool] = False
    fragments: bool = False
    pattern: Pattern | None = None

    def __init__(self, rule: ValeRule, context: Context) -> None:
        self.rule, self.context = rule, context

    def gates(self) -> tuple[Pattern, ...]:
        """Return patterns of which one must match in a block that is to be looked at; none for all blocks."""
        return (self.pattern,) if self.scans and self.pattern else ()

    def found(self, layer: Layer, state: State) -> list[Found]:
        """Return what is said of the blocks of a layer."""
        if self.scans and self.pattern is not None and together(self.pattern):
            return self._scanned(self.pattern, layer)
        told: list[Found] = []
        for index in self.possible(layer):
            own = {**state, "counts": layer.counts[index]} if layer.counts is not None else state
            told += [(index, *hit) for hit in self.hits(layer.cuts[index].text, own)]
        return told

    def _scanned(self, pattern: Pattern, layer: Layer) -> list[Found]:
        """Judge each match of a pattern by itself."""
        cuts, judge = layer.cuts, self.judge
        return [
            (index, start, end, said)
            for index, start, end in located(pattern, layer)
            if (said := judge(cuts[index].text, start, end))
        ]

    def possible(self, layer: Layer) -> Iterable[int]:
        """Return the numbers of the blocks in which there may be something; all, if nothing is known."""
        gates = self.gates()
        return blocks_with(gates, layer) if gates else range(len(layer.cuts))

    def judge(self, text: str, start: int, end: int) -> Said | None:
        """Return what is said of one match, None where nothing is."""
        raise NotImplementedError

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        """Return what is said of a block; kinds that scan are asked by `judge` instead."""
        assert self.pattern
        found = ((start, end, self.judge(text, start, end)) for start, end in self.pattern.spans(text))
        return [(start, end, said) for start, end, said in found if said]

    def of(self, match: str, groups: Sequence[str] = ()) -> Said:
        """Return the rule's message for a match, with what its action makes of it."""
        rule = self.rule
        made = cures(rule, match, groups) if rule.action else None
        values = [match, listed_cures(made, match)] if rule.action else [match]
        return self.said(match, values, made)

    def said(self, match: str, values: list[str], made: tuple[str, ...] | None = None) -> Said:
        """Return the rule's message with these values in it."""
        rule = self.rule
        message = formatted(rule.message, values).replace("\n", " ")
        return Said(match, message, formatted(rule.description, values), made, rule.action, rule.params)
