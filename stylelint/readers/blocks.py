"""Turns the events of a Markdown parser into blocks and pieces of prose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from stylelint.document import Block, Span
from stylelint.readers.prose import Prose
from stylelint.readers.tags import BLOCKS, CODE, Token, alt, tokens

_ONLY_SHORTCODES = re.compile(r"\s*(?:(?:\{\{[^{}]{0,4000}\}\}|\{%[^{}]{0,4000}%\})\s*)++")
_VALUE = re.compile(r"\b(caption|alt)\s*=\s*\"([^\"]*)\"")
_LASTING = frozenset({"figcaption", "footer", "nav"})
_PLAIN = ("paragraph", "paragraph", 0)
_INLINE = ("Emphasis", "Strong", "Strikethrough")
_HOLDERS = ("BlockQuote", "Item", "FootnoteDefinition", "List", "Table")


class Blocks:
    """Takes events in order; `prose` then holds the draft.

    Args:
        prose: what the blocks and pieces are added to.
        place: turns the parser's offsets into code points of the source.
    """

    def __init__(self, prose: Prose, place: Callable[[int], int]) -> None:
        self.prose = prose
        self.place = place
        self.source = prose.source
        self.begin = -1
        self.shape = _PLAIN
        self.outer: Span | None = None
        self.words = False
        self.last = -1
        self.held = dict.fromkeys(_HOLDERS, 0)
        self.depth = 0
        self.tags: Counter[str] = Counter()
        self.images = 0
        self.skipping = self.coding = False
        self.html: list[tuple[int, int]] | None = None
        self.asides: list[tuple[str, list[tuple[int, int]]]] = []
        self.hidden = -1

    def take(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Add all the events to the prose."""
        handlers = {
            "Start": self._start, "Code": self._code, "Html": self._html_line,
            "InlineHtml": self._inline_html,
        }  # fmt: skip
        place, source = self.place, self.source
        for event, where in events:
            if event.__class__ is str:
                self._line_break(event, place(where["start"]), place(where["end"]))
                continue
            ((kind, value),) = event.items()
            if kind == "Text":
                start = place(where["start"])
                end = start + len(value)
                # An entity may begin as what it stands for: &amp;
                if source[start : start + 1] == "&" or not source.startswith(value, start):
                    end = place(where["end"])
                self._text(value, start, end)
            elif kind == "End":
                if value not in _INLINE:
                    self._end(value)
            elif kind in handlers and not (kind == "Start" and value in _INLINE):
                handlers[kind](value, place(where["start"]), place(where["end"]))
        self._close()

    def _text(self, value: str, start: int, end: int) -> None:
        if self.skipping:
            return
        if self.images:
            self.asides[-1][1].append((start, end))
            return
        if self.begin < 0:
            self._open(*self._shape())
        self.words = self.words or not value.isspace()
        source, prose = self.source, self.prose
        if source[start - 1 : start] == "\\" and self.last < start and not self.coding:
            prose.atom(source[start], start - 1, start + 1)
            start, value = start + 1, value[1:]
        self.last = end
        if end - start == len(value):
            prose.verbatim(start, end)
        else:
            prose.atom(value, start, end)

    def _line_break(self, event: str, start: int, end: int) -> None:
        if self.skipping or self.images or event == "Rule" or self.begin < 0:
            return
        self.last = end
        if event == "SoftBreak" and end - start == 1:
            self.prose.verbatim(start, end)
        else:
            self.prose.atom("\n", start, end)

    def _code(self, value: str, start: int, end: int) -> None:
        if self.skipping or self.images:
            return
        if self.begin < 0:
            self._open(*self._shape())
        self.words = True
        self.last = end
        self.prose.atom(value, start, end, opaque=True)

    def _start(self, value: Any, start: int, end: int) -> None:
        name = value if isinstance(value, str) else next(iter(value))
        if name == "Paragraph":
            self._paragraph(start, end)
        elif name == "Heading":
            level = int(value["Heading"]["level"][1])
            self._open("heading", "crosshead" if level > 1 else "headline", level, self._outer(start, end))
        elif name == "Image":
            self._image(start, end)
        elif name == "Link":
            self.hidden = self.prose.here() if value["Link"]["link_type"] in ("Autolink", "Email") else -1
        elif name == "TableCell":
            self._open("cell", "cell", 0)
        elif name == "CodeBlock":
            self._close()
            self.coding = True
            self._open("code", "code", 0, self._outer(start, end))
        elif name == "HtmlBlock":
            self._close()
            self.html = []
        elif name in _HOLDERS:
            self._close()
            self.held[name] += 1
            self.depth += 1

    def _end(self, value: Any) -> None:
        name = value if isinstance(value, str) else next(iter(value))
        if name in ("Paragraph", "Heading", "TableCell"):
            self._close()
            self.skipping = False
        elif name == "Image":
            self.images -= 1
        elif name == "Link":
            if self.hidden >= 0:
                self.prose.hide(self.hidden)
            self.hidden = -1
        elif name == "CodeBlock":
            self._close()
            self.coding = False
        elif name == "HtmlBlock":
            self._html_block()
        elif name in _HOLDERS:
            self._close()
            self.held[name] -= 1
            self.depth -= 1

    def _shape(self) -> tuple[str, str, int]:
        """Return kind, role and level for text that stands here, by what holds it."""
        if not self.depth and not self.tags:
            return _PLAIN
        depth = self.held["BlockQuote"] + self.held["List"]
        if self.tags["figcaption"]:
            return "figure", "caption", depth
        if self.tags["nav"] or self.tags["footer"]:
            return "paragraph", "furniture", depth
        if self.held["BlockQuote"]:
            return "quote", "quotation", depth
        return ("item", "list-item", depth) if self.held["Item"] else ("paragraph", "paragraph", depth)

    def _outer(self, start: int, end: int) -> Span | None:
        """Return what to remove with a block, None inside of what would break by it."""
        if self.depth:
            return None
        while end > start and self.source[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def _paragraph(self, start: int, end: int) -> None:
        self._close()
        if self.source.startswith("{", start) and _ONLY_SHORTCODES.fullmatch(self.source, start, end):
            self.skipping = True
            for found in _VALUE.finditer(self.source, start, end):
                self.asides.append((found[1], [found.span(2)]))
        else:
            self._open(*self._shape(), self._outer(start, end))

    def _image(self, start: int, end: int) -> None:
        self.images += 1
        self.asides.append(("alt", []))
        if self.images == 1 and self.begin >= 0 and not self.skipping:
            # Something must stand for it, or the blanks on both sides of it would meet.
            self.prose.atom("￼", start, end, opaque=True)
            self.last = end

    def _open(self, kind: str, role: str, level: int, outer: Span | None = None) -> None:
        self._close()
        self.begin, self.shape, self.outer, self.words = self.prose.here(), (kind, role, level), outer, False

    def _close(self) -> None:
        """End the block that is open, and let the texts of its images follow it."""
        if self.begin >= 0:
            kind, role, level = self.shape
            self.prose.trim()
            end = self.prose.here() if self.words else self.begin
            self.prose.end(Block(self.begin, end, kind, role, self.outer, level))
            self.begin = -1
        asides, self.asides = (self.asides, []) if not self.images else ([], self.asides)
        for key, spans in asides:
            self._aside(key, spans)

    def _aside(self, key: str, spans: list[tuple[int, int]]) -> None:
        """Add a text that stands beside the prose: an image's alternative text or caption."""
        begin = self.prose.here()
        for start, end in spans:
            if self.source[start:end].strip():
                self.prose.unescaped(start, end)
        kind, role = ("figure", "caption") if key == "caption" else ("alt", "metadata")
        if self.prose.here() > begin:
            self.prose.end(Block(begin, self.prose.here(), kind, role, None, 0, key if kind == "alt" else ""))

    def _inline_html(self, value: str, start: int, end: int) -> None:
        if self.skipping or self.images:
            return
        for token in tokens(self.source, start, end):
            self._tag(token, inline=True)
        self.last = end

    def _html_line(self, value: str, start: int, end: int) -> None:
        if self.html is not None:
            if self.html and self.html[-1][1] == start:
                start = self.html.pop()[0]
            self.html.append((start, end))

    def _html_block(self) -> None:
        """Add the text of an HTML block, a block for each of its elements."""
        for start, end in self.html or ():
            for token in tokens(self.source, start, end):
                if token.kind == "text":
                    self._html_text(token.start, token.end)
                else:
                    self._tag(token, inline=False)
        self._close()
        end = self.html[-1][1] if self.html else 0
        self.html = None
        # An element that is never closed must not colour the rest of the draft.
        open_tags = [name for name in _LASTING if self.tags[name] > 0]
        self.tags = Counter(name for name in open_tags if self.source.find(f"</{name}", end) >= 0)

    def _html_text(self, start: int, end: int) -> None:
        text = self.source[start:end]
        if self.begin < 0:
            start += len(text) - len(text.lstrip())
        if start == end:
            return
        if self.begin < 0:
            self._open(*self._html_shape())
        self.words = self.words or not text.isspace()
        before = self.prose.here()
        self.prose.unescaped(start, end)
        if any(self.tags[name] > 0 for name in CODE):
            self.prose.hide(before)

    def _html_shape(self) -> tuple[str, str, int]:
        for level in range(1, 7):
            if self.tags[f"h{level}"] > 0:
                return "heading", "crosshead" if level > 1 else "headline", level
        if self.tags["blockquote"] > 0:
            return "quote", "quotation", 1
        if self.tags["li"] > 0:
            return "item", "list-item", 1
        if self.tags["td"] > 0 or self.tags["th"] > 0:
            return "cell", "cell", 0
        return self._shape()

    def _tag(self, token: Token, *, inline: bool) -> None:
        name = token.name
        if name == "img" and (span := alt(self.source, token)):
            self.asides.append(("alt", [span]))
        if name == "br" and self.begin >= 0:
            self.prose.atom("\n", token.start, token.end)
        if inline and name in CODE:
            if token.kind == "open":
                self.hidden = self.prose.here()
            elif self.hidden >= 0:
                self.prose.hide(self.hidden)
                self.hidden = -1
        if inline:
            return
        if name in BLOCKS:
            self._close()
        if token.kind == "open" and not self.source.endswith("/>", token.start, token.end):
            self.tags[name] += 1
        elif token.kind == "close" and self.tags[name]:
            self.tags[name] -= 1
