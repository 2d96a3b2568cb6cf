"""Blocks that are furniture only together: lines that repeat, lines in a row, and links under a label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stylelint.checks.base import View
from stylelint.document import Block, Document

_HEADLINE_WORDS = range(3, 23)
"""How many words a line under a label such as “Related:” may have to be a headline."""

_NO_HEADLINE = ("By ", "(", "-", "—", "Contribut", "Reporting by", "Additional reporting", "Edit")
"""What a line begins with that looks like a headline and is a credit."""


def repeated(document: Document, found: list[int], times: int) -> list[int]:
    """Keep the blocks whose text stands at least so many times among those found."""
    texts = [" ".join(document.text(document.blocks[index]).split()).casefold() for index in found]
    counts = Counter(texts)
    return [index for index, text in zip(found, texts, strict=True) if counts[text] >= times]


def in_a_row(found: list[int], least: int) -> Iterator[int]:
    """Yield the indexes that stand in runs of at least so many."""
    run: list[int] = []
    for index in [*found, -1]:
        if run and index != run[-1] + 1:
            yield from run if len(run) >= least else ()
            run = []
        run.append(index)


def headlines_below(view: View, index: int, most: int, kinds: tuple[str, ...]) -> Iterator[int]:
    """Yield the indexes of headline-like blocks right under a label, of some kinds and so many at most."""
    blocks = view.document.blocks
    for below in range(index + 1, min(index + 1 + most, len(blocks))):
        if blocks[below].kind not in kinds or not _like_headline(view, blocks[below]):
            return
        yield below


def _like_headline(view: View, block: Block) -> bool:
    """Tell whether a block is short, begins like a headline and does not end like a sentence."""
    text = view.document.folded[block.start : block.end].strip()
    if not text or not view.allowed(block.start, block.end) or len(text.split()) not in _HEADLINE_WORDS:
        return False
    opening = text.lstrip("•*-–—>»'\" ")[:1]
    if text.startswith(_NO_HEADLINE) or not (opening.isupper() or opening.isdigit() or opening == "\x1a"):
        return False
    return text.rstrip("'\" ")[-1:] not in ".:;,"
