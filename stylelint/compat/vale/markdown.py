"""Markdown as the tokens of HTML that Vale's reader makes of it, each text with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from stylelint.compat.vale.html import TOKEN, Kind, Rows, Token, tokens
from stylelint.offsets import points

_BLOCKS = {
    "Paragraph": "p", "BlockQuote": "blockquote", "Item": "li", "Table": "table", "TableHead": "tr",
    "TableRow": "tr",
    "Emphasis": "em", "Strong": "strong", "Strikethrough": "del", "FootnoteDefinition": "li",
    "DefinitionList": "dl", "DefinitionListTitle": "dt", "DefinitionListDefinition": "dd",
}  # fmt: skip
_BLOCKS |= {f"H{level}": f"h{level}" for level in range(1, 7)}
_BLOCKS |= {name: name for name in ("ul", "ol", "th", "td")}
_STARTS = {name: (Token("start", tag, []),) for name, tag in _BLOCKS.items()} | {
    "TableHead": (Token("start", "thead", []), Token("start", "tr", [])),
    "CodeBlock": (Token("start", "pre", []), Token("start", "code", [])),
}
"""What stands where an event says that something begins."""
_ENDS = {name: (Token("end", tag, []),) for name, tag in _BLOCKS.items()} | {
    "TableHead": (Token("end", "tr", []), Token("end", "thead", []), Token("start", "tbody", [])),
    "CodeBlock": (Token("end", "code", []), Token("end", "pre", [])),
    "Link": (Token("end", "a", []),),
}
_SAME: dict[str, dict[str, tuple[Token, ...]]] = {
    "Start": {name: made for name, made in _STARTS.items() if name != "TableHead"},
    "End": {name: made for name, made in _ENDS.items() if name not in ("TableHead", "Link")},
}
"""The same without those that a reader takes note of."""
_MATH = re.compile(r"(?<![\\\w$])\$(?:\$[^$]+\$\$|[^\s$\d](?:[^$\n]|\n(?!\s*\n))*(?<=[^\s\\])\$(?![\d$]))")
"""A formula rather than two prices: these begin with a figure."""
_LINK = re.compile(
    r"(?:^|(?<=[\s*_~(]))"
    r"((?:(?:https?|ftp)://|www\.)[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?"
    r"(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}\[\]`]*)?"
    r"|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)+)"
)


class _Reader:
    """Gathers texts until a tag comes, and tokens.

    Args:
        text: the draft without its front matter.
        base: where the text begins in the source.

    Attributes:
        at: turns the parser's offsets into those of the source.
        out: the tokens.
    """

    def __init__(self, text: str, base: int) -> None:
        self.text, self.base, self.at = text, base, points(text, base)
        self.out: list[Token] = []
        self.parts: list[str] = []
        self.rows: Rows = []
        self.size = 0
        self.linked = 0
        self.header = False
        self.html: tuple[int, int] | None = None
        self.images = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Add text that stands at `start` to `end` of the source."""
        if text:
            rows, size, had = self.rows, len(text), self.size
            if rows and size == end - start and rows[-1][3] == start and _verbatim(rows[-1]):
                rows[-1] = (rows[-1][0], had + size, rows[-1][2], end)
            else:
                rows.append((had, had + size, start, end))
            self.parts.append(text)
            self.size = had + size

    def flush(self) -> None:
        """Add the text gathered to the tokens, addresses in it as links, as Vale's reader makes them."""
        if not self.size:
            return
        parts, rows, out = self.parts, self.rows, self.out
        text = parts[0] if len(parts) == 1 else "".join(parts)
        self.parts, self.rows, self.size = [], [], 0
        if self.linked or not ("://" in text or "www." in text or "@" in text):
            out.append(TOKEN(("text", text, rows, ())))
            return
        at = 0
        for start, end in _addresses(text):
            if start > at:
                out.append(Token("text", text[at:start], cut(rows, at, start)))
            said = text[start:end]
            href = "mailto:" + said if "@" in said and "://" not in said else said
            href = "http://" + said if said.startswith("www.") else href
            out.append(Token("start", "a", [], (("href", href, -1, -1),)))
            out.append(Token("text", said, cut(rows, start, end)))
            out.append(Token("end", "a", []))
            at = end
        if at < len(text):
            out.append(Token("text", text[at:], cut(rows, at, len(text))))


def _verbatim(row: tuple[int, int, int, int]) -> bool:
    return row[1] - row[0] == row[3] - row[2]


