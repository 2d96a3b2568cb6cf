"""Blocks that are furniture only together: lines that repeat, and lines in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stylelint.document import Document


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
