"""From the tokens of HTML to the blocks that Vale's rules see: what is joined and masked, under what scope.

The order of the steps is Vale's own, since rules of published styles rely on what comes of it: each text
loses the blanks at its ends, and one that follows a tag inside a line gets one blank before it unless it
begins with punctuation; code is a row of asterisks; a tag that ends a block ends the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from stylelint.compat.vale.elements import Classes, Range, Spanned, Spans, inside
from stylelint.compat.vale.html import Rows, Token
from stylelint.compat.vale.markdown import cut

SKIPPED = ("script", "style", "pre", "figure", "noscript", "iframe")
IGNORED = ("tt", "code", "kbd", "samp")
CLASSES = ("problematic", "pre", "code")
INLINE = frozenset(
    {
        "b", "big", "i", "small", "abbr", "acronym", "cite", "dfn", "em", "kbd", "strong", "a", "br", "img",
        "span", "sub", "sup", "code", "tt", "samp", "del", "data",
    }
)  # fmt: skip
_SCOPES = {
    "th": ("text", "table", "header"),
    "td": ("text", "table", "cell"),
    "caption": ("text", "table", "caption"),
    "li": ("text", "list"),
    "blockquote": ("text", "blockquote"),
    "figcaption": ("text", "figure", "caption"),
}
_SCOPES |= {f"h{level}": ("text", "heading", f"h{level}") for level in range(10)}
_CLOSERS = (".", "?", "!", ",", ":", ";", ")", "]", "}", "—", "–")
_TIGHT = ("(", "[", "{", "—", "–")

_NONE: dict[str, str] = {}


class Area(NamedTuple):
    """A block as a rule sees it.

    Attributes:
        text: what its patterns are held against.
        rows: where that stands in the source.
        scope: the parts of its name, the file's extension last.
        prose: whether it is split into sentences and paragraphs.
        off: rules, styles and single matches that a comment in the draft has switched off up to here.
        parent: the name of what it stands in, for conditions with `~`; () for its own.
        counts: of headings and the like in it, None where those of the draft hold.
    """

    text: str
    rows: Rows
    scope: tuple[str, ...]
    prose: bool = False
    off: frozenset[str] = frozenset()
    parent: tuple[str, ...] = ()
    counts: Mapping[str, int] | None = None


@lru_cache(maxsize=256)
def _suffix(extension: str) -> tuple[str, ...]:
    return tuple(extension.lstrip(".").split("."))


@dataclass
class Walk:
    """Takes tokens in order and gathers blocks.

    Attributes:
        extension: of the file, with its dot; more parts of the scope before it.
        ignored: tags whose text is masked.
        skipped: tags whose text is left out.
        classes: values of `class` that mask or leave out what they mark.
        comment: is told every comment of the draft and returns what is off from there on.
        inner: whether the texts of links, code and emphasis are gathered apart, too.
        spans: these.
        selectors: name → selector of CSS; what stands in an element that it finds has the name in its scope.
        selected: the texts of these elements, each as one, and of what a selector does not find, nothing.
        off: what comments have switched off up to here.
    """

    extension: str
    ignored: tuple[str, ...] = IGNORED
    skipped: tuple[str, ...] = SKIPPED
    classes: tuple[str, ...] = CLASSES
    comment: Callable[[str], frozenset[str]] = lambda said: frozenset()
    inner: bool = False
    areas: list[Area] = field(default_factory=list)
    selectors: Mapping[str, str] = field(default_factory=dict)
    spans: list[Area] = field(default_factory=list)
    selected: list[Area] = field(default_factory=list)
    off: frozenset[str] = frozenset()
    counts: dict[str, int] = field(default_factory=dict)
    summary: list[str] = field(default_factory=list)
    _history: list[str] = field(default_factory=list)
    _active: str = ""
    _parts: list[str] = field(default_factory=list)
    _rows: Rows = field(default_factory=list)
    _size: int = 0
    _classes: Classes = field(default_factory=Classes)
    _in_block: bool = False
    _inline: bool = False
    _parted: bool = False
    _tail: str = ""
    _skip: bool = False
    _metadata: bool = False
    _found: dict[str, list[Range]] = field(default_factory=dict)
    _index: int = 0
    _first: int = 0
    _places: list[int] = field(default_factory=list)
    _held: str = ""
    _begun: int = 0
    _ended: int = 0

    @property
    def suffix(self) -> tuple[str, ...]:
        """The parts that the file's name adds to a scope."""
        return _suffix(self.extension)

    def take(self, tokens: Iterable[Token]) -> None:
        """Read all the tokens."""
        if self.selectors:
            self._select(list(tokens))
        else:
            self._take(tokens)

    def _select(self, tokens: list[Token]) -> None:
        """Read all the tokens, with what selectors find in them."""
        from stylelint.compat.vale.selection import gathered, ranges

        self._found, self._places = ranges(tokens, self.selectors), []
        before = len(self.areas)
        self._take(self._numbered(tokens))
        self.selected += gathered(self._found, self.areas[before:], self._places, self.suffix)

    def _numbered(self, tokens: list[Token]) -> Iterator[Token]:
        for self._index, token in enumerate(tokens):
            yield token

    def _take(self, tokens: Iterable[Token]) -> None:
        href = parent = ""
        spans = Spans(self._span) if self.inner else None
        for token in tokens:
            kind, data, _, held = token
            said = data.strip() if kind == "text" else data
            if kind == "text" and not self._in_block:
                if said and not self._metadata:
                    self._text(token, said, href, bool(parent) and self._has(parent))
                if spans:
                    spans.see(token, "")
                href = parent = ""
                continue
            attributes = {name: value for name, value, _, _ in reversed(held)} if held else _NONE
            closed = self._held != "" and self._count(said, kind == "start")
            classes = attributes.get("class", "")
            skipped = bool(classes) and self._has(classes) and said not in INLINE
            if kind == "start":
                self._classes.start(said, classes)
            if kind == "start" and (said in self.skipped or skipped):
                self._leave_out(said, skipped)
            elif self._in_block and (said in self.skipped or closed):
                self._in_block = False
                self._held = "" if closed else self._held
            elif kind == "start":
                self._open(said)
            elif kind == "end" and said in INLINE:
                self._active = ""
                self._metadata = self._metadata and said != "data"
            elif kind == "comment":
                self._remark(said)
            if spans and not self._in_block:
                spans.see(token, classes)
            if kind == "end":
                if said not in INLINE:
                    self._flush()
                self._classes.end(said)
            href, parent = attributes.get("href", ""), classes
            if held and data == "img" and "alt" in attributes and "alt" not in self.skipped:
                self._alt(token, attributes["alt"])

    def _remark(self, comment: str) -> None:
        """Take in a comment, which may switch rules off."""
        self.off = self.comment(comment)
        self._parted = bool(self._parts)

    def _leave_out(self, tag: str, by_class: bool) -> None:
        """Pass over the texts from a tag on; where its class says so, up to its own end."""
        if by_class:
            self._held, self._begun, self._ended = tag, 1, 0
        self._in_block = True
        self.counts[tag] = self.counts.get(tag, 0) + 1

    def _count(self, said: str, start: bool) -> bool:
        """Count the tags inside an element left out by its class; tell whether it ends."""
        if said == self._held:
            self._begun, self._ended = self._begun + start, self._ended + (not start)
        return self._begun == self._ended > 0

    def _has(self, value: str) -> bool:
        return any(name in self.classes for name in value.split(" "))

    def _open(self, tag: str) -> None:
        if tag in ("em", "b") and (self._history[-1] if self._history else self._active) == "code":
            tag = "code"
        self._inline, self._skip = tag in INLINE, tag in self.ignored
        self._history.append(tag)
        self._active = tag
        self._metadata = self._metadata or tag == "data"

    def _text(self, token: Token, said: str, href: str, marked: bool) -> None:
        rows = token.rows
        if len(said) < len(token.data):
            start = token.data.index(said)
            rows = cut(rows, start, start + len(said))
        nested = self._nested() and not self._inline
        masked = self._skip or marked
        blank = nested or (self._inline and not (said[0] in _CLOSERS and not masked))
        if self._parted:  # by a comment, beside which a blank stays one
            blank = blank or self._tail.isspace() or token.data[0].isspace()
            self._parted = False
        self._tail = token.data[-1]
        if masked or href == said:
            said = "".join("\n" if c == "\n" else "*" for c in said)
            self._skip = False
        if not self._parts:
            self._first = self._index
        if blank and not (self._parts and self._parts[-1].endswith(_TIGHT)):
            self._parts.append(" ")
            self._size += 1
        self._parts.append(said)
        size = self._size
        self._rows += [(a + size, b + size, c, d) for a, b, c, d in rows] if size else rows
        self._size = size + len(said)

    def _nested(self) -> bool:
        history = self._history
        last = history[-1] if history else self._active
        return last == "li" and len(history) > 3 and history[-2] in ("ol", "ul") and history[-3] == "li"

    def _flush(self) -> None:
        if self._parts:
            text = "".join(self._parts)
            if text.strip():
                self._block(text)
            self._parts, self._rows, self._size = [], [], 0
        self._history = []

    def _block(self, text: str) -> None:
        for tag in self._history:
            scope = _SCOPES.get(tag)
            if scope:
                name = ".".join(scope[1:])
                if name in ("blockquote", "list"):
                    self.summary.append(text)
                self.counts[name] = self.counts.get(name, 0) + 1
                cutoff = len(text) - len(text.lstrip(" "))
                self._add(text[cutoff:], cut(self._rows, cutoff, len(text)), scope)
                return
        self.summary.append(text)
        self._add(text, self._rows, ("text",), prose=True)

    def _alt(self, token: Token, text: str) -> None:
        rows = token.rows or [
            (0, len(text), c, d) for k, _, c, d in token.attributes if k == "alt" and c >= 0
        ]
        if text.strip():
            self.areas.append(Area(text, rows, ("text", "attr", "alt"), off=self.off))
            self._places.append(-1)

    def _add(self, text: str, rows: Rows, scope: tuple[str, ...], prose: bool = False) -> None:
        name = (*scope, *self._classes.names, *self.suffix)
        if self._found:
            name = (*name, *inside(self._found, self._first))
        self.areas.append(Area(text, rows, name, prose, self.off))
        self._places.append(self._first)

    def _span(self, span: Spanned) -> None:
        around = next((part for tag in self._history for part in (_SCOPES.get(tag, ())[1:],) if part), ())
        scope = (span.scope, *span.classes, *self.suffix)
        self.spans.append(Area(span.text, span.rows, scope, off=self.off, parent=(*scope, *around)))
