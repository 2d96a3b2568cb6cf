"""Which sentences stand in two blocks?"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias

from stylelint import lazy
from stylelint.checks._likeness import Pair, by_longer, words
from stylelint.checks._phrases import small
from stylelint.document import Block, Document
from stylelint.native import native
from stylelint.text import OPAQUE

_STOP = lazy.regex(r"[.!?]+[\"')\]]*(?=\s|$)")

Place: TypeAlias = tuple[int, int]
"""Start and end in the prose, code points."""


def said_again(
    document: Document, pairs: Collection[Pair], least: int
) -> dict[Pair, list[tuple[Place, Place]]]:
    """Return the sentences of second blocks that stand in the first ones too, by pair.

    Args:
        document: the draft.
        pairs: of indexes of blocks.
        least: words that a sentence must have.

    Returns:
        Where each stands, and where it stands first in the first block.
    """
    text, found = document.folded, dict[Pair, list[tuple[Place, Place]]]()
    known: dict[int, dict[str, list[Place]]] = {}
    for pair in by_longer(document.blocks, pairs):
        # The longer block stays the same for pair after pair, and is not cut up again.
        known = {i: known[i] if i in known else _cut(text, document.blocks[i], least) for i in pair}
        first, second = (known[i] for i in pair)
        for key in [key for key in min(first, second, key=len) if key in first and key in second]:
            again = [(place, first[key][0]) for place in second[key] if OPAQUE not in text[slice(*place)]]
            found.setdefault(pair, []).extend(again)
    return found


def _cut(text: str, block: Block, least: int) -> dict[str, list[Place]]:
    return long_sentences(small(text[block.start : block.end]), block.start, least)


@native
def long_sentences(text: str, offset: int, least: int, /) -> dict[str, list[Place]]:
    """Return the places of sentences, by their words with a blank between them.

    Args:
        text: of a block, in small letters.
        offset: where it begins.
        least: words that a sentence must have.
    """
    found, start = dict[str, list[Place]](), 0
    for end in (*(stop.end() for stop in _STOP.finditer(text)), len(text)):
        start += len(text[start:end]) - len(text[start:end].lstrip())
        key = words(text[start:end])
        if start < end and len(key) >= least:
            found.setdefault(" ".join(key), []).append((offset + start, offset + end))
        start = end
    return found
