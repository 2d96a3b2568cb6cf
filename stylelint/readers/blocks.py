"""Turns the events of a Markdown parser into blocks and pieces of prose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from stylelint.document import Span
from stylelint.readers.elements import CODE
from stylelint.readers.markup import IMAGE, Markup
from stylelint.readers.masks import Regions
from stylelint.readers.sheet import PLAIN, Shape, Sheet, aside
from stylelint.readers.tags import tokens
from stylelint.text import OPAQUE

_HOLDERS = ("BlockQuote", "Item", "FootnoteDefinition", "List", "Table")
_CODE: Shape = ("code", "code", 0)
_CELL: Shape = ("cell", "cell", 0)
_ITEM, _QUOTE = "Item", "BlockQuote"
_MARKS = {'"': '"', "'": "'", ")": "("}
"""How the title of a link ends → how it begins."""
_new = tuple.__new__


class Blocks:
    """Takes events in order; the prose of the sheet then holds the draft.

    Args:
        sheet: what the blocks and pieces are added to.
        markup: reads the HTML in between.
        regions: what the parser has not seen.
    """

    def __init__(self, sheet: Sheet, markup: Markup, regions: Regions) -> None:
        self.sheet, self.prose, self.source = sheet, sheet.prose, sheet.source
        self.markup, self.regions = markup, regions
        self.held = dict.fromkeys(_HOLDERS, 0)
        self.depth = 0
        self.alerts: list[bool] = []
        self.images: list[list[tuple[int, int]]] = []
        self.links: list[int] = []
        self.titles: list[str] = []
        self.coding = False
        self.html: list[tuple[int, int]] = []
        self.last = -1

    def take(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Add all the events, whose ranges are code points of the source, to the prose.

        This loop is what reading Markdown takes its time for: text that goes on where the text before
        it ended, which is most of it, calls nothing.
        """
        prose, source, sheet, images = self.prose, self.source, self.sheet, self.images
        begins, ends = _BEGINS, _ENDS
        blotted = bool(self.regions.spans)
        for event, where in events:
            if event.__class__ is str:
                at = prose.run_end
                if event == "SoftBreak" and at >= 0 and source[at] == "\n" and not images:
                    prose.run_end = at + 1
                else:
                    self._line_break(event, where["start"], where["end"])
                continue
            value = event.get("Text")
            if value is None:
                ((kind, value),) = event.items()
                if kind == "End" or kind == "Start":
                    name = value
                    if value.__class__ is not str:
                        (name,) = value
                    if handler := (ends if kind == "End" else begins).get(name):
                        handler(self, value, where["start"], where["end"])
                else:
                    self._other(kind, value, where["start"], where["end"])
                continue
            start, end = where["start"], where["end"]
            if blotted and OPAQUE in value:
                self._cut(value, start, end)
            elif end - start != len(value):
                self._text(value, start, end)
            elif start == prose.run_end:
                prose.run_end = end
            elif sheet.begin < 0 or images or source[start - 1] == "\\":
                self._text(value, start, end)
            else:
                if prose.run_end > prose.run:
                    prose.flush()
                prose.run, prose.run_end = start, end
                if not sheet.words:
                    sheet.words = not value.isspace()
        self._asides(len(source))
        self._shut()

    def _text(self, value: str, start: int, end: int) -> None:
        if self.images:
            self.images[-1].append((start, end))
            return
        sheet, prose, source = self.sheet, self.prose, self.source
        if sheet.begin < 0:
            sheet.open(self._shape())
        if not sheet.words:
            sheet.words = not value.isspace()
        if start and source[start - 1] == "\\" and self._escapes(start):
            prose.atom(source[start], start - 1, start + 1)
            start, value = start + 1, value[1:]
        self.last = end
        if end - start == len(value):
            prose.verbatim(start, end)
        else:
            prose.atom(value, start, end)

    def _escapes(self, start: int) -> bool:
        """Tell whether the backslash before a text is markup: no text has taken it."""
        return self.last < start and self.prose.run_end < start and not self.coding

    def _cut(self, value: str, start: int, end: int) -> None:
        """Add text with templates or formulas in it."""
        sheet, prose, source = self.sheet, self.prose, self.source
        if self.images or not (parts := self.regions.cut(start, end)):
            self._text(value, start, end)
            return
        if sheet.begin < 0:
            sheet.open(self._shape())
        for begin, until, region in parts:
            if region is None:
                sheet.words = sheet.words or not source[begin:until].isspace()
                prose.verbatim(begin, until)
            elif region.role and not sheet.words:
                sheet.shape = ("figure", region.role, 0)
            elif region.shown or self.coding:
                prose.atom(source[begin:until], begin, until, opaque=True)
        self.last = end

    def _line_break(self, event: str, start: int, end: int) -> None:
        if event == "Rule" or self.sheet.begin < 0:
            return
        if self.images:
            self.images[-1].append((start, end))
            return
        self.last = end
        if event == "SoftBreak" and end - start == 1:
            self.prose.verbatim(start, end)
        else:
            self.prose.atom("\n", start, end)

    def _other(self, kind: str, value: Any, start: int, end: int) -> None:
        """Take a piece of HTML or code."""
        if kind == "Html":
            if self.html and self.html[-1][1] == start:
                start = self.html.pop()[0]
            self.html.append((start, end))
        elif kind == "InlineHtml" and not self.images:
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

    def _inline_code(self, value: str, start: int, end: int) -> None:
        """Add what stands between ticks, less the blank on both sides that is not shown."""
        source, prose = self.source, self.prose
        ticks = 1
        while source[start + ticks] == "`":
            ticks += 1
        begin, until, before = start + ticks, end - ticks, prose.here()
        stripped = source[begin:until].strip(" ") and source[begin] in " \n" and source[until - 1] in " \n"
        begin, until = begin + bool(stripped), until - bool(stripped)
        if source[begin:until] == value or self.regions.cut(begin, until):
            prose.verbatim(begin, until)
        else:
            prose.atom(value, start, end)
        prose.hide(before)

    def _shape(self) -> Shape:
        """Return kind, role and level for text that stands here, by what holds it."""
        outer = self.markup.top.shape if self.markup.stack else PLAIN
        if not self.depth:
            return outer
        depth = self.held[_QUOTE] + self.held["List"]
        if outer[1] in ("caption", "furniture"):
            return outer[0], outer[1], depth
        if self.held[_QUOTE] and not self.alerts[-1]:
            return "quote", "quotation", depth
        return ("item", "list-item", depth) if self.held[_ITEM] else ("paragraph", "paragraph", depth)

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
        if self.regions.spans:
            self._asides(start)
        self.sheet.open(self._shape(), self._outer(start, end))

    def _heading(self, value: Any, start: int, end: int) -> None:
        self._asides(start)
        level = int(value["Heading"]["level"][1])
        role = "crosshead" if level > 1 else "headline"
        outer = self._shape()[1]
        self.sheet.open(("heading", outer if outer == "furniture" else role, level), self._outer(start, end))

    def _cell(self, value: Any, start: int, end: int) -> None:
        self.sheet.open(_CELL)

    def _close(self, value: Any, start: int, end: int) -> None:
        if self.regions.spans:
            self._asides(end)
        self._shut()

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
        self.held[name] += 1
        self.depth += 1
        if name == _QUOTE:
            self.alerts.append(bool(value[_QUOTE]))

    def _release(self, value: Any, start: int, end: int) -> None:
        if self.sheet.begin >= 0 or self.sheet.asides:
            self._shut()
        name = value if value.__class__ is str else next(iter(value))
        self.held[name] -= 1
        self.depth -= 1
        if name == _QUOTE:
            self.alerts.pop()

    def _code_block(self, value: Any, start: int, end: int) -> None:
        self._asides(start)
        self.regions.passed(end)
        self.coding = True
        self.sheet.open(_CODE, self._outer(start, end))

    def _end_code_block(self, value: Any, start: int, end: int) -> None:
        self._shut()
        self.coding = False

    def _link(self, value: Any, start: int, end: int) -> None:
        about = value["Link"]
        self.links.append(self.prose.here() if about["link_type"] in ("Autolink", "Email") else -1)
        self.titles.append(about["title"] if about["link_type"] == "Inline" else "")

    def _end_link(self, value: Any, start: int, end: int) -> None:
        hidden = self.links.pop()
        if hidden >= 0 and self.sheet.begin >= 0 and not self.images:
            self.prose.hide(hidden)
        self._title(self.titles.pop(), end)

    def _image(self, value: Any, start: int, end: int) -> None:
        about, sheet = value["Image"], self.sheet
        sheet.outer = None
        if not self.images and sheet.begin >= 0:
            self.last = end
            self.prose.atom(IMAGE, start, end, opaque=True)
        self.images.append([])
        self.titles.append(about["title"] if about["link_type"] == "Inline" else "")

    def _end_image(self, value: Any, start: int, end: int) -> None:
        spans = self.images.pop()
        if spans:
            self.sheet.asides.append(aside("alt", *spans))
        self._title(self.titles.pop(), end)

    def _title(self, text: str, end: int) -> None:
        """Add the title of a link or an image, which ends just before the bracket that closes both."""
        if not text:
            return
        end -= 1
        while self.source[end - 1].isspace():
            end -= 1
        end -= 1
        start = end - len(text)
        opening = _MARKS.get(self.source[end])
        if opening == self.source[start - 1] and self.source.startswith(text, start):
            self.sheet.asides.append(aside("title", (start, end)))

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
    "HtmlBlock": Blocks._html_block, **dict.fromkeys(_HOLDERS, Blocks._hold),
}  # fmt: skip
_ENDS: dict[str, _Handler] = {
    "Paragraph": Blocks._close, "Heading": Blocks._close, "TableCell": Blocks._close,
    "Image": Blocks._end_image, "Link": Blocks._end_link, "CodeBlock": Blocks._end_code_block,
    "HtmlBlock": Blocks._end_html_block, **dict.fromkeys(_HOLDERS, Blocks._release),
}  # fmt: skip
