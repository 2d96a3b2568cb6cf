"""The kind `spacing`: blanks where none should be, or too many of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stylelint.checks.base import Finding, View
from stylelint.checks.pattern import PatternCheck


@dataclass(frozen=True)
class Spacing(PatternCheck):
    """Blanks that match an expression and stand so in the file, not made by markup or a line end.

    The keys are those of `pattern`; `group` marks the blanks.  A line break, and a picture or a tag
    between two blanks, look like blanks in the prose: they are left alone.
    """

    kind = "spacing"
    quotes = "any"

    def find(self, view: View) -> Iterator[Finding]:
        document = view.document
        for finding in super().find(view):
            broken = document.prose.find("\n", finding.start, finding.end) >= 0
            if not broken and document.editable(max(0, finding.start - 1), finding.end):
                yield finding
