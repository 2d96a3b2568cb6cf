"""Workflow commands of GitHub Actions: what is found stands in the change that is reviewed.

GitHub shows ten annotations of each level for a step and fifty for a job, and drops the rest without a
word.  So no step is given more than that; what is over is in the log, and a last annotation says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from stylelint.diagnostics import Diagnostic, Level
from stylelint.reporters import Checked, Style, Tally
from stylelint.reporters.cure import cure
from stylelint.reporters.places import rooted
from stylelint.reporters.terminal import printable

COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "suggestion": "notice"}
"""Level → what GitHub calls it."""
LIMITS: dict[Level, int] = {"error": 10, "warning": 10, "suggestion": 9}
"""How many annotations of a level there may be; the tenth notice is kept for what we have to say."""


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield a command a line for what GitHub shows, a line of the log for the rest, then the counts."""
    tally, said = Tally(), Counter[Level]()
    for result in tally.watch(results):
        path = rooted(result.path, style)
        yield "".join(_line(path, result.source, d, said) for d in result.diagnostics)
    left = sum(tally.levels.values()) - sum(said.values())
    if left:
        yield f"::notice title=stylelint::{_data(_about(left))}\n"
    if style.summary:
        yield f"{tally.summary()}\n"


def _line(path: str, source: str, d: Diagnostic, said: Counter[Level]) -> str:
    if said[d.level] == LIMITS[d.level]:
        # No line of the log may be read as a command, whatever a draft is called.
        text = f"- {path}:{d.line}:{d.column}: {d.level}: {d.message} [{d.rule}]"
        return printable(text).replace("##[", "## [") + "\n"
    said[d.level] += 1
    where = {"file": path, "line": d.line, "endLine": d.end_line}
    if d.line == d.end_line:  # columns of two lines are refused
        where |= {"col": d.column, "endColumn": d.end_column}
    given = ",".join(f"{key}={_property(str(value))}" for key, value in (where | {"title": d.rule}).items())
    fix = [f"Fix: {cure(source, d.fix)}"] if d.fix else []
    return f"::{COMMANDS[d.level]} {given}::{_data(chr(10).join([d.message, *fix]))}\n"


def _about(left: int) -> str:
    more = "1 more finding" if left == 1 else f"{left} more findings"
    return f"{more}: GitHub shows ten of a level for each step; the log and the summary have them all."


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
