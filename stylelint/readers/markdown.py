"""Reads Markdown."""

from __future__ import annotations

from stylelint.document import Document
from stylelint.readers.text import read_text


def read_markdown(path: str, source: str) -> Document:
    """Return a draft in Markdown."""
    return read_text(path, source)
