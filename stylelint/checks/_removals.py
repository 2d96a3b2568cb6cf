"""Findings that take a block, or a stretch of one, out of the article."""

from __future__ import annotations

from stylelint.checks.base import Finding
from stylelint.document import Document

_LINKS = ("](", "][", "<a ", "<a\n")
"""What stands in the source of a block that links to another page."""


def removal(document: Document, start: int, end: int, *, text_only: bool = False) -> Finding:
    """Return a finding that removes a stretch of the prose, but for the blanks around it.

    It is not sure where the block links somewhere: the writer of the markup then meant it.  Nor is it, if
    `text_only` is set, in any markup: who writes for the page itself may well speak to its visitors.
    """
    text = document.prose[start:end]
    start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    sure = document.pieces is None or not (text_only or _links(document, start))
    return Finding(start, end, remove=True, sure=sure)


def _links(document: Document, offset: int) -> bool:
    block = document.block_at(offset)
    if block is None:
        return False
    known: dict[int, bool] = document.__dict__.setdefault("_linked", {})
    if block.start not in known:
        first, last = block.outer or document.span(block.start, block.end)
        known[block.start] = any(document.source.find(mark, first, last) >= 0 for mark in _LINKS)
    return known[block.start]
