"""Which sentences stand in two blocks?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from stylelint import lazy
from stylelint.checks._likeness import Pair, by_longer, words
from stylelint.checks._phrases import small
from stylelint.document import Block
from stylelint.native import native
from stylelint.text import OPAQUE

_STOP = lazy.regex(r"[.!?]+[\"')\]]*(?=\s|$)")

Place: TypeAlias = tuple[int, int]
"""Start and end in the prose, code points."""


@native
def said_again(
    folded: str, blocks: Sequence[Block], pairs: Sequence[Pair], least: int, /
) -> list[tuple[Place, Place]]:
    """Return the sentences of second blocks that stand in the first ones too.

    Args:
        folded: of the draft.
        blocks: of the draft.
        pairs: of indexes of blocks.
        least: words that a sentence must have.

    Returns:
        Where each stands, in the order of the pairs, and where it stands first in the first block.
    """
    found, known = dict[Pair, list[tuple[Place, Place]]](), dict[int, dict[str, list[Place]]]()
    for pair in by_longer(blocks, pairs):
        # The longer block stays the same for pair after pair, and is not cut up again.
        known = {i: known[i] if i in known else _long_sentences(folded, blocks[i], least) for i in pair}
        first, second = (known[i] for i in pair)
        both = [key for key in min(first, second, key=len) if key in first and key in second]
        again = sorted((place, first[key][0]) for key in both for place in second[key])
        found[pair] = [two for two in again if OPAQUE not in folded[slice(*two[0])]]
    return [two for pair in pairs for two in found[pair]]


def _long_sentences(folded: str, block: Block, least: int) -> dict[str, list[Place]]:
    """Return where the long sentences of a block stand, by their words with a blank between two."""
    text, offset = small(folded[block[0] : block[1]]), block[0]
    found, start = dict[str, list[Place]](), 0
    for end in (*(stop.end() for stop in _STOP.finditer(text)), len(text)):
        start += len(text[start:end]) - len(text[start:end].lstrip())
        key = words(text[start:end])
        if start < end and len(key) >= least:
            found.setdefault(" ".join(key), []).append((offset + start, offset + end))
        start = end
    return found
