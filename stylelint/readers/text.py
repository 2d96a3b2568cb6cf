"""Reads plain text: the prose is the file itself, so every place in it is a place in the file."""

from __future__ import annotations

from stylelint.document import Block, Document, Span


def read_text(path: str, source: str) -> Document:
    """Return a draft in plain text; one paragraph a line."""
    text = source
    for end in ("\r", "\x85", "\u2028", "\u2029"):
        if end in text:
            text = text.replace(end, "\n")
    blocks, at = [], 0
    for line in text.split("\n"):
        end_of_line = at + len(line)
        if line and not line.isspace():
            start = at + len(line) - len(line.lstrip())
            end_ = at + len(line.rstrip())
            blocks.append(Block(start, end_, outer=Span(start, end_)))
        at = end_of_line + 1
    return Document(path, source, source, tuple(blocks))
