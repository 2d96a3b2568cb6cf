"""Which of a rule's lines is a stretch of text?  As few as can be are asked, each compiled when it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

from stylelint.openings import Openings, plain
from stylelint.patterns import Pattern, stands_first

_SHORT = 80
"""A text of so many code points is remembered."""

_REMEMBERED = 256
"""So many of them for each rule."""


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
        needs: Sequence[str],
        openings: Sequence[tuple[str, ...]],
    ) -> None:
        self._patterns, self._words = patterns, [strings.split("\n") for strings in words]
        self._needs, self._openings = needs, openings

    def fit(self, text: str, numbers: Iterable[int] | None) -> bool:
        """Tell whether one of the lines with these numbers (None: of all) is all of a folded text."""
        if numbers is None or len(text) > _SHORT:
            return self._fit(text, range(len(self._patterns)) if numbers is None else numbers)
        return self._known(text, frozenset(numbers))

    @cached_property
    def _known(self) -> Callable[[str, frozenset[int]], bool]:
        """What a page adds it adds to many articles: half of the short texts were asked about before."""
        return lru_cache(maxsize=_REMEMBERED)(self._fit)

    def _fit(self, text: str, numbers: Iterable[int]) -> bool:
        folded, words = text.casefold(), self._words
        for number in numbers:
            stands = any(map(folded.__contains__, words[number]))
            if stands and self._patterns[number].begins(text.encode()):
                return True
        return False

    def fit_part(self, text: str, numbers: Iterable[int] | None) -> bool:
        """Tell whether one of the lines that are known by words alone is all of a part of a block.

        Args:
            text: the part, folded.
            numbers: of the needs that were seen in the block, as what is seen in a part is; None where nobody
                has looked.
        """
        needy = self._needy if numbers is None else self._needy.intersection(numbers)
        possible = needy.union(number for _, number in self._by_opening.of(plain(text)))
        return bool(possible) and self.fit(text, possible)

    @cached_property
    def _needy(self) -> frozenset[int]:
        """Those that have a need which can be met anywhere in a block, and not at its start alone."""
        return frozenset(number for number, need in enumerate(self._needs) if need and not stands_first(need))

    @cached_property
    def _by_opening(self) -> Openings:
        return Openings(((0, number), texts) for number, texts in enumerate(self._openings))
