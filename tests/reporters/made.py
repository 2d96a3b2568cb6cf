"""Diagnostics made by hand, for reports to show."""

from __future__ import annotations

from typing import Any

from stylelint.diagnostics import Diagnostic, Edit, Fix, Related
from stylelint.document import Span
from stylelint.reporters import Checked
from stylelint.text import Lines


def diagnostic(source: str, start: int, end: int, **others: Any) -> Diagnostic:
    """A diagnostic of a stretch of a source, with everything that follows from it."""
    lines = Lines(source)
    line, column = lines.place(start)
    end_line, end_column = lines.place(end)
    given = {
        "path": "drafts/a.md",
        "rule": "house/word",
        "level": "warning",
        "message": "Not this.",
        **others,
    }
    return Diagnostic(
        span=Span(start, end), text=source[start:end], line=line, column=column, end_line=end_line,
        end_column=end_column, **given,
    )  # fmt: skip


SOURCE = "The NATO Secretary-General spoke.\r\n\r\nA café\tby the 漢字 bridge 😀 advisor.\r\n(Reuters)\n"


def checked() -> list[Checked]:
    """Two drafts with findings of every sort, and a clean one between them."""
    at = SOURCE.index("Secretary-")
    end = at + len("Secretary-General")
    first = diagnostic(
        SOURCE, at, end, rule="titles/office", level="error", message="NATO has a Secretary General.",
        why="NATO writes it so.", fix=Fix(True, (Edit(Span(at, end), "Secretary General"),)),
    )  # fmt: skip
    at = SOURCE.index("advisor")
    second = diagnostic(
        SOURCE, at, at + 7, level="suggestion",
        fix=Fix(False, (Edit(Span(at, at + 8), ""),)), related=(Related(1, 5, "first here"),),
    )  # fmt: skip
    at = SOURCE.index("A café")
    third = diagnostic(SOURCE, at, len(SOURCE) - 1, rule="captions/two", message="Two lines.")
    other = diagnostic("x", 0, 1, path="drafts/c.md")
    return [
        Checked("drafts/a.md", SOURCE, [first, third, second]),
        Checked("drafts/b.md", "Clean.\n", []),
        Checked("drafts/c.md", "x", [other]),
    ]
