"""Puts the prose of a marked-up draft together, and keeps where each stretch of it stands in the file."""

from __future__ import annotations

from struct import Struct

from stylelint import lazy
from stylelint.document import Block, Document, Pieces, Span
from stylelint.native import native
from stylelint.readers.characters import references
from stylelint.text import OPAQUE, blot

_URL = lazy.regex(r"(?:://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]")
_SCHEME = lazy.regex(r"[A-Za-z][A-Za-z+]{1,9}\Z")
_MAILBOX = lazy.regex(r"[\w.+-]+\Z")
_HOST = lazy.regex(r"@\w[\w-]{0,63}(?:\.[\w-]{1,63})+")

ROW = Struct("4q")
"""A piece as `Pieces` has it: start and end in the prose, start and end in the source."""


class Prose:
    """Collects prose, blocks, pieces and opaque spans in reading order.

    Args:
        source: the decoded file; all source places are code points in it.

    Attributes:
        length: of the prose so far, without what has been taken to the letter and is no piece yet.
        rows: the pieces (see `Pieces`).  Between two of them the prose has line ends, one for each block.
        said: what the pieces say that are not as long as what they stand for, by their start.
        run: where in the source that begins which has been taken to the letter and is no piece yet.
        run_end: where it ends; both are -1 where there is none.
    """

    __slots__ = ("blocks", "length", "opaque", "rows", "run", "run_end", "said", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        self.blocks: list[Block] = []
        self.opaque: list[Span] = []
        self.rows = bytearray()
        self.said: dict[int, str] = {}
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
        """Add a text that stands for `source[start:end]`; one as long as that is what stands there."""
        self.flush()
        begin = self.length
        if len(text) != end - start:
            self.said[begin] = text
        self._add(len(text), start, end)
        if opaque:
            self.hide(begin)

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
        if self.run_end > self.run or not self.rows:
            return
        start, end, at, until = ROW.unpack_from(self.rows, len(self.rows) - ROW.size)
        blank = end - start == 1 < until - at and self.said[start] == " "
        if blank and end == self.length and start >= begin:
            del self.rows[-ROW.size :]
            self.length -= 1

    def end(self, block: Block) -> None:
        """Take in a block that ends here, and part it from the next; a blank one is left out."""
        self.flush()
        if block[1] > block[0]:
            self.blocks.append(block)
        self.length += 1

    def blank_from(self, start: int) -> bool:
        """Tell whether all the prose from an offset on, at which a block begins, is blank or hidden."""
        self.flush()
        rows = self.rows[self._before(start) :]
        text = assembled(self.source, rows, self.said, start, self.length)
        hidden = [Span(a - start, b - start) for a, b in self.opaque if a >= start]
        return not blot(text, hidden).replace(OPAQUE, " ").strip()

    def take_back(self, start: int) -> None:
        """Take back all the prose from an offset on, at which a block begins."""
        del self.rows[self._before(start) :]
        while self.opaque and self.opaque[-1].start >= start:
            self.opaque.pop()
        self.length, self.run, self.run_end = start, -1, -1

    def _before(self, start: int) -> int:
        """Return where the rows of the pieces end that begin before an offset, in bytes."""
        end = len(self.rows)
        while end and ROW.unpack_from(self.rows, end - ROW.size)[0] >= start:
            end -= ROW.size
        return end

    def document(self, path: str, format: str, metadata: dict[str, str]) -> Document:
        """Return it all as a document, addresses hidden from the rules."""
        self.flush()
        prose = assembled(self.source, self.rows, self.said, 0, self.length)
        opaque = merged([*self.opaque, *addressed(prose)])
        pieces = Pieces(bytes(self.rows))
        return Document(path, self.source, prose, tuple(self.blocks), pieces, opaque, format, metadata)

    def flush(self) -> None:
        """Make a piece of what has been taken to the letter so far."""
        start, end = self.run, self.run_end
        if end > start:
            self._add(end - start, start, end)
        self.run = self.run_end = -1

    def _add(self, size: int, start: int, end: int) -> None:
        """Add a piece of so many code points, which stands for `source[start:end]`."""
        begin = self.length
        self.length = begin + size
        self.rows += ROW.pack(begin, self.length, start, end)


@native
def assembled(source: str, rows: bytearray, said: dict[int, str], start: int, end: int, /) -> str:
    """Return the prose from an offset to another, at both of which blocks begin or end.

    Args:
        source: which most of it stands in to the letter.
        rows: of the pieces in between.
        said: see `Prose`.
        start: in the prose.
        end: in the prose.
    """
    parts = list[str]()
    for begin, until, at, to in ROW.iter_unpack(rows):
        parts.append("\n" * (begin - start))
        if to - at == until - begin:
            parts.append(source[at:to])
        elif until > begin:
            parts.append(said[begin])
        start = until
    return "".join([*parts, "\n" * (end - start)])


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
