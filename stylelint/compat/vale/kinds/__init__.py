"""The kinds of rules that Vale has, each a class in a module of its name."""

from __future__ import annotations

from importlib import import_module

from stylelint.compat.vale.context import Context
from stylelint.compat.vale.kinds.base import Kind
from stylelint.compat.vale.rule import ValeRule

CLASSES = {
    "existence": "Existence",
    "substitution": "Substitution",
    "occurrence": "Occurrence",
    "repetition": "Repetition",
    "consistency": "Consistency",
    "conditional": "Conditional",
    "capitalization": "Capitalization",
    "readability": "Readability",
    "metric": "Metric",
    "spelling": "Spelling",
    "sequence": "WordSequence",
}


def made(rule: ValeRule, context: Context) -> Kind | None:
    """Return a rule made ready to run; None for a kind that is not run here.

    Raises:
        UserError: one of its expressions or files cannot be used.
    """
    if rule.kind not in CLASSES:
        return None
    module = import_module(f"stylelint.compat.vale.kinds.{rule.kind}")
    kind: type[Kind] = getattr(module, CLASSES[rule.kind])
    return kind(rule, context)
