"""Reads Markdown: pulldown-cmark's events, each with its range in the file, become blocks and pieces."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from stylelint.document import Document
from stylelint.readers.blocks import Blocks
from stylelint.readers.frontmatter import read_front_matter
from stylelint.readers.prose import Prose


def read_markdown(path: str, source: str) -> Document:
    """Return a draft in Markdown; front matter in YAML becomes blocks of the kind metadata.

    Tables, footnotes, strikethrough, task lists and attributes of headings are understood; code, addresses,
    shortcodes and tags are not prose.
    """
    import pyromark

    prose = Prose(source)
    body, metadata = read_front_matter(prose)
    text = source[body:] if body else source
    place = _places(text, body) if not text.isascii() else body.__add__
    Blocks(prose, place).take(pyromark.events_with_range(text, options=_options()))
    return prose.document(path, "markdown", metadata)


def _options() -> Any:
    from pyromark import Options

    return (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
    )


def _places(text: str, shift: int) -> Callable[[int], int]:
    """Return a function from offsets in the UTF-8 of a text to code points, moved on by `shift`.

    How many bytes more than characters there are is known after every stretch that is not ASCII; one
    search among these finds the place.
    """
    import re

    data = text.encode()
    tails = [m.span() for m in re.finditer(rb"[\x80-\xbf]+", data)]
    ends = [end for _, end in tails]
    extra = [0, *accumulate(end - start for start, end in tails)]

    def place(offset: int) -> int:
        return offset - extra[bisect_left(ends, offset + 1)] + shift

    return place
