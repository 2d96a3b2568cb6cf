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
            entries = [_entry(result.source, d, style, explained) for d in some]
            yield "".join((head, *entries)) if entries else ""
            head = ""
    if style.statistics:
        yield from (f"{row}\n" for row in tally.table())
    if style.summary:
        yield "\n".join(line for line in (tally.summary(), tally.hint()) if line) + "\n"


def _entry(source: str, diagnostic: Diagnostic, style: Style, explained: set[str]) -> str:
    line, column, rule = diagnostic.line, diagnostic.column, diagnostic.rule
    level, colour = diagnostic.level, style.colour
    lines = [
        f"  {line}:{column} {paint(level, level, colour)} {rule}",
        f"    {printable(diagnostic.message)}",
    ]
    for shown, blanks, mark in excerpt(source, diagnostic, style.width - 6):
        lines += [f"    | {shown}", f"    | {blanks}{paint(mark, level, colour)}"]
    if rule not in explained and diagnostic.why:
        explained.add(rule)
        lines.append(paint(f"    why: {printable(diagnostic.why)}", "dim", colour))
    if diagnostic.fix:
        lines.append(paint(f"    fix: {cure(source, diagnostic.fix)}", "fix", colour))
    if diagnostic.choices:
        words = ", ".join(f"“{printable(choice)}”" for choice in diagnostic.choices)
        lines.append(paint(f"    perhaps: {words}", "fix", colour))
    for related in diagnostic.related:
        lines.append(f"    see: {related.line}:{related.column} {printable(related.message)}")
    return "\n".join([*lines, "", ""])
