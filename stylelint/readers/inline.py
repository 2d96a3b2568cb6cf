"""Takes what Markdown has inside of a block: text, line breaks, code, links, images."""

from __future__ import annotations

from typing import Any

from stylelint.readers.elements import CODE, HIDDEN, OBJECTS
from stylelint.readers.markup import IMAGE, Markup
from stylelint.readers.masks import Regions
from stylelint.readers.places import in_bytes
from stylelint.readers.sheet import Shape, Sheet, aside

ITEM, LIST, QUOTE = "Item", "List", "BlockQuote"
_BARE = ("Autolink", "Email")
_MARKS = {'"': '"', "'": "'", ")": "("}
"""How the title of a link ends → how it begins."""


class Inline:
    """What stands inside of blocks.

    Args:
        sheet: what the blocks and pieces are added to.
        markup: reads the HTML in between.
        regions: what the parser has not seen.
    """

    tags = CODE | HIDDEN | OBJECTS | {"amp-img", "br", "img"}
    """Elements that say something about the text of the line that they stand in; others are passed over."""

    def __init__(self, sheet: Sheet, markup: Markup, regions: Regions) -> None:
        self.sheet, self.prose, self.source = sheet, sheet.prose, sheet.source
        self.markup, self.regions = markup, regions
        # How many quotations, lists and items there are around what is read, and all that holds other blocks.
        self.quotes = self.lists = self.items = self.depth = 0
        self.alerts: list[bool] = []
        self.images: list[list[tuple[int, int]]] = []
        # Where an address begins that is shown itself, or -1, and the title.
        self.links: list[tuple[int, str]] = []
        self.coding = False
        self.html: list[tuple[int, int]] = []
        self.last = -1

    def _text(self, value: str, start: int, end: int) -> None:
        if self.images:
            self.images[-1].append((start, end))
            return
        sheet, prose, source = self.sheet, self.prose, self.source
        if sheet.begin < 0:
            sheet.open(self._shape())
        if not sheet.words:
            sheet.words = not value.isspace()
            if value[0] == " " and prose.here() == sheet.begin and not self.coding:
                value = value.lstrip(" ")
                start = end - len(value)
        if start and source[start - 1] == "\\" and self._escapes(start):
            prose.atom(source[start], start - 1, start + 1)
            start, value = start + 1, value[1:]
        self.last = end
        if end - start != len(value):
            prose.atom(value, start, end)
            return
        if prose.run_end > prose.run and start != prose.run_end:
            prose.flush()
        if start != prose.run_end:
            prose.run = start
        prose.run_end = end

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
        sheet.outer = None
        for begin, until, region in parts:
            if region is None or self.coding:
                if not sheet.words:
                    while begin < until and source[begin] == " " and prose.here() == sheet.begin:
                        begin += 1
                    sheet.words = begin < until and not source[begin:until].isspace()
                prose.verbatim(begin, until)
            elif region.role and not sheet.words:
                sheet.shape = ("figure", region.role, 0)
            elif region.shown:
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

    def _inline_code(self, value: str, start: int, end: int) -> None:
        """Add what stands between ticks, less the blank on both sides that is not shown."""
        source, prose = self.source, self.prose
        ticks = 1
        while source[start + ticks] == "`":
            ticks += 1
        begin, until, before = start + ticks, end - ticks, prose.here()
        inside = source[begin:until]
        stripped = inside.strip(" \r\n") and inside[0] in " \n" and inside[-1] in " \n"
        begin, until = begin + bool(stripped), until - bool(stripped)
        if until - begin == len(value) or self.regions.cut(begin, until):
            prose.verbatim(begin, until)
        else:
            shown = source[begin:until]
            # A cell has its bars escaped in code, too.
            prose.atom(shown.replace("\\|", "|") if self.sheet.shape[0] == "cell" else shown, start, end)
        prose.hide(before)

    def _shape(self) -> Shape:
        """Return kind, role and level for text that stands here, by what holds it."""
        outer = self.markup.top.shape
        if not self.depth:
            return outer
        depth = self.quotes + self.lists
        if outer[1] in ("caption", "furniture"):
            return outer[0], outer[1], depth
        if self.quotes and not self.alerts[-1]:
            return "quote", "quotation", depth
        return ("item", "list-item", depth) if self.items else ("paragraph", "paragraph", depth)

    def _link(self, value: Any, start: int, end: int) -> None:
        about = value["Link"]
        kind = about["link_type"]
        if kind == "Inline":
            self.links.append((-1, about["title"]))
        else:
            self.links.append((self.prose.here() if kind in _BARE else -1, ""))

    def _end_link(self, value: Any, start: int, end: int) -> None:
        hidden, title = self.links.pop()
        if hidden >= 0 and self.sheet.begin >= 0 and not self.images:
            self.prose.hide(hidden)
        if title:
            self._title(title, end)

    def _image(self, value: Any, start: int, end: int) -> None:
        about, sheet = value["Image"], self.sheet
        sheet.outer = None
        if not self.images and sheet.begin >= 0:
            self.last = end
            self.prose.atom(IMAGE, start, end, opaque=True)
        self.images.append([])
        self.links.append((-1, about["title"] if about["link_type"] == "Inline" else ""))

    def _end_image(self, value: Any, start: int, end: int) -> None:
        spans = self.images.pop()
        if spans:
            self.sheet.asides.append(aside("alt", *spans))
        if title := self.links.pop()[1]:
            self._title(title, end)

    def _title(self, text: str, end: int) -> None:
        """Add the title of a link or an image, which ends just before the bracket that closes both."""
        end -= 1
        while self.source[end - 1].isspace():
            end -= 1
        end -= 1
        start = end - len(text)
        opening = _MARKS.get(self.source[end])
        if opening == self.source[start - 1] and in_bytes(self.source[start:end]) == in_bytes(text):
            self.sheet.outer = None
            self.sheet.asides.append(aside("title", (start, end), syntax="argument"))
