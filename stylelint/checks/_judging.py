"""What is said of a block that is one of the lines of a rule."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from stylelint.checks._lines import Lines
from stylelint.checks._page_voice import page_part
from stylelint.document import Span
from stylelint.openings import plain
from stylelint.patterns import Pattern
from stylelint.text import fold

_KEPT = 128
"""So many of the last blocks that a rule was asked about are kept in mind."""


class Judged(NamedTuple):
    """What is said of such a block.

    Attributes:
        cleared: whether something in it clears it.
        start, end: in the block, what of it is furniture without the article's sentences.
    """

    cleared: bool
    start: int
    end: int


class Judge:
    """Says it for the lines of a rule.

    Args:
        lines: the lines.
        clears: what clears a stretch where it matches; None for nothing.

    Attributes:
        of: returns what is said of a block, given its prose, and the same folded.
    """

    def __init__(self, lines: Lines, clears: Pattern | None) -> None:
        self._lines, self._clears = lines, clears
        # What a page adds it adds to many articles, so that half of what is asked was asked before.
        self.of: Callable[[str, str], Judged] = lru_cache(maxsize=_KEPT)(self._of)

    def _of(self, prose: str, folded: str) -> Judged:
        whole, part = Span(0, len(folded)), page_part(folded)
        if part != whole:
            text = folded[part.start : part.end]
            fits = self._lines.fit_part(text, plain(text), None)
            part = part if fits and not self.clears(prose[part.start : part.end]) else whole
        return Judged(self.clears(prose), *part)

    def clears(self, prose: str) -> bool:
        """Tell whether something clears a stretch, given its prose, of which the folded text hides some."""
        return self._clears is not None and self._clears.finds_any(fold(prose).lstrip(" ").encode())
