"""GitLab's code quality report: one JSON list, which merge requests show beside the lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from stylelint.diagnostics import Diagnostic, Level
from stylelint.reporters import Checked, Style
from stylelint.reporters.places import fingerprinted, listed, rooted
from stylelint.reporters.records import encode

SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "suggestion": "info"}
"""Level → what GitLab calls it."""


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield the list, a piece for each draft."""
    return listed((_issues(result, style) for result in results), "[", "]\n")


def _issues(result: Checked, style: Style) -> Iterator[str]:
    path = rooted(result.path, style)
    for diagnostic, fingerprint in fingerprinted(result, path):
        yield encode(_issue(path, diagnostic, fingerprint))


def _issue(path: str, d: Diagnostic, fingerprint: str) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": d.rule,
        "description": d.message,
        "content": {"body": d.why},
        "categories": ["Style"],
        "severity": SEVERITIES[d.level],
        "fingerprint": fingerprint,
        "location": {"path": path, "lines": {"begin": d.line, "end": d.end_line}},
    }
