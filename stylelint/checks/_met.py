"""Which rules are met in the blocks where some of what they wait for was seen."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter

from stylelint.checks._lines import IS_LINE, Whole, is_line
from stylelint.document import Block
from stylelint.waiting import Owners

_LINE = frozenset((IS_LINE,))


def met_in_blocks(
    text: str,
    blocks: tuple[Block, ...],
    pairs: list[tuple[int, int]],
    owners: Mapping[int, Owners],
    wholes: Mapping[int, Whole | None],
) -> dict[int, dict[int, frozenset[int]]]:
    """Return the rules that are met in blocks, with the blocks and the numbers of their needs.

    Where nothing but lines of a rule were met in a block, it must be one of them, all of it, and instead of
    their numbers `IS_LINE` is told.

    Args:
        text: of a document, folded.
        blocks: of the document.
        pairs: indexes of blocks, in order, with the number of what was seen there.
        owners: who is met in a block where this was seen.
        wholes: for each rule, what tells whether a block is one of its lines, which its first needs are for;
            None for a rule without.
    """
    met: dict[int, dict[int, frozenset[int]]] = {}
    for index, several in groupby(pairs, itemgetter(0)):
        here: dict[int, frozenset[int]] = {}
        for _, number in several:
            for rule, needs in owners[number]:
                here[rule] = here[rule] | needs if rule in here else needs
        for rule, needs in here.items():
            whole = wholes[rule]
            if whole is None or max(needs, default=0) >= len(whole[0]):
                met.setdefault(rule, {})[index] = needs
            elif is_line(text, blocks[index], needs, whole):
                met.setdefault(rule, {})[index] = _LINE
    return met
