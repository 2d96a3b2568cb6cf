"""One line a diagnostic, as compilers write them: editors and `grep` know what to do with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stylelint.diagnostics import LEVELS
from stylelint.reporters import Checked, Style, Tally, parts
from stylelint.reporters.terminal import paint, printable


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield `path:line:column: level: message [rule]` for each diagnostic, then the counts."""
    tally = Tally()
    painted = {level: paint(level, level, style.colour) for level in LEVELS}
    for result in tally.watch(results):
        path = paint(printable(result.path), "path", style.colour)
        for some in parts(result.diagnostics):
            yield "".join(
                f"{path}:{d.line}:{d.column}: {painted[d.level]}: {printable(d.message)} [{d.rule}]\n"
                for d in some
            )
    if style.statistics:
        yield from (f"{row}\n" for row in tally.table())
    if style.summary:
        yield f"{tally.summary()}\n"