def cut(rows: Rows, start: int, end: int) -> Rows:
    """Return the rows of a part of a text, counted from where the part begins."""
    found: Rows = []
    for a, b, c, d in rows:
        # Many times a draft: spelt out, this takes no calls.
        low, high = a if a > start else start, b if b < end else end
        if low < high:
            whole = b - a != d - c
            found.append(
                (low - start, high - start, c if whole else c + low - a, d if whole else c + high - a)
            )
    return found


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bare addresses of a text, without the punctuation that ends a sentence."""
    for found in _LINK.finditer(text):
        end = found.end()
        while end > found.start() and (
            text[end - 1] in "?!.,:*_~'\";"
            or (text[end - 1] == ")" and found[0].count("(") < text.count(")", found.start(), end))
        ):
            end -= 1
        if end > found.start():
            yield found.start(), end


def markdown(text: str, base: int = 0) -> list[Token]:
    """Return the tokens of a Markdown text.

    Args:
        text: the draft without its front matter.
        base: where the text begins in the source.
    """
    import pyromark

    reader = _Reader(text, base)
    at, add, out = reader.at, reader.add, reader.out
    options = _options(math="$" in text and _MATH.search(text) is not None)
    for event, where in pyromark.events_with_range(text, options=options):
        if isinstance(event, str):
            _mark(reader, event, at(where["start"]), at(where["end"]))
            continue
        name: str
        value: Any
        ((name, value),) = event.items()
        if name == "Text":
            # A part of the text that the parser tells at another length is one thing: an entity.
            add(value, at(where["start"]), at(where["end"]))
        elif name in ("Start", "End") and not reader.images:
            # Where these stand is of no use, and of most there is nothing else to note.
            if reader.size:
                reader.flush()
            same = _SAME[name].get(value) if value.__class__ is str else None
            out += same or (_start if name == "Start" else _end)(reader, value)
        elif name == "Html":
            reader.html = (reader.html[0] if reader.html else at(where["start"]), at(where["end"]))
        elif reader.images:
            _in_image(reader, name, value, at(where["start"]), at(where["end"]))
        else:
            _structure(reader, name, value, at(where["start"]), at(where["end"]))
    reader.flush()
    return out


def _mark(reader: _Reader, event: str, start: int, end: int) -> None:
    if event == "SoftBreak":
        reader.add("\n", start, end)
    elif event in ("HardBreak", "Rule"):
        reader.flush()
        reader.out.append(Token("start", "br" if event == "HardBreak" else "hr", []))


def _structure(reader: _Reader, name: str, value: Any, start: int, end: int) -> None:
    reader.flush()
    text, base, out = reader.text, reader.base, reader.out
    if name in ("InlineMath", "DisplayMath") and text[end - base : end - base + 1].isdigit():
        reader.add(text[start - base : end - base], start, end)  # two prices
    elif name in ("Code", "InlineMath", "DisplayMath"):
        marks = (end - start - len(value)) // 2
        out.append(Token("start", "code", []))
        out.append(Token("text", value, [(0, len(value), start + marks, start + marks + len(value))]))
        out.append(Token("end", "code", []))
    elif name == "InlineHtml":
        out += _shifted(text, start, end, base)
    elif name == "FootnoteReference":
        for kind, data in (("start", "sup"), ("start", "a"), ("text", "1"), ("end", "a"), ("end", "sup")):
            out.append(Token(_kind(kind), data, [(0, 1, start, end)] if kind == "text" else []))
    elif name == "TaskListMarker":
        out.append(Token("start", "input", []))


def _kind(name: str) -> Kind:
    return "start" if name == "start" else "end" if name == "end" else "text"


def _shifted(text: str, start: int, end: int, base: int) -> Iterator[Token]:
    """Yield the tokens of a stretch of HTML with places of the whole source."""
    for token in tokens(text, start - base, end - base):
        rows = [(a, b, c + base, d + base) for a, b, c, d in token.rows]
        held = tuple(
            (k, v, a + base, b + base) if a >= 0 else (k, v, a, b) for k, v, a, b in token.attributes
        )
        yield Token(token.kind, token.data, rows, held)


def _named(value: Any) -> Any:
    """Return the name of what an event starts or ends, and what it says of it."""
    return (value, None) if value.__class__ is str else next(iter(value.items()))


def _start(reader: _Reader, value: Any) -> Iterable[Token]:
    name, held = _named(value)
    if name in _STARTS:
        reader.header = reader.header or name == "TableHead"
        return _STARTS[name]
    if name == "Heading":
        return _STARTS[held["level"]]
    if name == "Link":
        reader.linked += 1
        href = held["dest_url"]
        href = "mailto:" + href if held["link_type"] == "Email" else href
        return (TOKEN(("start", "a", [], (("href", href, -1, -1),))),)
    if name == "List":
        return _STARTS["ul" if held is None else "ol"]
    if name == "TableCell":
        return _STARTS["th" if reader.header else "td"]
    if name == "Image":
        reader.images = 1
    return ()


def _end(reader: _Reader, value: Any) -> Iterable[Token]:
    name, held = _named(value)
    if name == "HtmlBlock":
        html, reader.html = reader.html, None
        return _shifted(reader.text, *html, reader.base) if html else ()
    if name == "Heading":
        return _ENDS[held]
    if name == "List":
        return _ENDS["ol" if held else "ul"]
    if name == "TableCell":
        return _ENDS["th" if reader.header else "td"]
    reader.linked -= name == "Link"
    reader.header = reader.header and name != "TableHead"
    return _ENDS.get(name, ())


def _in_image(reader: _Reader, name: str, value: Any, start: int, end: int) -> None:
    """Gather the alternative text of an image up to its end."""
    kind = value if value.__class__ is str else next(iter(value)) if isinstance(value, dict) else ""
    if name == "Code":
        reader.add(value, start, end)
    elif name == "Start" and kind == "Image":
        reader.images += 1
    elif name == "End" and kind == "Image":
        reader.images -= 1
        if not reader.images:
            text, rows = "".join(reader.parts), reader.rows
            reader.parts, reader.rows, reader.size = [], [], 0
            reader.out.append(Token("start", "img", rows, (("alt", text, -1, -1),)))


@cache
def _options(math: bool) -> Any:
    from pyromark import Options

    chosen = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
    )
    return chosen | Options.ENABLE_MATH if math else chosen
