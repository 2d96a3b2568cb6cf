"""Markdown, for a pull request, a ticket or the summary of a CI job."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stylelint.diagnostics import Diagnostic
from stylelint.reporters import Checked, Style, Tally
from stylelint.reporters.cure import cure
from stylelint.reporters.places import rooted
from stylelint.reporters.terminal import printable

LIMIT = 1_000_000
"""Bytes of UTF-8 that findings may take: GitHub throws a summary of more than 1 MiB away whole."""


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield nothing but "" until all drafts are known, then the counts and a table for each draft.

    What is kept meanwhile is bounded by `LIMIT`; what is over is counted.
    """
    tally, kept, room, left = Tally(), list[str](), LIMIT, 0
    for result in tally.watch(results):
        room, left = _keep(_lines(result, style), kept, room, left)
        yield ""
    if style.summary or not kept:
        yield f"## stylelint\n\n{_capital(tally.summary())}.\n"
    yield from kept
    if left:
        yield f"\n…and {left} more, which do not fit here.\n"
    if style.statistics and tally.rules:
        yield "\n### Rules\n\n| rule | findings |\n|---|--:|\n"
        yield from (f"| `{rule}` | {count} |\n" for rule, count in tally.by_rule())


def _keep(lines: Iterator[tuple[str, int]], kept: list[str], room: int, left: int) -> tuple[int, int]:
    """Keep lines while there is room; return what room is left and how many findings had none."""
    for line, findings in lines:
        size = len(line.encode("utf-8", "surrogatepass"))
        if size > room or left:
            left += findings
        else:
            kept.append(line)
            room -= size
    return room, left


def _lines(result: Checked, style: Style) -> Iterator[tuple[str, int]]:
    """Yield the lines about a draft, and how many findings each of them tells."""
    if not result.diagnostics:
        return
    yield f"\n### {code(rooted(result.path, style))}\n\n", 0
    yield "| line | level | what is wrong | rule |\n|--:|---|---|---|\n", 0
    for d in result.diagnostics:
        yield f"| {d.line}:{d.column} | {d.level} | {_said(result.source, d)} | {code(d.rule)} |\n", 1


def _said(source: str, d: Diagnostic) -> str:
    fix = f"<br>Fix: {escaped(cure(source, d.fix))}" if d.fix else ""
    return escaped(d.message) + fix


def escaped(text: str) -> str:
    """Return text on one line that Markdown and GitHub leave as it is, in a table too."""
    shown = re.sub(r"[\\`*_{}\[\]<>#|~!&$]", r"\\\g<0>", printable(text))
    return shown.replace("@", "&#64;").replace("\\&", "&amp;").replace("\\<", "&lt;").replace("\\>", "&gt;")


def code(text: str) -> str:
    """Return text as inline code."""
    shown = printable(text).replace("|", "│")
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    ticks, gap = "`" * (longest + 1), " " if "`" in shown else ""
    return f"{ticks}{gap}{shown}{gap}{ticks}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
