"""A draft as Vale's rules see it: its blocks, sentences, paragraphs, the whole and the raw text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from stylelint.compat.vale.altered import unix
from stylelint.compat.vale.html import Rows
from stylelint.compat.vale.layers import CUT, Cut, Layer
from stylelint.compat.vale.segment import segments
from stylelint.compat.vale.walk import Area

SENTENCE_END = re.compile(r"[.!?\"')\]”’]")
"""Signs of which one is at the end of a sentence."""

_END = itemgetter(1)
"""Where a row ends in its block."""


@dataclass
class Draft:
    """One file, read.

    Attributes:
        source: as it stands.
        extension: of the file, with its dot.
        areas: its blocks in reading order.
        counts: of headings, lists, code blocks and so on.
        summary: the texts that readability is measured on.
        front: gives the fields of its front matter.
        spans: the texts of links, code and emphasis, if they were gathered.
        off: what its comments have switched off at its end.
        selected: the texts of the elements that selectors of rules find.
    """

    source: str
    extension: str
    areas: list[Area]
    counts: dict[str, int] = field(default_factory=dict)
    summary: list[str] = field(default_factory=list)
    front: Callable[[], list[Area]] = list
    spans: list[Area] = field(default_factory=list)
    off: frozenset[str] = frozenset()
    selected: list[Area] = field(default_factory=list)
    _spans_of: dict[frozenset[str], list[tuple[int, int]]] = field(default_factory=dict, repr=False)

    @property
    def _name(self) -> str:
        return self.extension.rpartition(".")[2]

    @cached_property
    def blocks(self) -> Layer:
        """All blocks whole."""
        return Layer(_whole(area) for area in self._areas)

    @cached_property
    def sentences(self) -> Layer:
        """The sentences of running text."""
        return Layer(cut for parts in self._parts for cut in parts)

    @cached_property
    def fragments(self) -> Layer:
        """The sentences of all blocks, headings and items of lists included."""
        found: list[Cut] = []
        for area in self._areas:
            if area.prose or area.scope[:2] != ("text", "frontmatter"):
                found += _sentences(area)
        return Layer(found)

    @cached_property
    def paragraphs(self) -> Layer:
        """The paragraphs of running text."""
        return Layer(self._paragraphs())

    @cached_property
    def inner(self) -> Layer:
        """The texts of links, code and emphasis."""
        return Layer(_whole(area) for area in self.spans)

    @cached_property
    def selections(self) -> Layer:
        """The elements that selectors find, each whole."""
        layer = Layer(_whole(area) for area in self.selected)
        layer.counts = [area.counts or {} for area in self.selected]
        return layer

    @cached_property
    def raw(self) -> Layer:
        """The file as it stands."""
        scope = ("raw", self._name)
        text, rows = unix(self.source)
        return Layer([Cut(text, rows, 0, scope, scope, self.off & {"off"})])

    @cached_property
    def whole(self) -> Layer:
        """The text that is measured, in one."""
        scope = ("summary", self._name)
        text = "".join(f"{text}\n\n" for text in self.summary)
        return Layer([Cut(text, [], 0, scope, scope, self.off & {"off"})])

    @cached_property
    def _parts(self) -> list[list[Cut]]:
        """The sentences of each block, none for those that are not running text."""
        return [_sentences(area) if area.prose else [] for area in self._areas]

    @cached_property
    def _areas(self) -> list[Area]:
        return [*self.front(), *self.areas]

    def sentences_of(self, index: int) -> list[Cut]:
        """Return the sentences of a block of `blocks`."""
        return self._parts[index]

    def spans_of(self, scopes: frozenset[str]) -> list[tuple[int, int]]:
        """Return where links and the like of some scopes stand in the source, in order and apart."""
        if scopes not in self._spans_of:
            found: list[tuple[int, int]] = []
            for start, end in sorted(
                (a.rows[0][2], a.rows[-1][3]) for a in self.spans if a.scope[0] in scopes
            ):
                if found and start < found[-1][1]:
                    found[-1] = found[-1][0], max(end, found[-1][1])
                else:
                    found.append((start, end))
            self._spans_of[scopes] = found
        return self._spans_of[scopes]

    def crossed(self, index: int, start: int, end: int) -> bool:
        """Tell whether a stretch of a block runs over the end of a sentence."""
        return any(start < cut.start + len(cut.text) < end for cut in self._parts[index][:-1])

    def _paragraphs(self) -> Iterator[Cut]:
        for area in self.areas:
            at, scope = 0, ("paragraph", *area.scope)
            for text in area.text.split("\n\n") if area.prose else ():
                yield Cut(text, area.rows, at, scope, scope, area.off)
                at += len(text) + 2


def _whole(area: Area) -> Cut:
    text, rows, scope, _, off, parent, _ = area
    return CUT((text, rows, 0, scope, parent or scope, off))


def _sentences(area: Area) -> list[Cut]:
    text, rows, off, scope = area.text, area.rows, area.off, ("sentence", *area.scope)
    return [CUT((text[a:b], rows, a, scope, scope, off)) for a, b in segments(text)]


def place(rows: Rows, start: int, end: int) -> tuple[int, int]:
    """Return where a stretch of a block stands in the source, from its first piece to its last.

    Blanks that were put between two pieces stand nowhere; the place then begins or ends with what is beside.

    Args:
        rows: where the block stands, in order.
        start: of the stretch, in code points of the block.
        end: of it.
    """
    begin = bisect_right(rows, start, key=_END)
    if begin < len(rows):
        a, b, c, d = rows[begin]
        if a <= start < end <= b and b - a == d - c:
            return c + start - a, c + end - a
    first = last = -1
    for number in range(begin, len(rows)):
        a, b, c, d = rows[number]
        if a >= max(end, start + 1):
            break
        same = b - a == d - c
        if first < 0:
            first = c + max(0, start - a) if same else c
        last = c + min(end, b) - a if same else d
    if first < 0 and rows:
        first = last = rows[-1][3] if start >= rows[-1][1] else rows[0][2]
    return max(first, 0), max(first, last, 0)
