"""Reads HTML into blocks: whole pages, fragments, and what stands in Markdown."""

from __future__ import annotations

from stylelint import lazy
from stylelint.document import Block, Span
from stylelint.readers.characters import runs
from stylelint.readers.elements import ENDS_ITSELF, HIDDEN, META, SORTS, VOID, WHOLE, Frame, within
from stylelint.readers.hints import hints_of, unwanted
from stylelint.readers.masks import Regions
from stylelint.readers.options import Skipped
from stylelint.readers.sheet import PLAIN, Sheet, aside
from stylelint.readers.tags import BLANKS, UNREAD, Token, attributes, removable, tokens

IMAGE = "￼"
"""Stands for an image in a line, or the blanks on both sides of it would meet."""
_INK = lazy.regex(r"[^ \t\r\n\f]")
_REACH = 24
"""How far an element looks for what it ends."""


class Markup:
    """Takes stretches of HTML in order.

    Args:
        sheet: what the blocks are added to.
        view: the source, templates blotted out.
        regions: where these stand.
        skipped: what the house never wants read.

    Attributes:
        stack: the elements that are open.
        counts: how many of them have a name.
        top: the innermost of them.
        code: how many elements are open whose text is no prose.
        code_from: where that begins in the prose, -1 where it does not.
        blank: whether the text of the open block ends in a blank, or has not begun.
        objects: how many blocks there were before the last thing that is no text, -1 where there was none.
        named: whether the house wants some elements left out.
    """

    sorts, ends, unread, root = SORTS, ENDS_ITSELF, UNREAD, Frame("", PLAIN, 0, 0, False)

    def __init__(self, sheet: Sheet, view: str, regions: Regions, skipped: Skipped) -> None:
        self.sheet, self.prose, self.view = sheet, sheet.prose, view
        self.regions, self.skipped = regions, skipped
        self.stack: list[Frame] = []
        self.counts: dict[str, int] = {}
        self.last: dict[str, int] = {}
        self.top = self.root
        self.code = 0
        self.code_from = -1
        self.blank = True
        self.objects = -1
        self.named = bool(skipped.classes or skipped.ids)

    def read(self, start: int, end: int) -> None:
        """Read `source[start:end]`."""
        self.sheet.syntax = "html"
        for token in tokens(self.view, start, end):
            self.token(token)

    def token(self, token: Token) -> None:
        """Take a token of HTML."""
        kind, begin, until, name = token
        if kind == "open":
            self._open(token)
        elif kind == "close":
            self._close(name, until)
        elif kind == "text" or self.regions.lines or self._takes_blanks():
            # What takes a whole line looks like blanks.
            if not self.top.muted:
                self.text(begin, until)
            elif self.top.name == "title":
                self._field("title", "headline", begin, until, "html")
            elif self.top.name == "head" and _INK.search(self.view, begin, until):
                self._pop(-1)
                self.text(begin, until)

    def _takes_blanks(self) -> bool:
        """Tell whether a text of nothing but blanks is shown here."""
        return self.top.shape[0] == "code" or not (self.blank or self.sheet.begin < 0)

    def finish(self) -> None:
        """End all that is open."""
        self._end_block()
        self.sheet.asides += self.regions.passed(len(self.view))
        self.sheet.close()

    def pause(self, end: int) -> None:
        """Stop in the middle of elements: only those that are closed later on stay open."""
        self._end_block()
        self.sheet.syntax = ""
        while self.stack and not self.closes(self.top.name, end):
            self._pop(-1)

    def closes(self, name: str, end: int) -> bool:
        """Tell whether an element that can hold Markdown is closed after a place."""
        if name not in self.last:
            tags = (f"</{name}", f"</{name.upper()}")
            self.last[name] = -1 if name in WHOLE else max(self.view.rfind(tag) for tag in tags)
        return self.last[name] >= end

    def end_code(self) -> None:
        """End what is no prose inside of a block with the block."""
        if self.code_from >= 0:
            self.prose.hide(self.code_from)
        self.code, self.code_from = 0, -1

    def tag(self, token: Token) -> None:
        """Take a tag that stands in a line of Markdown: it neither opens nor closes a block."""
        name, sort = token.name, SORTS.get(token.name)
        if sort == "image" and token.kind == "open":
            self._image(token)
        elif name == "br" and self.sheet.begin >= 0:
            self.prose.atom("\n", token.start, token.end)
        elif sort == "code" or name in HIDDEN:
            self._code(1 if token.kind == "open" else -1)
        if sort == "object" or name == "img":
            self.sheet.outer = None

    def text(self, start: int, end: int) -> None:
        """Take text, its blanks as browsers show them."""
        if self.regions.spans and (parts := self.regions.cut(start, end)):
            for begin, until, region in parts:
                if region is None:
                    self._plain(begin, until)
                    continue
                self.sheet.asides += self.regions.passed(until)
                self.objects = len(self.prose.blocks)
                if region.lines:
                    self._end_block()
                elif region.role and self.sheet.begin < 0:
                    self.sheet.open(("figure", region.role, 0))
                    self.blank = True
                elif region.shown and self.sheet.begin >= 0:
                    self.prose.atom(self.sheet.source[begin:until], begin, until, opaque=True)
                    self.blank = False
            return
        self._plain(start, end)

    def _plain(self, start: int, end: int) -> None:
        sheet, prose, source = self.sheet, self.prose, self.sheet.source
        if self.top.shape[0] == "code":
            if sheet.begin < 0:
                sheet.open(self.top.shape)
            sheet.words = True
            prose.unescaped(start, end, loose=True)
            return
        first = _INK.search(source, start, end)
        if first is None and (self.blank or sheet.begin < 0):
            return
        if sheet.begin < 0:
            sheet.open(self.top.shape)
            self.blank = True
            self.code_from = prose.length if self.code else -1
        if self.blank and first:
            start = first.start()
        sheet.words = sheet.words or first is not None
        for run in runs(source, start, end):
            prose.unescaped(start, run.start(), loose=True)
            start = run.end()
            if start < end or run.start() < end:
                prose.atom(" ", run.start(), start)
        prose.unescaped(start, end, loose=True)
        self.blank = source[end - 1] in BLANKS

    def _open(self, token: Token) -> None:
        name = token.name
        sort = SORTS.get(name, "")
        if sort == "block":
            self._begin(token)
        elif sort == "code":
            self._code(1)
        elif sort == "image":
            self._image(token)
        elif sort == "break":
            self._break(token)
        elif sort == "meta":
            self._meta(token)
        elif self.named and name not in VOID and unwanted(self.skipped, hints_of(self.view, token)):
            self._push(Frame(name, self.top.shape, token.start, len(self.prose.blocks), True))
        elif self.counts.get(name):
            self._push(Frame(name, self.top.shape, token.start, len(self.prose.blocks), self.top.muted))
        elif sort == "object":
            self.objects = len(self.prose.blocks)

    def _begin(self, token: Token) -> None:
        """Open an element that ends the block before it."""
        name = token.name
        self._end_block()
        self.end_others(name)
        if self.top.name == "head" and name != "title":
            self._pop(-1)
        if name != "hr" and not self.view.endswith("/>", token.start, token.end):
            self._push(self.frame(token, self.top, len(self.prose.blocks)))

    def frame(self, token: Token, outer: Frame, blocks: int) -> Frame:
        """Return what a tag opens within another element, after so many blocks."""
        name, hints = token.name, hints_of(self.view, token)
        muted = outer.muted or name in ("head", "title") or bool(hints and unwanted(self.skipped, hints))
        return Frame(name, within(outer.shape, name, hints), token.start, blocks, muted)

    def _end_block(self) -> None:
        sheet = self.sheet
        if sheet.begin >= 0 and self.prose.run_end <= self.prose.run:
            self.prose.take_back_blank(self.sheet.begin)
        self.end_code()
        sheet.close()
        self.blank = True

    def end_others(self, name: str) -> None:
        """Close the elements that the start of this one ends: its like, and a paragraph."""
        if self.top.name == "p":
            self._pop(-1)
        ended, limits = ENDS_ITSELF.get(name, ((), ()))
        if not any(self.counts.get(one) for one in ended):
            return
        reach = 0
        for depth, frame in enumerate(reversed(self.stack[-_REACH:]), 1):
            if frame.name in limits:
                break
            reach = depth if frame.name in ended else reach
        for _ in range(reach):
            self._pop(-1)

    def _close(self, name: str, end: int) -> None:
        sort = SORTS.get(name)
        if sort == "code":
            self._code(-1)
        elif self.counts.get(name):
            if sort == "block":
                self._end_block()
            while self.stack and self.top.name != name:
                self._pop(-1)
            self._pop(end)
        elif sort == "block" and name != "p":
            self._end_block()

    def _push(self, frame: Frame) -> None:
        self.stack.append(frame)
        self.counts[frame.name] = self.counts.get(frame.name, 0) + 1
        self.top = frame

    def _pop(self, end: int) -> None:
        """Close the innermost element; `end` is where its closing tag ends, -1 if it has none."""
        frame = self.stack.pop()
        self.counts[frame.name] -= 1
        blocks = self.prose.blocks
        alone = len(blocks) == frame.blocks + 1 and self.objects < frame.blocks
        if end >= 0 and frame.name in WHOLE and alone and removable(self.view, frame.start, end):
            blocks[-1] = blocks[-1]._replace(outer=Span(frame.start, end))
        self.top = self.stack[-1] if self.stack else self.root

    def _code(self, step: int) -> None:
        """Enter or leave an element whose text is no prose."""
        self.code = max(0, self.code + step)
        if self.sheet.begin < 0:
            return
        if self.code and self.code_from < 0:
            self.code_from = self.prose.here()
        elif not self.code and self.code_from >= 0:
            self.prose.hide(self.code_from)
            self.code_from = -1

    def _break(self, token: Token) -> None:
        if self.sheet.begin >= 0 and not self.top.muted:
            self.prose.take_back_blank(self.sheet.begin)
            self.prose.atom("\n", token.start, token.end)
            self.blank = True

    def _image(self, token: Token) -> None:
        self.objects = len(self.prose.blocks)
        if self.top.muted:
            return
        if self.sheet.words:
            self.prose.atom(IMAGE, token.start, token.end, opaque=True)
            self.blank = False
        found = attributes(self.view, token)
        for key in ("alt", "title"):
            if key in found and self.view[slice(*found[key])].strip():
                self.sheet.asides.append(aside(key, found[key], syntax="attribute"))

    def _meta(self, token: Token) -> None:
        """Take a field of a page's head."""
        found = attributes(self.view, token)
        name = self.view[slice(*found.get("name", found.get("property", (0, 0))))].lower()
        if name in META and "content" in found:
            self._field(name, META[name], *found["content"], "attribute")

    def _field(self, key: str, role: str, start: int, end: int, syntax: str) -> None:
        text = self.view[start:end]
        start, end = start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
        if end <= start or self.skipped.field(key):
            return
        self.sheet.close()
        begin = self.prose.length
        self.prose.unescaped(start, end, loose=True)
        self.prose.end(Block(begin, self.prose.here(), "metadata", role, None, 0, key, syntax))
