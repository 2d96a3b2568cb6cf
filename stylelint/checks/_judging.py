"""What is said of a block that is one of the lines of a rule."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stylelint.checks._page_voice import page_part
from stylelint.document import Span
from stylelint.openings import plain
from stylelint.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from stylelint.checks._lines import Lines
    from stylelint.patterns import Pattern

_KEPT = 128
"""So many of the last stretches that a rule was asked about are kept in mind."""


class Judge:
    """Says it for the lines of a rule.

    Args:
        lines: the lines.
        clears: what clears a stretch where it matches; None for nothing.

    Attributes:
        clears: tells whether something clears a stretch, given its prose: the folded text hides some of it.
    """

    def __init__(self, lines: Lines, clears: Pattern | None) -> None:
        self._lines, self._clears = lines, clears
        # What a page adds it adds to many articles, so that half of what is asked was asked before.
        self.clears: Callable[[str], bool] = lru_cache(maxsize=_KEPT)(self._clear)

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

    def _clear(self, prose: str) -> bool:
        return self._clears is not None and self._clears.finds_any(fold(prose).lstrip(" ").encode())
