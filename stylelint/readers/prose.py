"""Puts the prose of a marked-up draft together, and keeps where each stretch of it stands in the file."""

from __future__ import annotations

from stylelint import lazy
from stylelint.document import Block, Document, Pieces, Span, blot
from stylelint.native import native
from stylelint.readers.characters import references
from stylelint.text import OPAQUE

_URL = lazy.regex(r"(?:://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]")
_SCHEME = lazy.regex(r"[A-Za-z][A-Za-z+]{1,9}\Z")
_MAILBOX = lazy.regex(r"[\w.+-]+\Z")
_HOST = lazy.regex(r"@\w[\w-]{0,63}(?:\.[\w-]{1,63})+")


class Prose:
    """Collects prose, blocks, pieces and opaque spans in reading order.

    Args:
        source: the decoded file; all source places are code points in it.
    """

    __slots__ = ("blocks", "length", "opaque", "parts", "rows", "run", "run_end", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        self.blocks: list[Block] = []
        self.opaque: list[Span] = []
        self.parts: list[str] = []
        self.rows: list[tuple[int, int, int, int]] = []
        # What stands in the source to the letter is taken in one piece, as far as it goes.
        self.run = self.run_end = -1

    def verbatim(self, start: int, end: int) -> None:
        """Add `source[start:end]` as it stands there."""
        if start != self.run_end:
            if self.run_end > self.run:
                self.flush()
            self.run = start
        self.run_end = end

    def atom(self, text: str, start: int, end: int, *, opaque: bool = False) -> None:
        """Add a text that stands for `source[start:end]` and is not written so there."""
        self.flush()
        if len(text) == end - start and text != self.source[start:end]:
            text = self.source[start:end]
        length = self.length
        self.rows.append((length, length + len(text), start, end))
        self.parts.append(text)
        self.length = length + len(text)
        if opaque:
            self.hide(length)

    def unescaped(self, start: int, end: int, *, loose: bool = False) -> None:
        """Add `source[start:end]`, in which entities stand for characters and all else for itself.

        Args:
            start: in the source.
            end: in the source.
            loose: whether entities may lack their semicolon, as old HTML has them.
        """
        if self.source.find("&", start, end) >= 0:
            for text, at, until in references(self.source, start, end, loose=loose):
                self.verbatim(start, at)
                self.atom(text, at, until)
                start = until
        self.verbatim(start, end)

    def hide(self, start: int) -> None:
        """Let rules not read the prose from an offset on."""
        here = self.here()
        if start < here:
            self.opaque.append(Span(start, here))

    def here(self) -> int:
        """Return the length of the prose so far."""
        return self.length + self.run_end - self.run

    def trim(self) -> None:
        """Take back the blanks that the prose ends with, if they stand in the source to the letter."""
        source, run = self.source, self.run
        if self.run_end <= run or not source[self.run_end - 1].isspace():
            return
        while self.run_end > run and source[self.run_end - 1].isspace():
            self.run_end -= 1
        if self.opaque and self.opaque[-1].end > self.here():
            start, here = self.opaque.pop().start, self.here()
            self.opaque += [Span(start, here)] if start < here else []

    def take_back_blank(self, begin: int) -> None:
        """Take back a run of blanks, shown as one, that the prose ends with.

        Args:
            begin: where the block begins that may lose it.
        """
        if self.run_end > self.run or not self.parts or self.parts[-1] != " " or not self.rows:
            return
        start, end, at, until = self.rows[-1]
        if end == self.length and until - at > 1 and start >= begin:
            self.rows.pop()
            self.parts.pop()
            self.length -= 1

    def end(self, block: Block) -> None:
        """Take in a block that ends here, and part it from the next; a blank one is left out."""
        self.flush()
        if block[1] > block[0]:
            self.blocks.append(block)
        self.parts.append("\n")
        self.length += 1

    def blank_from(self, start: int, part: int) -> bool:
        """Tell whether all the prose from an offset on is blank or hidden.

        Args:
            start: in the prose.
            part: how many parts there were at that offset.
        """
        self.flush()
        text = "".join(self.parts[part:])
        hidden = [Span(a - start, b - start) for a, b in self.opaque if a >= start]
        return not blot(text, hidden).replace(OPAQUE, " ").strip()

    def document(self, path: str, format: str, metadata: dict[str, str]) -> Document:
        """Return it all as a document, addresses hidden from the rules."""
        self.flush()
        prose = "".join(self.parts)
        opaque = merged([*self.opaque, *addressed(prose)])
        pieces = Pieces(self.rows)
        return Document(path, self.source, prose, tuple(self.blocks), pieces, opaque, format, metadata)

    def flush(self) -> None:
        """Make a piece of what has been taken to the letter so far."""
        start, end = self.run, self.run_end
        if end > start:
            length = self.length
            self.parts.append(self.source[start:end])
            self.length = length = length + end - start
            self.rows.append((length - end + start, length, start, end))
        self.run = self.run_end = -1


def addresses(prose: str) -> tuple[Span, ...]:
    """Return where web and mail addresses stand in a text; the stop after one belongs to the sentence."""
    return merged(addressed(prose))


@native
def addressed(prose: str, /) -> list[Span]:
    """Return the addresses around each sign of one, those of one sign after those of another."""
    found: list[Span] = []
    for sign, before, after in (("://", _SCHEME, _URL), ("www.", None, _URL), ("@", _MAILBOX, _HOST)):
        at = prose.find(sign)
        while at >= 0:
            tail = after.match(prose, at)
            head = before.search(prose, max(0, at - 64), at) if before and tail else None
            if tail and (head or not before):
                found.append(Span(head.start() if head else at, tail.end()))
            at = prose.find(sign, tail.end() if tail else at + 1)
    return found


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap or touch made one."""
    if not spans:
        return ()
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
