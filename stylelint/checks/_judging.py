"""What is said of a block that is one of the lines of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stylelint.checks._page_voice import page_part
from stylelint.document import Span
from stylelint.openings import plain
from stylelint.text import fold

if TYPE_CHECKING:
    from stylelint.checks._lines import Lines
    from stylelint.patterns import Pattern


class Judge:
    """Says it for the lines of a rule.

    Args:
        lines: the lines.
        clears: what clears a stretch where it matches; None for nothing.
    """

    def __init__(self, lines: Lines, clears: Pattern | None) -> None:
        self._lines, self._clears = lines, clears

    def part(self, prose: str, folded: str) -> Span:
        """Return what of a block is furniture without the article's sentences.

        Args:
            prose: of the block.
            folded: the same, folded.
        """
        part = page_part(folded)
        if part.end - part.start < len(folded):
            text = folded[part.start : part.end]
            fits = self._lines.fit_part(text, plain(text), None)
            if fits and not self.clears(prose[part.start : part.end]):
                return part
        return Span(0, len(folded))

    def clears(self, prose: str) -> bool:
        """Tell whether something clears a stretch, given its prose, of which the folded text hides some."""
        return self._clears is not None and self._clears.finds_any(fold(prose).lstrip(" ").encode())
