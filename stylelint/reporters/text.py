"""The report for people: the line, a mark under the span, what is wrong, why, and the cure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stylelint.diagnostics import Diagnostic, Fix
from stylelint.reporters import Checked, Style, Tally
from stylelint.reporters.excerpt import excerpt
from stylelint.reporters.terminal import paint, printable

_LONGEST = 60


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield what was found, a piece for each file, then the counts.

    The reason behind a rule is given where the rule is first broken.
    """
    tally, explained = Tally(), set[str]()
    for result in tally.watch(results):
        if result.diagnostics:
            path = paint(printable(result.path), "path", style.colour)
            entries = ("\n".join(_entry(result.source, d, style, explained)) for d in result.diagnostics)
            yield f"{path}\n" + "\n\n".join(entries) + "\n\n"
    if style.statistics:
        yield from (f"{row}\n" for row in tally.table())
    if style.summary:
        yield f"{tally.summary()}\n"


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
        yield paint(f"    fix: {_cure(source, diagnostic.fix)}", "fix", style.colour)
    for place in diagnostic.related:
        yield f"    see: {place.line}:{place.column} {printable(place.message)}"


def _cure(source: str, fix: Fix) -> str:
    """Say in one line what the edits would do."""
    done = [_deed(source[e.span.start : e.span.end], e.text) for e in fix.edits[:3]]
    more = ["…"] if len(fix.edits) > 3 else []
    return "; ".join(done + more) + ("" if fix.safe else " (a person should look)")


def _deed(old: str, new: str) -> str:
    if not new:
        return f"take out {_quoted(old)}"
    return f"{_quoted(old)} → {_quoted(new)}" if old else f"put in {_quoted(new)}"


def _quoted(text: str) -> str:
    """Put words in quotation marks; a mark of punctuation stands bare, or it could not be made out."""
    shown = _short(text)
    return f"“{shown}”" if any(map(str.isalnum, shown)) or not shown else shown


def _short(text: str) -> str:
    line = printable(text if len(text) <= 4 * _LONGEST else text[: 4 * _LONGEST]).strip()
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
