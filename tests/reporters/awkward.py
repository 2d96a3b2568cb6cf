"""Drafts that make trouble in every format: signs of all sorts, findings in findings, nothing, too much."""

from __future__ import annotations

from stylelint.diagnostics import Edit, Fix, Level, Related
from stylelint.document import Span
from stylelint.reporters import Checked, Style, load
from tests.reporters.made import diagnostic

TRICKY = (
    'He <b>said</b> & "left" ]]> 100% --> ::error:: | `x` \x07\x1b[1m\u202e\x00.\r\n\r\n'
    "Das 漢字 😀 two\ttwo.\n"
)


def tricky() -> Checked:
    """A draft, a name and messages full of what formats use for themselves."""
    path = "drafts/a b,c:d%|`'\"<&>.md"
    at = TRICKY.index("😀")
    first = diagnostic(
        TRICKY, 3, 6, path=path, rule="marks/tag", level="error",
        message='Not <b> & "this", 100%:\nsecond ]]> line.', why="Because <i> & 'so'.",
        fix=Fix(True, (Edit(Span(3, 6), "<&>"),)),
    )  # fmt: skip
    within = diagnostic(TRICKY, 4, 5, path=path, rule="marks/letter", message="A letter | in `it`, *so*.")
    across = diagnostic(TRICKY, 5, 12, path=path, rule="marks/across", level="suggestion")
    empty = diagnostic(TRICKY, at, at, path=path, fix=Fix(True, (Edit(Span(at, at), "x"),)))
    last = diagnostic(
        TRICKY, at + 2, len(TRICKY) - 1, path=path, related=(Related(1, 1, "first <here>"),),
        fix=Fix(False, (Edit(Span(at + 2, at + 5), "one"), Edit(Span(at + 6, at + 9), "1"))),
    )  # fmt: skip
    return Checked(path, TRICKY, [first, within, across, empty, last])


def many(count: int, level: Level = "warning", path: str = "many.txt") -> Checked:
    """A draft with many findings."""
    first = diagnostic("very\n", 0, 4, level=level, path=path)
    found = [
        first._replace(span=Span(5 * n, 5 * n + 4), line=n + 1, end_line=n + 1) for n in range(count)
    ]  # fmt: skip
    return Checked(path, "very\n" * count, found)


def said(name: str, results: list[Checked], style: Style | None = None) -> str:
    """A report, whole."""
    return "".join(load(name)(results, style or Style()))
