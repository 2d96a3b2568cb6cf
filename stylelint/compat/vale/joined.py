"""Lines of a draft, what they are joined to, and elements of it, for formats that are read line by line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stylelint.compat.vale.html import Rows, Token
from stylelint.compat.vale.markdown import cut

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")


class Line(NamedTuple):
    """A line without its end, and where it starts in the source, in code points."""

    text: str
    start: int

    def cut(self, begin: int) -> Line:
        """Return the line from a place on."""
        return Line(self.text[begin:], self.start + begin)

    def stripped(self) -> Line:
        """Return the line without the blanks at its ends."""
        text = self.text.lstrip()
        return Line(text.rstrip(), self.start + len(self.text) - len(text))


class Joined:
    """Lines as one text, and where that stands in the source, ends of lines with the blanks beside them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.text = "\n".join(line.text for line in lines)
        self._rows: Rows = []
        size = 0
        for text, start in lines:
            if self._rows:
                self._rows.append((size - 1, size, self._rows[-1][3], start))
            self._rows.append((size, size + len(text), start, start + len(text)))
            size += len(text) + 1
        self._starts = [row[0] for row in self._rows]

    def rows(self, start: int, end: int) -> Rows:
        """Return where a stretch of the text stands."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return cut(self._rows[first : bisect_right(self._starts, end)], start, end)


def lines_of(source: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Yield the lines of a text, or of a part of it, that end as in Unix, Windows or the old Mac OS.

    Args:
        source: the text.
        start: where the part begins, in code points.
        end: where it ends; None for the end of the text.
    """
    for found in _LINE.finditer(source, start, len(source) if end is None else end):
        yield Line(found[1], found.start())


def element(tag: str, inside: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens of an element without attributes around those of what is in it."""
    yield Token("start", tag, [])
    yield from inside
    yield Token("end", tag, [])
