"""Stretches that are no markup of the format: templates, formulas, fences.

They are blotted out, character for character, before the format's own parser looks at a draft, so that it can
neither trip over them nor move a place.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stylelint import lazy
from stylelint.native import native
from stylelint.readers.sheet import Aside
from stylelint.text import OPAQUE

_ADDRESS = lazy.regex(r"\]\([^\s()]*\Z|^ {0,3}\[[^\]\n]+\]:[ \t]*[^\s]*\Z", re.MULTILINE)
"""What stands before the address of a link, which cannot hold control characters."""
_OUT_OF_IT = lazy.regex(r"[\s()]")


_NEVER = sys.maxsize


class Region(NamedTuple):
    """A stretch of the source that the format's parser must not see.

    Attributes:
        start: in code points.
        end: exclusive.
        shown: whether something stands there for the reader: rules then see that there is a gap.
        lines: whether it takes whole lines, and parts what stands before from what stands after it.
        asides: texts in it that are prose all the same.
        role: what the text after it is; "" if it says nothing about that.
        opens: what the parser sees at its beginning, so that it takes the lines set in below for one thing.
    """

    start: int
    end: int
    shown: bool = True
    lines: bool = False
    asides: tuple[Aside, ...] = ()
    role: str = ""
    opens: str = ""


class Regions:
    """The regions of a source, in order; of those that overlap the first is kept.

    Args:
        spans: in any order.

    Attributes:
        due: where the first of those ends that have not been passed.
        boxes: where those begin that open something.
        lines: whether there are any that take whole lines.
    """

    def __init__(self, spans: Iterable[Region] = ()) -> None:
        self.spans: list[Region] = []
        at = 0
        for region in sorted(spans, key=_order):
            if region[0] >= at and region[1] > region[0]:
                self.spans.append(region)
                at = region[1]
        self.lines = any([region.lines for region in self.spans])
        self.boxes = frozenset([region.start for region in self.spans if region.opens])
        self.next = 0
        self.due = self.spans[0].end if self.spans else _NEVER

    def cut(self, start: int, end: int) -> list[tuple[int, int, Region | None]]:
        """Return `source[start:end]` in parts, each with its region; empty where there is none."""
        index = max(0, bisect_right(self.spans, start, key=_start) - 1)
        parts: list[tuple[int, int, Region | None]] = []
        at = start
        for region in self.spans[index : bisect_right(self.spans, end - 1, key=_start)]:
            if region.end <= at:
                continue
            if region.start > at:
                parts.append((at, region.start, None))
            at = min(region.end, end)
            parts.append((max(start, region.start), at, region))
        if parts and at < end:
            parts.append((at, end, None))
        return parts

    def passed(self, end: int) -> list[Aside]:
        """Return the asides of the regions that end before a place, once."""
        found: list[Aside] = []
        while self.next < len(self.spans) and self.spans[self.next].end <= end:
            found += self.spans[self.next].asides
            self.next += 1
        self.due = self.spans[self.next].end if self.next < len(self.spans) else _NEVER
        return found

    def masked(self, source: str, start: int = 0, *, utf8: bool = False) -> str:
        """Return the source with the regions blotted out, and line ends for what stands before `start`.

        Args:
            source: the whole of it.
            start: where the body begins; no region begins before it.
            utf8: whether the body's length in UTF-8 is to stay the same, instead of that in code points.
        """
        if not utf8:
            return blotted(source, self.spans, start) if start or self.spans else source
        parts, at = ["\n" * start], start
        for region, sign in zip(self.spans, _signs(source, self.spans), strict=True):
            parts += [source[at : region.start], _filler(source, region, sign, utf8)]
            at = region.end
        return "".join([*parts, source[at:]])


@native
def blotted(source: str, spans: list[Region], start: int, /) -> str:
    """Return a source with regions blotted out, and line ends for what stands before `start`.

    Args:
        source: the whole of it.
        spans: in order, and apart from one another; none begins before `start`.
        start: where the body begins.
    """
    parts, at = ["\n" * start], start
    for region, sign in zip(spans, _signs(source, spans), strict=True):
        parts += [source[at : region.start], _filler(source, region, sign, False)]
        at = region.end
    return "".join([*parts, source[at:]])


def _signs(source: str, spans: list[Region]) -> Iterator[str]:
    """Yield the sign for each region: the address of a link cannot hold control characters."""
    address = -1
    for region in spans:
        goes_on = address >= 0 and not _OUT_OF_IT.search(source, address, region.start)
        address = region.end if goes_on or in_address(source, region.start) else -1
        yield "x" if address >= 0 else OPAQUE


@native
def in_address(source: str, end: int, /) -> bool:
    """Tell whether what stands before a place is the beginning of a link's address."""
    before = source[max(0, end - 200) : end]
    return ("](" in before or "]:" in before) and _ADDRESS.search(before) is not None


def _start(region: Region) -> int:
    return region[0]


def _order(region: Region) -> tuple[int, int]:
    return region[0], -region[1]


def _filler(source: str, region: Region, sign: str, utf8: bool) -> str:
    """Return what stands for a region: blanks for whole lines, otherwise something that is no markup."""
    text = source[region.start : region.end]
    if not region.lines:
        return sign * (len(text.encode()) if utf8 else len(text))
    if region.opens:
        rest = region._replace(start=region.start + len(region.opens), opens="")
        return region.opens + _filler(source, rest, sign, utf8)
    if not utf8 or text.isascii():
        return "".join([c if c in "\r\n" else " " for c in text])
    return "".join([" " * len(c.encode()) if c not in "\r\n" else c for c in text])


@native
def between(source: str, opening: str, closing: str, longest: int, start: int, /) -> list[tuple[int, int]]:
    """Return the spans from each opening mark to the closing mark after it, from `start` on.

    They hold no second opening mark and no blank line, and are no longer than `longest`; the time that
    this takes grows with the text alone.
    """
    found: list[tuple[int, int]] = []
    at = source.find(opening, start)
    while at >= 0:
        end = source.find(closing, at + len(opening))
        if end < 0:
            break
        at = max(at, source.rfind(opening, at, end))
        end += len(closing)
        if end - at <= longest and not _has_blank_line(source, at, end):
            found.append((at, end))
        at = source.find(opening, end)
    return found


def _has_blank_line(source: str, start: int, end: int) -> bool:
    at = source.find("\n", start, end)
    while at >= 0:
        line = source.find("\n", at + 1, end)
        if line >= 0 and not source[at:line].strip():
            return True
        at = line
    return False
