"""The block that is being read: opened by markup, filled with text, closed into the prose."""

from __future__ import annotations

from typing import NamedTuple

from stylelint.document import Block, Span
from stylelint.readers.prose import Prose

Shape = tuple[str, str, int]
"""Kind, role and level of a block."""

_new = tuple.__new__
PLAIN: Shape = ("paragraph", "paragraph", 0)


class Aside(NamedTuple):
    """A text that stands beside the prose, such as the alternative text of an image.

    Attributes:
        key: what the format calls it: alt, title, caption, credit.
        spans: where it stands in the source.
        kind: of its block.
        role: of its block.
        syntax: how it is written (see `Block`); entities in attributes of HTML may lack their semicolon.
    """

    key: str
    spans: tuple[tuple[int, int], ...]
    kind: str = "alt"
    role: str = "metadata"
    syntax: str = ""


def aside(key: str, *spans: tuple[int, int], syntax: str = "") -> Aside:
    """Return an aside with the kind and role that its key gives it."""
    kind, role = _ASIDES.get(key, ("alt", "metadata"))
    return Aside(key, spans, kind, role, syntax)


_ASIDES = {
    "caption": ("figure", "caption"),
    "credit": ("figure", "credit"),
    "attr": ("figure", "credit"),
    "heading": ("heading", "crosshead"),
}


class Sheet:
    """Blocks one after the other; readers of markup share it.

    Args:
        prose: what the blocks and pieces are added to.

    Attributes:
        begin: where the open block begins in the prose, -1 where none is open.
        shape: of the open block.
        outer: what would have to go from the source with the open block.
        words: whether the open block is known to have words in it.
        syntax: how what is read now is written, where that is not as in the rest of the format.
        asides: what follows the open block.
    """

    __slots__ = ("asides", "begin", "outer", "prose", "shape", "source", "syntax", "words")

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self.source = prose.source
        self.begin = -1
        self.shape = PLAIN
        self.outer: Span | None = None
        self.words = False
        self.syntax = ""
        self.asides: list[Aside] = []

    def open(self, shape: Shape, outer: Span | None = None) -> None:
        """Begin a block, and end the one that is open."""
        if self.begin >= 0 or self.asides:
            self.close()
        self.begin, self.shape, self.outer, self.words = self.prose.length, shape, outer, False

    def close(self) -> None:
        """End the block that is open, and let what stands beside it follow."""
        begin, prose = self.begin, self.prose
        if begin >= 0:
            prose.trim()
            if not self.words and prose.blank_from(begin):
                prose.take_back(begin)
            else:
                kind, role, level = self.shape
                prose.end(_new(Block, (begin, prose.here(), kind, role, self.outer, level, "", self.syntax)))
            self.begin = -1
        if self.asides:
            asides, self.asides = self.asides, []
            for one in asides:
                self._add(one)

    def discard(self) -> None:
        """Take the open block back, and what stands beside it."""
        if self.begin >= 0:
            self.prose.take_back(self.begin)
            self.begin = -1
        self.asides = []

    def _add(self, one: Aside) -> None:
        prose = self.prose
        begin = prose.length
        for start, end in one.spans:
            if len(one.spans) > 1 or self.source[start:end].strip():
                prose.unescaped(start, end, loose=one.syntax == "attribute")
        prose.trim()
        end = prose.here()
        if end > begin:
            key = one.key if one.kind == "alt" else ""
            prose.end(Block(begin, end, one.kind, one.role, None, 0, key, one.syntax))
