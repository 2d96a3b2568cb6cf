"""Which of a rule's lines is a stretch of text?  As few as can be are asked, each compiled when it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from stylelint.checks.base import Need
from stylelint.openings import Openings, plain
from stylelint.patterns import Pattern


class Lines:
    """The lines of a rule, known by their numbers.

    Args:
        patterns: each for the whole of a text.
        words: for each, strings of which one stands in every text that it matches, casefolded, a line each;
            "" where nothing can be said.
        needs: for each, what must match in the block; "" for nothing.
        openings: for each, how a text may begin in which its need is not met.
    """

    def __init__(
        self,
        patterns: Sequence[Pattern],
        words: Sequence[str],
        needs: Sequence[Need],
        openings: Sequence[tuple[str, ...]],
    ) -> None:
        self._patterns, self._words = patterns, [strings.split("\n") for strings in words]
        self._needs, self._openings = needs, openings

    def fit(self, text: str, numbers: Iterable[int] | None) -> bool:
        """Tell whether one of the lines with these numbers (None: of all) is all of a folded text."""
        folded = text.casefold()
        for number in range(len(self._patterns)) if numbers is None else numbers:
            stands = any(map(folded.__contains__, self._words[number]))
            if stands and self._patterns[number].begins(text.encode()):
                return True
        return False

    def fit_part(self, text: str, numbers: Iterable[int] | None) -> bool:
        """Tell whether a line is all of a part of a block, of which the scanner saw these in the block.

        What is seen in a part is seen in its block, but for how the part begins.
        """
        if numbers is not None:
            numbers = {number for number in numbers if self._needs[number]}.union(
                self._at_start, (number for _, number in self._by_opening.of(plain(text)))
            )
        return self.fit(text, numbers)

    @cached_property
    def _at_start(self) -> frozenset[int]:
        """Those of which the need can be met at the start alone."""
        return frozenset(number for number, need in enumerate(self._needs) if "^" in need)

    @cached_property
    def _by_opening(self) -> Openings:
        return Openings(((0, number), texts) for number, texts in enumerate(self._openings))
