"""The kind `metric`: a formula over what the draft consists of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict

from stylelint.compat.vale.formula import evaluate
from stylelint.compat.vale.hits import Hit
from stylelint.compat.vale.kinds.base import Kind, State
from stylelint.compat.vale.measure import counts
from stylelint.errors import UserError

_ALWAYS = ("pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, 7)))


class Metric(Kind):
    """Tells where the value of the formula meets the condition."""

    def hits(self, text: str, state: State) -> Iterable[Hit]:
        measured = counts(text)
        if not measured.words:
            return []
        names = dict.fromkeys(_ALWAYS, 0.0)
        names |= {
            k.replace(".", "_"): float(v)
            for k, v in state.get("counts", {}).items()
            if not k.startswith("table")
        }
        names |= {key: float(value) for key, value in asdict(measured).items()}
        names |= {f'check["{name}"]': number for name, number in state.get("told", {}).items()}
        try:
            value = float(
                evaluate(re.sub(r"heading\.(h[1-6])", r"heading_\1", self.rule.keys["formula"]), names)
            )
            told = evaluate(f"{value:f} {self.rule.keys['condition']}", names)
        except ValueError as error:
            raise UserError(f"{self.rule.name}: {error}", self.rule.path, 1, 1) from None
        return [(0, 0, self.said("", [f"{value:.2f}"]))] if told else []
