"""The kind `readability`: the years of school that the draft asks for."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.measure import GRADES, counts


class Readability(Kind):
    """Tells where the mean of the grades is above `grade`."""

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        measured = counts(text)
        metrics = self.rule.keys["metrics"]
        if not measured.words or not metrics:
            return []
        grade = sum(GRADES[name](measured) for name in metrics if name in GRADES) / len(metrics)
        return [(0, 0, self.said("", [f"{grade:.2f}"]))] if grade > self.rule.keys["grade"] else []
