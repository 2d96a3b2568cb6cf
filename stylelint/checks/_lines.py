"""Which of a rule's lines is a stretch of text?  As few as can be are asked, each compiled when it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from stylelint.checks.base import Need
from stylelint.openings import Openings
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
        standing = self._standing(text.casefold(), self._all if numbers is None else numbers)
        return any(self._patterns[number].begins(text.encode()) for number in standing)

    def possible(self, text: str, heads: Iterable[str], numbers: Iterable[int] | None) -> list[int]:
        """Return the numbers of the lines that a part of a block may be, which is known by words alone.

        Args:
            text: the part, or more of the block, casefolded.
            heads: how the part may begin, as `openings.plain` makes it.
            numbers: of the needs that were seen in the block, as what is seen in a part is; None where nobody
                has looked.
        """
        needy = self._needy if numbers is None else self._needy.intersection(numbers)
        by_opening = (number for head in heads for _, number in self._by_opening.of(head))
        return list(self._standing(text, needy.union(by_opening)))

    def _standing(self, text: str, numbers: Iterable[int]) -> Iterator[int]:
        """Yield the numbers of which one of the words stands in a casefolded text."""
        return (number for number in numbers if any(map(text.__contains__, self._words[number])))

    @cached_property
    def _all(self) -> range:
        return range(len(self._patterns))

    @cached_property
    def _needy(self) -> frozenset[int]:
        """Those that have a need which can be met anywhere in a block, and not at its start alone."""
        return frozenset(number for number, need in enumerate(self._needs) if need and "^" not in need)

    @cached_property
    def _by_opening(self) -> Openings:
        return Openings(((0, number), texts) for number, texts in enumerate(self._openings))
