"""Faults that a rule has by itself: dead expressions, things said twice, needs that shut it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from stylelint import readers
from stylelint.checks._macros import expand
from stylelint.checks.base import Check, View
from stylelint.checks.consistent import Consistent
from stylelint.checks.furniture import Furniture
from stylelint.checks.pattern import PatternCheck
from stylelint.checks.title import Title
from stylelint.examples import path_for
from stylelint.proofread.expressions import always, idle, never
from stylelint.rulebook.rule import Rule
from stylelint.scanner import Scanner
from stylelint.text import same

_EXPRESSIONS: dict[type[Check], tuple[str, ...]] = {
    PatternCheck: ("pattern", "except_", "only_after", "only_before", "unless_after", "unless_before"),
    Furniture: ("lines", "heads", "tails", "unless"),
}
_EVERYWHERE: dict[str, Callable[[str], bool]] = {
    "except_": lambda expression: always(expression) or idle(expression),
    "unless": always,
    "unless_after": idle,
    "unless_before": idle,
}
"""Keys of what makes a match right, and whether that is so of every match: then the rule is silent."""


def faults(rule: Rule) -> Iterator[str]:
    """Yield what is wrong with a rule whatever the others say."""
    for key in _EXPRESSIONS.get(type(rule.check), ()):
        yield from _expressions(key, getattr(rule.check, key))
    if isinstance(rule.check, Consistent) and rule.check.regex:
        yield from _expressions("groups", tuple(form for group in rule.check.groups for form in group))
    if isinstance(rule.check, Title):
        forms = rule.check.forms if rule.check.case else tuple(map(same, rule.check.forms))
        yield from _twice("forms", forms)


def _expressions(key: str, value: Any) -> Iterator[str]:
    name = key.strip("_").replace("_", "-")
    expressions = (value,) if isinstance(value, str) else value
    yield from _twice(name, expressions)
    for expression in filter(None, dict.fromkeys(expressions)):
        expanded = expand(expression)
        yield from (f"{name}: {fault}" for fault in never(expanded))
        if key in _EVERYWHERE and _EVERYWHERE[key](expanded):
            yield f"{name}: “{expression}” matches everything, so the rule finds nothing"


def _twice(name: str, texts: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{name}: “{text}” is there twice" for text, count in Counter(texts).items() if count > 1)


def shut_out(rule: Rule) -> Iterator[tuple[int, str]]:
    """Yield line and file of bad examples in which the check would find something, but is never asked."""
    scanner = Scanner([rule])
    for example in rule.examples:
        if not example.bad:
            continue
        document = readers.read(path_for(rule, example), example.text.encode(), example.format)
        view = View(document, rule.scope, rule.quotes)
        if not scanner.asked(document) and any(True for _ in rule.check.find(view)):
            yield example.line, example.file
