"""Lines as `vale --output=line` prints them, for editors and scripts that read those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from stylelint.reporters import Checked, Style
from stylelint.reporters.terminal import printable


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield `path:line:column:Style.Rule:message` for each diagnostic, and nothing else."""
    names = named(style)
    for result in results:
        path = printable(result.path)
        yield "".join(
            f"{path}:{d.line}:{d.column}:{names.get(d.rule) or dotted(d.rule)}:{printable(d.message)}\n"
            for d in result.diagnostics
        )


Recipe = tuple[str, tuple[str, ...]]
"""Name and parameters of an action."""


def named(style: Style) -> dict[str, str]:
    """Return the names that Vale has for its own rules, by our ids."""
    return {rule: str(check.name) for rule, check in _checks(style)}


def recipes(style: Style) -> dict[str, Recipe]:
    """Return what the files of Vale's rules say of the cure, by our ids."""
    return {rule: (str(check.action), tuple(check.params)) for rule, check in _checks(style)}


def _checks(style: Style) -> Iterator[tuple[str, Any]]:
    for rule in style.book.rules if style.book else ():
        if rule.check.kind == "vale":
            yield rule.id, getattr(rule.check, "made", rule.check)


def dotted(rule: str) -> str:
    """Return an id as Vale would write it: `titles/age` is `titles.age`."""
    return rule.replace("/", ".", 1)
