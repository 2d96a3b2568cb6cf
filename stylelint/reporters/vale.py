"""Lines as `vale --output=line` prints them, for editors and scripts that read those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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


def named(style: Style) -> dict[str, str]:
    """Return the names that Vale has for its own rules, by our ids."""
    found = {}
    for rule in style.book.rules if style.book else ():
        if rule.check.kind == "vale":
            check = getattr(rule.check, "made", rule.check)
            found[rule.id] = str(getattr(check, "name", rule.id))
    return found


def dotted(rule: str) -> str:
    """Return an id as Vale would write it: `titles/age` is `titles.age`."""
    return rule.replace("/", ".", 1)
