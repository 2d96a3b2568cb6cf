"""Puts the prose of a marked-up draft together, and keeps where each stretch of it stands in the file."""

from __future__ import annotations

import re

from stylelint.document import Block, Document, Piece, Span

_URL = re.compile(r"(?:://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z+]{1,9}\Z")
_MAILBOX = re.compile(r"[\w.+-]+\Z")
_HOST = re.compile(r"@\w[\w-]{0,63}(?:\.[\w-]{1,63})+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SHORTCODE = re.compile(
    r"<[A-Za-z/][^<>{}]{0,500}\{\{[^{}]{0,2000}\}\}[^<>{}]{0,500}>|\{\{[^{}]{0,2000}\}\}|\{%[^{}]{0,2000}%\}"
)
"""Calls of templates (Hugo, Jekyll), and the tags that hold one and so are none to Markdown."""


class Prose:
    """Collects prose, blocks, pieces and opaque spans in reading order.

    Args:
        source: the decoded file; all source places are code points in it.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        self.blocks: list[Block] = []
        self.opaque: list[Span] = []
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._run = self._run_end = 0

    def verbatim(self, start: int, end: int) -> None:
        """Add `source[start:end]` as it stands there."""
        if start != self._run_end:
            self._flush()
            self._run = start
        self._run_end = end

    def atom(self, text: str, start: int, end: int, *, opaque: bool = False) -> None:
        """Add a text that stands for `source[start:end]` and is not written so there."""
        self._flush()
        if len(text) == end - start and text != self.source[start:end]:
            text = self.source[start:end]
        self._pieces.append(Piece(self.length, self.length + len(text), Span(start, end)))
        self._parts.append(text)
        self.length += len(text)
        if opaque:
            self.hide(self.length - len(text))

    def unescaped(self, start: int, end: int) -> None:
        """Add `source[start:end]`, in which entities stand for characters and all else for itself."""
        if self.source.find("&", start, end) >= 0:
            from html import unescape

            for found in _ENTITY.finditer(self.source, start, end):
                self.verbatim(start, found.start())
                self.atom(unescape(found[0]), *found.span())
                start = found.end()
        self.verbatim(start, end)

    def hide(self, start: int) -> None:
        """Let rules not read the prose from an offset on."""
        here = self.here()
        if start < here:
            self.opaque.append(Span(start, here))

    def here(self) -> int:
        """Return the length of the prose so far."""
        return self.length + self._run_end - self._run

    def trim(self) -> None:
        """Take back the blanks that the prose ends with, if they stand in the source to the letter."""
        source = self.source
        if self._run_end <= self._run or not source[self._run_end - 1].isspace():
            return
        while self._run_end > self._run and source[self._run_end - 1].isspace():
            self._run_end -= 1
        if self.opaque and self.opaque[-1].end > self.here():
            start, here = self.opaque.pop().start, self.here()
            self.opaque += [Span(start, here)] if start < here else []

    def end(self, block: Block) -> None:
        """Take in a block that ends here, and part it from the next; a blank one is left out."""
        self._flush()
        if block.end > block.start:
            self.blocks.append(block)
        self._parts.append("\n")
        self.length += 1

    def document(self, path: str, format: str, metadata: dict[str, str]) -> Document:
        """Return it all as a document, addresses hidden from the rules."""
        self._flush()
        prose = "".join(self._parts)
        calls = [Span(*m.span()) for m in _SHORTCODE.finditer(prose)] if "{" in prose else []
        opaque = merged([*self.opaque, *calls, *addresses(prose)])
        return Document(
            path, self.source, prose, tuple(self.blocks), tuple(self._pieces), opaque, format, metadata
        )

    def _flush(self) -> None:
        start, end = self._run, self._run_end
        if end > start:
            self._parts.append(self.source[start:end])
            self._pieces.append(Piece(self.length, self.length + end - start, Span(start, end)))
            self.length += end - start
        self._run = self._run_end = -1


def addresses(prose: str) -> list[Span]:
    """Return where web and mail addresses stand in a text; the stop after one belongs to the sentence."""
    found: list[Span] = []
    for sign, before, after in (("://", _SCHEME, _URL), ("www.", None, _URL), ("@", _MAILBOX, _HOST)):
        at = prose.find(sign)
        while at >= 0:
            head = before.search(prose, max(0, at - 64), at) if before else None
            tail = after.match(prose, at)
            if tail and (head or not before):
                found.append(Span(head.start() if head else at, tail.end()))
            at = prose.find(sign, tail.end() if tail else at + 1)
    return list(merged(found))


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or touch made one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
