"""The report for people: the line, a mark under the span, what is wrong, why, and the cure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stylelint.diagnostics import Diagnostic
from stylelint.reporters import Checked, Style, Tally, parts
from stylelint.reporters.cure import cure
from stylelint.reporters.excerpt import excerpt
from stylelint.reporters.terminal import paint, printable


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield what was found, a piece for each file, then the counts.

    The reason behind a rule is given where the rule is first broken.
    """
    tally, explained = Tally(), set[str]()
    for result in tally.watch(results):
        head = paint(printable(result.path), "path", style.colour) + "\n"
        for some in parts(result.diagnostics):
            entries = ["\n".join((*_entry(result.source, d, style, explained), "\n")) for d in some]
            yield "".join((head, *entries)) if entries else ""
            head = ""
    if style.statistics:
        yield from (f"{row}\n" for row in tally.table())
    if style.summary:
        yield "\n".join(line for line in (tally.summary(), tally.hint()) if line) + "\n"


def _entry(source: str, diagnostic: Diagnostic, style: Style, explained: set[str]) -> Iterator[str]:
    level = paint(diagnostic.level, diagnostic.level, style.colour)
    yield f"  {diagnostic.line}:{diagnostic.column} {level} {diagnostic.rule}"
    yield f"    {printable(diagnostic.message)}"
    for line, mark in excerpt(source, diagnostic, style.width - 6):
        yield f"    | {line}"
        yield f"    | {mark[: -len(mark.lstrip())]}{paint(mark.lstrip(), diagnostic.level, style.colour)}"
    if diagnostic.why and diagnostic.rule not in explained:
        explained.add(diagnostic.rule)
        yield paint(f"    why: {printable(diagnostic.why)}", "dim", style.colour)
    if diagnostic.fix:
        yield paint(f"    fix: {cure(source, diagnostic.fix)}", "fix", style.colour)
    if diagnostic.choices:
        words = ", ".join(f"“{printable(choice)}”" for choice in diagnostic.choices)
        yield paint(f"    perhaps: {words}", "fix", style.colour)
    for place in diagnostic.related:
        yield f"    see: {place.line}:{place.column} {printable(place.message)}"
