"""Checkstyle's XML, which every build server can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stylelint.diagnostics import Diagnostic, Level
from stylelint.reporters import Checked, Style
from stylelint.reporters.places import rooted
from stylelint.reporters.xml import element

SEVERITIES: dict[Level, str] = {"error": "error", "warning": "warning", "suggestion": "info"}
"""Level → what Checkstyle calls it."""


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield the document, a `file` for each draft, those too in which nothing was found."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n'
    for result in results:
        path = rooted(result.path, style)
        yield head + element("file", {"name": path}, *map(_error, result.diagnostics)) + "\n"
        head = ""
    yield f"{head}</checkstyle>\n"


def _error(d: Diagnostic) -> str:
    return "\n  " + element(
        "error",
        {
            "line": d.line,
            "column": d.column,
            "severity": SEVERITIES[d.level],
            "message": d.message,
            "source": f"stylelint.{d.rule}",
        },
    )
