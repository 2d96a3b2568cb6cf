"""Which of a rule's lines is a stretch of text?  As few as can be are asked, each compiled when it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

from stylelint.document import Block, Document
from stylelint.native import native
from stylelint.openings import Openings, plain
from stylelint.patterns import Pattern, stands_first


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
        self._patterns, self._words = patterns, tuple(tuple(strings.split("\n")) for strings in words)
        self._needs, self._openings = needs, openings

    def whole(
        self, document: Document, seen: Mapping[int, Set[int] | None], kinds: tuple[str, ...], most: int
    ) -> Iterator[int]:
        """Yield the index of each block that one of the lines is all of.

        Args:
            document: the draft.
            seen: the blocks to look at, each with the numbers of its lines; None for all of them.
            kinds: of blocks that count.
            most: the words that a block may have; 0 for any number.
        """
        patterns = self._patterns
        asked = may_be_lines(document.folded, document.blocks, seen, self._words, kinds, most)
        for index, data, numbers in asked:
            if any(patterns[number].begins(data) for number in numbers):
                yield index

    def fit_part(self, text: str, numbers: Iterable[int] | None) -> bool:
        """Tell whether one of the lines that are known by words alone is all of a part of a block.

        Args:
            text: the part, folded.
            numbers: of the needs that were seen in the block, as what is seen in a part is; None where nobody
                has looked.
        """
        needy = self._needy if numbers is None else self._needy.intersection(numbers)
        possible = needy.union(number for _, number in self._by_opening.of(plain(text)))
        if not possible:
            return False
        folded, data = text.casefold(), text.encode()
        return any(
            any(map(folded.__contains__, self._words[number])) and self._patterns[number].begins(data)
            for number in possible
        )

    @cached_property
    def _needy(self) -> frozenset[int]:
        """Those that have a need which can be met anywhere in a block, and not at its start alone."""
        return frozenset(number for number, need in enumerate(self._needs) if need and not stands_first(need))

    @cached_property
    def _by_opening(self) -> Openings:
        return Openings(((0, number), texts) for number, texts in enumerate(self._openings))


@native
def may_be_lines(
    text: str,
    blocks: tuple[Block, ...],
    seen: Mapping[int, Set[int] | None],
    words: tuple[tuple[str, ...], ...],
    kinds: tuple[str, ...],
    most: int,
    /,
) -> list[tuple[int, bytes, list[int]]]:
    """Return the blocks that may be one of some lines: index, text in UTF-8, the numbers of those lines.

    Args:
        text: of the document, folded.
        blocks: of the document.
        seen: the indexes of those to look at, each with the numbers of what was seen there, of which those of
            lines are the lowest; None for all lines.
        words: for each line, strings of which one must stand there, casefolded.
        kinds: of blocks that count.
        most: the words that a block may have; 0 for any number.
    """
    found = []
    for index, numbers in seen.items():
        start, end, kind, *_ = blocks[index]
        part = text[start:end]
        if not part or part[0] == '"' or 0 < most < len(part.split()) or kind not in kinds:
            continue
        low = part.casefold()
        lines = [n for n in (range(len(words)) if numbers is None else numbers) if n < len(words)]
        lines = [n for n in lines if any(map(low.__contains__, words[n]))]
        if lines:
            found.append((index, part.encode(), lines))
    return found
