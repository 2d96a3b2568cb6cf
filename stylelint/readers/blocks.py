"""Turns the events of a Markdown parser into blocks and pieces of prose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from stylelint.document import Span
from stylelint.native import native
from stylelint.readers.elements import CODE
from stylelint.readers.inline import ITEM, LIST, QUOTE, Inline
from stylelint.readers.sheet import Shape
from stylelint.readers.tags import tokens
from stylelint.text import OPAQUE

Event = tuple[Any, Any]
"""What a parser tells, and the range that it stands in: start and end, by name."""

_CODE: Shape = ("code", "code", 0)
_CELL: Shape = ("cell", "cell", 0)
_HOLDERS = ("BlockQuote", "Item", "FootnoteDefinition", "List", "Table")
"""What holds other blocks."""
_new = tuple.__new__


class Blocks(Inline):
    """Takes events in order; the prose of the sheet then holds the draft.

    Args:
        sheet: what the blocks and pieces are added to.
        markup: reads the HTML in between.
        regions: what the parser has not seen.
    """

    def take(self, events: Iterable[Event]) -> None:
        """Add all the events, whose ranges are code points of the source, to the prose."""
        take_events(self, events)
        self._asides(len(self.source))
        self._shut()

    def event(self, event: Any, start: int, end: int) -> None:
        """Add one event, which stands in `source[start:end]`, to the prose."""
        if event.__class__ is str:
            self._line_break(event, start, end)
            return
        ((kind, value),) = event.items()
        if kind == "Text":
            if self.regions.spans and OPAQUE in value:
                self._cut(value, start, end)
            else:
                self._text(value, start, end)
        elif kind == "Start" or kind == "End":
            name = value if value.__class__ is str else next(iter(value))
            if handler := (_BEGINS if kind == "Start" else _ENDS).get(name):
                handler(self, value, start, end)
        else:
            self._other(kind, value, start, end)

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
        sheet.begin, sheet.words = self.prose.length, False
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
        if self._holds(value, start, 1) == QUOTE:
            self.alerts.append(bool(value[QUOTE]))

    def _release(self, value: Any, start: int, end: int) -> None:
        if self.sheet.begin >= 0 or self.sheet.asides:
            self._shut()
        if self._holds(value, start, -1) == QUOTE:
            self.alerts.pop()

    def _holds(self, value: Any, start: int, step: int) -> str:
        """Enter or leave what holds other blocks, and return its name."""
        name: str = value if value.__class__ is str else next(iter(value))
        self.depth += step
        if name == QUOTE:
            self.quotes += step
        elif name == LIST:
            self.lists += step
        elif name == ITEM and not self._is_box(start):
            self.items += step
        return name

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


@native
def take_events(blocks: Blocks, events: Iterable[Event], /) -> None:
    """Let blocks take events in order.

    This loop is what reading Markdown takes its time for: most text is added to what stands before it.
    """
    prose, sheet, source, images = blocks.prose, blocks.sheet, blocks.source, blocks.images
    blotted = bool(blocks.regions.spans)
    for event, where in events:
        value = None if event.__class__ is str else event.get("Text")
        start, end = where["start"], where["end"]
        if not value or images or (blotted and OPAQUE in value) or end - start != len(value):
            blocks.event(event, start, end)
        elif start == prose.run_end:
            prose.run_end = end
        elif sheet.begin >= 0 and (sheet.words or value[0] > " ") and source[start - 1] != "\\":
            sheet.words, blocks.last = True, end
            prose.verbatim(start, end)
        else:
            blocks.event(event, start, end)


_Handler = Callable[[Blocks, Any, int, int], None]
_BEGINS: dict[str, _Handler] = {
    "Paragraph": Blocks._paragraph, "Heading": Blocks._heading, "Image": Blocks._image,
    "Link": Blocks._link, "TableCell": Blocks._cell, "CodeBlock": Blocks._code_block,
    "HtmlBlock": Blocks._html_block, **dict.fromkeys(_HOLDERS, Blocks._hold),
}  # fmt: skip
_ENDS: dict[str, _Handler] = {
    "Paragraph": Blocks._close, "Heading": Blocks._close, "TableCell": Blocks._close,
    "Image": Blocks._end_image, "Link": Blocks._end_link, "CodeBlock": Blocks._end_code_block,
    "HtmlBlock": Blocks._end_html_block, **dict.fromkeys(_HOLDERS, Blocks._release),
}  # fmt: skip
