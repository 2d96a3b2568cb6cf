"""Turns the events of a Markdown parser into blocks and pieces of prose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from stylelint.document import Span
from stylelint.readers.elements import CODE
from stylelint.readers.inline import HOLDERS, ITEM, QUOTE, Inline
from stylelint.readers.sheet import Shape
from stylelint.readers.tags import tokens
from stylelint.text import OPAQUE

_CODE: Shape = ("code", "code", 0)
_CELL: Shape = ("cell", "cell", 0)
_new = tuple.__new__


class Blocks(Inline):
    """Takes events in order; the prose of the sheet then holds the draft.

    Args:
        sheet: what the blocks and pieces are added to.
        markup: reads the HTML in between.
        regions: what the parser has not seen.
    """

    def take(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Add all the events, whose ranges are code points of the source, to the prose.

        This loop is what reading Markdown takes its time for: most text, and marks of emphasis, call nothing.
        """
        prose, sheet, source, images = self.prose, self.sheet, self.source, self.images
        blotted, begins, ends = bool(self.regions.spans), _BEGINS, _ENDS
        for event, where in events:
            if event.__class__ is str:
                self._line_break(event, where["start"], where["end"])
                continue
            value, start, end = event.get("Text"), where["start"], where["end"]
            if value is None:
                ((kind, value),) = event.items()
                if kind != "End" and kind != "Start":
                    self._other(kind, value, start, end)
                elif handler := (ends if kind == "End" else begins).get(
                    value if value.__class__ is str else next(iter(value))
                ):
                    handler(self, value, start, end)
            elif blotted and OPAQUE in value:
                self._cut(value, start, end)
            elif start == prose.run_end and end - start == len(value) and not images:
                prose.run_end = end
            elif (
                sheet.begin >= 0
                and (sheet.words or value[0] > " ")
                and source[start - 1] != "\\"
                and end - start == len(value)
                and not images
            ):
                sheet.words, self.last = True, end
                if prose.run_end > prose.run:
                    prose.flush()
                prose.run, prose.run_end = start, end
            else:
                self._text(value, start, end)
        self._asides(len(source))
        self._shut()

    def _other(self, kind: str, value: Any, start: int, end: int) -> None:
        """Take a piece of HTML or code."""
        if kind == "Html":
            if self.html and self.html[-1][1] == start:
                start = self.html.pop()[0]
            self.html.append((start, end))
        elif kind == "InlineHtml" and not self.images:
            if self.source.startswith("<!--", start):
                self.sheet.outer = None
            for token in tokens(self.markup.view, start, end):
                if token.name in CODE and self.sheet.begin < 0:
                    self.sheet.open(self._shape())
                self.markup.tag(token)
            self.last = end
        elif kind == "Code" and not self.images:
            if self.sheet.begin < 0:
                self.sheet.open(self._shape())
            self.sheet.words = True
            self._inline_code(value, start, end)
            self.last = end

    def _outer(self, start: int, end: int) -> Span | None:
        """Return what to remove with a block, None inside of what would break by it."""
        if self.depth:
            return None
        while end > start and self.source[end - 1] in "\r\n":
            end -= 1
        return _new(Span, (start, end))

    def _asides(self, end: int) -> None:
        """Let what the regions before a place say follow the block."""
        self.sheet.asides += self.regions.passed(end)

    def _paragraph(self, value: Any, start: int, end: int) -> None:
        sheet, source = self.sheet, self.source
        if self.regions.due <= start:
            self._asides(start)
        if sheet.begin >= 0 or sheet.asides:
            sheet.close()
        sheet.begin, sheet.first, sheet.words = self.prose.length, len(self.prose.parts), False
        if self.depth:
            sheet.shape, sheet.outer = self._shape(), None
            return
        while end > start and source[end - 1] in "\r\n":
            end -= 1
        sheet.shape, sheet.outer = self.markup.top.shape, _new(Span, (start, end))

    def _heading(self, value: Any, start: int, end: int) -> None:
        if self.regions.due <= start:
            self._asides(start)
        level = int(value["Heading"]["level"][1])
        role = "crosshead" if level > 1 else "headline"
        if self._shape()[1] == "furniture":
            role = "furniture"
        outer = self._outer(start, end)
        self.sheet.open(("heading", role, level), outer if outer and self._stands_apart(*outer) else None)

    def _stands_apart(self, start: int, end: int) -> bool:
        """Tell whether the lines around a heading stay apart without it: there is a blank one beside it."""
        beside = (self.source[max(0, start - 4) : start], self.source[end : end + 4])
        before, after = (text.replace("\r\n", "\n").replace("\r", "\n") for text in beside)
        return not (before and after) or before.endswith("\n\n") or after.startswith("\n\n")

    def _cell(self, value: Any, start: int, end: int) -> None:
        self.sheet.open(_CELL)

    def _close(self, value: Any, start: int, end: int) -> None:
        if self.regions.due <= end:
            self._asides(end)
        if self.markup.code or self.markup.top.muted:
            self._shut()
        else:
            self.sheet.close()

    def _shut(self) -> None:
        """End the open block; leave it out where the house does not want it read."""
        if self.sheet.begin < 0 and not self.sheet.asides:
            return
        if self.markup.code:
            self.markup.end_code()
        if self.markup.top.muted:
            self.sheet.discard()
        else:
            self.sheet.close()

    def _hold(self, value: Any, start: int, end: int) -> None:
        if self.sheet.begin >= 0 or self.sheet.asides:
            self._shut()
        name = value if value.__class__ is str else next(iter(value))
        self.depth += 1
        if name == ITEM and self._is_box(start):
            return
        self.held[name] += 1
        if name == QUOTE:
            self.alerts.append(bool(value[QUOTE]))

    def _release(self, value: Any, start: int, end: int) -> None:
        if self.sheet.begin >= 0 or self.sheet.asides:
            self._shut()
        name = value if value.__class__ is str else next(iter(value))
        self.depth -= 1
        if name == ITEM and self._is_box(start):
            return
        self.held[name] -= 1
        if name == QUOTE:
            self.alerts.pop()

    def _is_box(self, start: int) -> bool:
        """Tell whether an item is none, but what is set in below a line that opens it."""
        boxes = self.regions.boxes
        while boxes and self.source[start] in " \t":
            start += 1
        return start in boxes

    def _code_block(self, value: Any, start: int, end: int) -> None:
        self._asides(start)
        self.regions.passed(end)
        self.coding = True
        self.sheet.open(_CODE, self._outer(start, end))

    def _end_code_block(self, value: Any, start: int, end: int) -> None:
        self._shut()
        self.coding = False

    def _html_block(self, value: Any, start: int, end: int) -> None:
        self._asides(start)
        self._shut()
        self.html = []

    def _end_html_block(self, value: Any, start: int, end: int) -> None:
        """Read a stretch of HTML; in Markdown it may end in the middle of its elements."""
        for start, end in self.html:
            self.markup.read(start, end)
        if self.regions.spans:
            self._asides(end)
        self.markup.pause(end)
        self.html = []


_Handler = Callable[[Blocks, Any, int, int], None]
_BEGINS: dict[str, _Handler] = {
    "Paragraph": Blocks._paragraph, "Heading": Blocks._heading, "Image": Blocks._image,
    "Link": Blocks._link, "TableCell": Blocks._cell, "CodeBlock": Blocks._code_block,
    "HtmlBlock": Blocks._html_block, **dict.fromkeys(HOLDERS, Blocks._hold),
}  # fmt: skip
_ENDS: dict[str, _Handler] = {
    "Paragraph": Blocks._close, "Heading": Blocks._close, "TableCell": Blocks._close,
    "Image": Blocks._end_image, "Link": Blocks._end_link, "CodeBlock": Blocks._end_code_block,
    "HtmlBlock": Blocks._end_html_block, **dict.fromkeys(HOLDERS, Blocks._release),
}  # fmt: skip
