"""The kind `spacing`: blanks where none should be, or too many of them."""

from __future__ import annotations

from collections.abc import Iterator

from stylelint.checks.base import Finding, View, kind
from stylelint.checks.pattern import PatternCheck


@kind
class Spacing(PatternCheck):
    """Blanks that match an expression and stand so in the file, not made by markup or a line end.

    The keys are those of `pattern`.  A line break, and a picture or a tag between two blanks, look
    like blanks in the prose: they are left alone.

    Attributes:
        pattern: the expression, or several of which any will do.
        replace: what should stand there instead of the blanks.
        except_: (`except`) expressions that, found inside the match, make it right.
        only_after: what must stand right before the match, in its block.
        only_before: what must stand right after it.
        unless_after: what may not stand right before it.
        unless_before: what may not stand right after it.
        group: which group holds the blanks; 0 for the whole match.
        case: whether capitals matter.
        whole: whether a match may not begin or end inside a word, in any script.
        remove: whether the cure is to take the blanks out.
    """

    kind = "spacing"
    quotes = "any"

    def find(self, view: View) -> Iterator[Finding]:
        document = view.document
        for finding in super().find(view):
            broken = document.prose.find("\n", finding.start, finding.end) >= 0
            if not broken and document.editable(max(0, finding.start - 1), finding.end):
                yield finding
