"""QDoc, the markup of Qt's documentation, as the tokens of HTML: what stands in comments like `/*! … */`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from stylelint.compat.vale.html import Token
from stylelint.compat.vale.joined import Joined, Line, element, lines_of

_COMMENT = re.compile(r"/\*!(.*?)(?:\*/|\Z)", re.DOTALL)
_STAR = re.compile(r"[ \t]*\*(?=[ \t]|\Z)")
_COMMAND = re.compile(r"\\(\w+)[ \t]*")
_HEADINGS = {"title": "h1", **{f"section{level}": f"h{level + 1}" for level in range(1, 5)}}
_CLASSED = frozenset({"brief", "important", "note", "warning"})
_LITERAL = {
    "badcode": "endcode", "code": "endcode", "js": "endjs", "newcode": "endcode", "oldcode": "endcode",
    "omit": "endomit", "qml": "endqml", "raw": "endraw",
}  # fmt: skip
"""What begins a stretch without prose, and what ends it."""

_META = {"image": "image", "inlineimage": "image", "keyword": "keyword", "target": "target"}
_LINES = frozenset({
    "abstract", "annotatedlist", "class", "codeline", "compares", "comparesw", "contentspage",
    "default", "deprecated", "dontdocument", "enum", "example", "externalpage", "fn", "generatelist",
    "group", "headerfile", "include", "indexpage", "ingroup", "inheaderfile", "inherits", "inmodule",
    "input", "inqmlmodule", "instantiates", "internal", "macro", "meta", "module", "modulestate",
    "namespace", "nativetype", "nextpage", "noautolist", "nonreentrant", "obsolete", "overload", "page",
    "preliminary", "previouspage", "printline", "printto", "printuntil", "property", "qmlabstract",
    "qmlattachedmethod", "qmlattachedproperty", "qmlattachedsignal", "qmldefault", "qmlenum",
    "qmlmethod", "qmlmodule", "qmlproperty", "qmlsignal", "qmltype", "qmlvaluetype", "quotefile",
    "quotefromfile", "readonly", "reentrant", "reimp", "relates", "required", "sa", "since", "skipline",
    "skipto", "skipuntil", "snippet", "startpage", "struct", "tableofcontents", "threadsafe",
    "typealias", "typedef", "union", "variable", "wrapper",
})  # fmt: skip
"""Commands that take a line with them that is no prose."""

_OPENS = {
    "list": "ul", "table": "table", "quotation": "blockquote", "legalese": "div", "sidebar": "div",
    "div": "div",
}  # fmt: skip
_ENDS = {f"end{name}": tag for name, tag in _OPENS.items()}
_WORD = r"[^\s{}.,;:!?()]+(?:[.:]+[^\s{}.,;:!?()]+)*(?:\(\))?"
"""What a command takes that has no braces behind it."""

_INLINE = re.compile(
    rf"\\(?:c|a|tt)[ \t]*(?:\{{(?P<braced>[^{{}}]*)\}}|(?P<word>{_WORD}))"
    r"|\\l[ \t]*\{(?P<target>[^{}]*)\}\s*\{(?P<text>[^{}]*)\}"
    rf"|\\l[ \t]*(?P<bare>\{{[^{{}}]*\}}|{_WORD})"
    r"|\\(?P<mark>b|bold|uicontrol|e|i|underline)[ \t]*(?:\{(?P<held>[^{}]*)\}|(?P<one>\w+))"
    r"|(?P<other>\\\w+)"
)
_MARKS = {"b": "strong", "bold": "strong", "uicontrol": "strong", "e": "em", "i": "em", "underline": "span"}


def qdoc(source: str) -> Iterator[Token]:
    """Yield the tokens of the comments in a file.

    Args:
        source: the file; places are offsets in it, in code points.
    """
    for comment in _COMMENT.finditer(source):
        yield from _Reader().read(source, comment.start(1), comment.end(1))


class _Reader:
    """Reads the lines of a comment."""

    def __init__(self) -> None:
        self._text: list[Line] = []
        self._tag, self._class = "p", ""
        self._until = ""
        self._cell = ["li"]

    def read(self, source: str, start: int, end: int) -> Iterator[Token]:
        """Yield the tokens of a stretch of the source."""
        for line in lines_of(source, start, end):
            star = _STAR.match(line.text)
            for one in _apart(line.cut(star.end() if star else 0).stripped()):
                yield from self._line(one)
        yield from self._paragraph()

    def _line(self, line: Line) -> Iterator[Token]:
        command = _COMMAND.match(line.text)
        name = command[1] if command else ""
        if self._until:
            self._until = "" if name == self._until else self._until
        elif not line.text:
            yield from self._paragraph()
        elif command and self._is_special(name):
            yield from self._paragraph()
            yield from self._special(name, line.cut(command.end()))
        else:
            self._text.append(line)

    def _is_special(self, name: str) -> bool:
        return any(
            name in known for known in (_HEADINGS, _CLASSED, _LITERAL, _META, _LINES, _OPENS, _ENDS, _CELLS)
        )

    def _special(self, name: str, rest: Line) -> Iterator[Token]:
        """Read a command that begins a block."""
        if name in _LITERAL:
            self._until = _LITERAL[name]
        elif name in _META:
            if rest.text:
                yield Token("start", "data", [], (("class", _META[name], -1, -1),))
                yield from _text(Joined([rest]), 0, len(rest.text))
                yield Token("end", "data", [])
        elif name in _HEADINGS:
            self._text, self._tag = [rest], _HEADINGS[name]
            yield from self._paragraph()
        elif name in _OPENS:
            self._cell.append("td" if name == "table" else "li")
            yield Token("start", _OPENS[name], [])
        elif name in _ENDS:
            del self._cell[-1]
            self._cell = self._cell or ["li"]
            yield Token("end", _ENDS[name], [])
        elif name in _CELLS or name in _CLASSED:
            self._begin(name, rest)

    def _begin(self, name: str, rest: Line) -> None:
        """Begin a paragraph of a kind of its own."""
        if name in ("header", "row"):
            self._cell[-1] = "th" if name == "header" else "td"
            return
        self._tag = "figcaption" if name == "caption" else self._cell[-1] if name in ("li", "o") else "p"
        self._class = name if name in _CLASSED else ""
        self._text = [rest] if rest.text else []

    def _paragraph(self) -> Iterator[Token]:
        if self._text:
            held = (("class", self._class, -1, -1),) if self._class else ()
            yield Token("start", self._tag, [], held)
            whole = Joined(self._text)
            yield from _inline(whole, 0, len(whole.text))
            yield Token("end", self._tag, [])
            self._tag, self._class = "p", ""
        self._text = []


_CELLS = frozenset({"caption", "header", "li", "o", "row"})
_ROW = re.compile(r"\\(?:table|list|header|row|li|o)\b")
_NEXT = re.compile(r"(?<=\s)(?<!\\c )(?=\\(?:header|row|li|o)\b)")
"""Where another cell or row begins in a line that holds one."""


def _apart(line: Line) -> Iterator[Line]:
    """Yield the cells and rows in a line, each as one of its own, and any other line as it is."""
    starts = [0, *(found.start() for found in _NEXT.finditer(line.text))] if _ROW.match(line.text) else [0]
    for start, end in pairwise([*starts, len(line.text)]):
        yield Line(line.text[start:end], line.start + start).stripped()


def _inline(whole: Joined, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a paragraph, or of a part of it."""
    at = start
    for found in _INLINE.finditer(whole.text, start, end):
        yield from _text(whole, at, found.start())
        at = found.end()
        group = next(
            name
            for name in ("braced", "word", "text", "bare", "held", "one", "other")
            if found[name] is not None
        )
        if group in ("held", "one"):
            yield from element(_MARKS[found["mark"]], _text(whole, *found.span(group)))
        elif group == "text":
            yield Token("start", "a", [], (("href", found["target"], -1, -1),))
            yield from _inline(whole, *found.span(group))
            yield Token("end", "a", [])
        else:
            yield from element("code", _text(whole, *found.span(group)))
    yield from _text(whole, at, end)


def _text(whole: Joined, start: int, end: int) -> Iterator[Token]:
    if end > start:
        yield Token("text", whole.text[start:end], whole.rows(start, end))
