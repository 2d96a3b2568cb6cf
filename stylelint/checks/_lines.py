"""Which of a rule's lines is a stretch of text?  As few as can be are asked, each compiled when it is."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from stylelint.document import Block, Document
from stylelint.expressions import stands_first
from stylelint.native import native
from stylelint.openings import Openings
from stylelint.patterns import Pattern

IS_LINE = -1
"""Among the numbers of what was seen in a block: it is known to be one of the lines, all of it."""

_END = "\0" * 3
"""Stands behind a program, so that nobody reads on."""


class Whole(NamedTuple):
    """What tells whether a block is one of the lines of a rule, all of it.

    Attributes:
        programs: of the lines, as `handed_over` has them, which C runs.
        kinds: of blocks that count.
        most: the words that a block may have; 0 for any number.
        ask: tells whether a text, in UTF-8, is the line of a number.
    """

    programs: tuple[bytes, ...]
    kinds: tuple[str, ...]
    most: int
    ask: Callable[[int, bytes], bool]


class Lines:
    """The lines of a rule, known by their numbers.

    Args:
        lines: each for the whole of a text, marks before and after it taken for granted; with macros.
        programs: of the lines, as `_programs.program` makes them.
        needs: for each, what must match in the block; "" for nothing.
        openings: for each, how a text may begin in which its need is not met, a line each.
        kinds: of blocks that count.
        most: the words that a block may have; 0 for any number.
        case: whether capitals matter.

    Attributes:
        whole: what tells whether a block is one of them.
    """

    def __init__(
        self,
        lines: Sequence[str],
        programs: tuple[str, ...],
        needs: Sequence[str],
        openings: Sequence[str],
        kinds: tuple[str, ...],
        most: int = 0,
        *,
        case: bool = False,
    ) -> None:
        self._lines, self._case = lines, case
        self._patterns: dict[int, Pattern] = {}
        self._needs, self._openings = needs, openings
        self.whole = Whole(handed_over(programs), kinds, most, self._begins)

    def among(self, document: Document, seen: Mapping[int, Set[int] | None]) -> list[int]:
        """Return the index of each block that one of the lines is all of.

        Args:
            document: the draft.
            seen: the blocks to look at, each with the numbers of its lines; None for all of them.
        """
        return whole_lines(document.folded, document.blocks, seen, *self.whole)

    def fit_part(self, text: str, head: str, numbers: Set[int] | None) -> bool:
        """Tell whether one of the lines that are known by words alone is all of a part of a block.

        Args:
            text: the part, folded, of a block of a kind that counts.
            head: how it begins, as `openings.plain` makes it.
            numbers: of the needs that were seen in the block, as what is seen in a part is; None where nobody
                has looked.
        """
        needy = self._needy if numbers is None else self._needy & numbers
        begun = self._by_opening.of(head)
        if not (needy or begun):
            return False
        return is_line(text, (0, len(text), self.whole.kinds[0]), needy.union(begun), self.whole)

    def _begins(self, number: int, data: bytes) -> bool:
        """Tell whether a text, in UTF-8, is the line of a number."""
        if number not in self._patterns:
            from stylelint.checks._macros import whole

            self._patterns[number] = Pattern(whole(self._lines[number]), case=self._case)
        return self._patterns[number].begins(data)

    @cached_property
    def _needy(self) -> frozenset[int]:
        """Those that have a need which can be met anywhere in a block, and not at its start alone."""
        return frozenset(number for number, need in enumerate(self._needs) if need and not stands_first(need))

    @cached_property
    def _by_opening(self) -> Openings:
        return Openings(enumerate(texts.split("\n") if texts else () for texts in self._openings))


def handed_over(programs: Iterable[str]) -> tuple[bytes, ...]:
    """Return programs as `whole_lines` wants them, in the numbers of four bytes that the processor has."""
    units = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
    return tuple((program + _END).encode(units) for program in programs)


@native
def whole_lines(
    text: str,
    blocks: tuple[Block, ...],
    seen: Mapping[int, Set[int] | None],
    programs: tuple[bytes, ...],
    kinds: tuple[str, ...],
    most: int,
    ask: Callable[[int, bytes], bool],
    /,
) -> list[int]:
    """Return the index of each block that is one of some lines.

    Args:
        text: of the document, folded.
        blocks: of the document.
        seen: the indexes of those to look at, each with the numbers of what was seen there, of which those of
            lines are the lowest; None for all lines.  `IS_LINE` among them leaves nothing to be asked.
        programs: of the lines, as `handed_over` has them, which C runs.
        kinds: of blocks that count.
        most: the words that a block may have; 0 for any number.
        ask: tells whether a text, in UTF-8, is the line of a number.
    """
    whole = Whole(programs, kinds, most, ask)
    return [index for index, numbers in seen.items() if is_line(text, blocks[index], numbers, whole)]


@native
def is_line(
    text: str, block: Block | tuple[int, int, str], numbers: Set[int] | None, whole: Whole, /
) -> bool:
    """Tell whether a block is one of the lines with some numbers; None for all of them.

    Args:
        text: of the document, folded.
        block: a block, or its start, its end and its kind.
        numbers: as `whole_lines` has them.
        whole: what tells of the lines.
    """
    if numbers is not None and IS_LINE in numbers:
        return True
    start, end, kind, *_ = block
    programs, kinds, most, ask = whole
    part = text[start:end]
    if not part or kind not in kinds or 0 < most < len(part.split(None, most)):
        return False
    every = range(len(programs)) if numbers is None else [one for one in numbers if one < len(programs)]
    data = part.encode() if every else b""
    return any(ask(number, data) for number in every)
