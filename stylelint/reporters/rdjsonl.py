"""reviewdog's diagnostics, one a line: it puts them, and the cures, into the review of a change.

Its columns count bytes of UTF-8.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from stylelint.diagnostics import Diagnostic, Level
from stylelint.document import Span
from stylelint.reporters import Checked, Style
from stylelint.reporters.places import whole
from stylelint.reporters.records import encode
from stylelint.text import Lines

SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}
"""Level → what reviewdog calls it."""
SOURCE = {"name": "stylelint"}
"""Who says so."""


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield a line for each diagnostic."""
    for result in results:
        yield "".join(f"{encode({**one, 'source': SOURCE})}\n" for one in diagnostics(result))


def diagnostics(result: Checked) -> Iterator[dict[str, Any]]:
    """Yield what reviewdog calls a Diagnostic for each finding of a draft, without its source."""
    if not result.diagnostics:
        return
    places = _Places(result.source)
    for d in result.diagnostics:
        yield {
            "message": d.message,
            "location": {"path": d.path.replace(os.sep, "/"), "range": places.range(d.span)},
            "severity": SEVERITIES[d.level],
            "code": {"value": d.rule},
            **_suggestions(places, d),
        }


def _suggestions(places: _Places, d: Diagnostic) -> dict[str, Any]:
    if not d.fix:
        return {}
    span, text = whole(places.source, d.fix)
    return {"suggestions": [{"range": places.range(span), "text": text}]}


class _Places:
    """Lines and columns of a source, these in bytes."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._lines = Lines(source)

    def range(self, span: Span) -> dict[str, Any]:
        """Return start and end of a span as reviewdog counts them."""
        return {"start": self._place(span.start), "end": self._place(span.end)}

    def _place(self, offset: int) -> dict[str, int]:
        line, column = self._lines.place(offset)
        before = self.source[offset - column + 1 : offset].encode("utf-8", "surrogatepass")
        return {"line": line, "column": len(before) + 1}
