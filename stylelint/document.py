"""A draft as the engine sees it: prose, blocks with roles, and where each piece stands in the file."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, overload

from stylelint.native import native
from stylelint.text import Lines, blot, fold

ROLES = (
    "headline", "standfirst", "byline", "dateline", "paragraph", "crosshead", "list-item", "caption",
    "credit", "quotation", "pull-quote", "cell", "correction", "editors-note", "furniture", "metadata",
    "code",
)  # fmt: skip
"""What a block can be in an article; the words that `scope` takes."""


class Span(NamedTuple):
    """Start and end (exclusive), in code points."""

    start: int
    end: int


class Piece(NamedTuple):
    """A stretch of prose and where it stands in the file.

    Attributes:
        start: offset in the prose.
        end: end in the prose, exclusive.
        source: the span in the source.  As long as the piece where it stands there to the letter, but that
            one blank may stand for another (YAML folds a line end, Markdown spreads a tab); otherwise (an
            entity, an escape, a hard line break) it is one thing, never cut.
    """

    start: int
    end: int
    source: Span

    @property
    def verbatim(self) -> bool:
        """Whether the piece stands in the source character for character, whichever blanks they are."""
        return self.source.end - self.source.start == self.end - self.start


class Pieces(Sequence[Piece]):
    """Pieces kept as bare numbers: a draft has hundreds, and only those that a finding touches are looked at.

    Args:
        rows: for each piece start and end in the prose, start and end in the source, each of eight bytes.
    """

    __slots__ = ("numbers", "rows")

    def __init__(self, rows: bytes) -> None:
        self.rows = rows
        self.numbers = memoryview(rows).cast("q")

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        at = 4 * range(len(self))[index]
        start, end, begin, until = self.numbers[at : at + 4]
        return Piece(start, end, Span(begin, until))

    def __iter__(self) -> Iterator[Piece]:
        return map(self.__getitem__, range(len(self)))

    def __len__(self) -> int:
        return len(self.numbers) // 4


class Block(NamedTuple):
    """A stretch of prose that belongs together.

    Attributes:
        start: offset in the document's prose, code points.
        end: end in the prose, exclusive.
        kind: what the format says it is: paragraph, heading, item, quote, cell, figure, alt,
            code, metadata.
        role: what it is in the article, one of `ROLES`.
        outer: what would have to go from the source to remove the block whole, markup included
            and line ends not; None where it cannot be taken out without breaking what holds it.
        level: of a heading, 1 to 6; otherwise the depth of nesting.
        key: of a metadata field.
        syntax: how its words are written, where that is not as in the rest of the format: html, attribute,
            yaml … (`writing.written` has them all).
    """

    start: int
    end: int
    kind: str = "paragraph"
    role: str = "paragraph"
    outer: Span | None = None
    level: int = 0
    key: str = ""
    syntax: str = ""


class _Draft(NamedTuple):
    """What a document is made of; a tuple is made many times as fast as a frozen dataclass is defined."""

    path: str
    source: str
    prose: str
    blocks: tuple[Block, ...]
    pieces: Pieces | None = None
    opaque: tuple[Span, ...] = ()
    format: str = "text"
    metadata: Mapping[str, str] = {}  # never written to


class Document(_Draft):
    """One draft.

    Attributes:
        path: as the user named it.
        source: the decoded file, line ends as they stand.
        prose: the text of all blocks, each ended by at least one line end.  Where `pieces` is
            None, the prose is the source itself.
        blocks: in reading order; they do not overlap.
        pieces: in order, without overlap; None where every offset of the prose is the same in the source.
        opaque: spans of the prose that rules must not read (code, URLs), in order.
        format: the reader's name, such as "text" or "markdown".
    """

    @cached_property
    def folded(self) -> str:
        """The prose as patterns see it, place for place the same.

        Quotes straight, blanks plain, a line end only between blocks (never inside one), and what
        rules do not read blotted out with `text.OPAQUE`.
        """
        return folded_prose(self.prose, self.blocks, self.opaque)

    @cached_property
    def data(self) -> bytes:
        """`folded` in UTF-8, which is what RE2 reads."""
        return self.folded.encode("utf-8")

    @cached_property
    def lines(self) -> Lines:
        """Lines and columns of the source."""
        return Lines(self.source)

    @property
    def rows(self) -> bytes | None:
        """The pieces as bare numbers, see `Pieces`."""
        return None if self.pieces is None else self.pieces.rows

    def text(self, block: Block) -> str:
        """Return the prose of a block as it stands."""
        return self.prose[block.start : block.end]

    def index_at(self, offset: int) -> int:
        """Return the index of the block that holds an offset of the prose, -1 where none does."""
        return index_at(self.blocks, offset)

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds an offset of the prose, None between blocks."""
        index = index_at(self.blocks, offset)
        return self.blocks[index] if index >= 0 else None

    def span(self, start: int, end: int) -> Span:
        """Return where `prose[start:end]` stands in the source, from its first piece to its last."""
        return located(self.rows, start, end)

    def editable(self, start: int, end: int) -> bool:
        """Tell whether `prose[start:end]` can be replaced without touching any markup.

        True only where its pieces follow one another without a gap, in the prose and in the
        source, none is cut or a line broken on purpose, and rules have seen all of it.
        """
        index = bisect_left(self.opaque, start, key=_end_of)
        if any(span.start < end and span.end > start for span in self.opaque[index : index + 2]):
            return False
        if self.pieces is None:
            return True
        index = bisect_right(self.pieces.numbers[::4], start) - 1
        at, before = start, -1
        while 0 <= index < len(self.pieces) and at < max(end, start + 1):
            piece = self.pieces[index]
            gap = piece.start > at or piece.end <= at or (before >= 0 and piece.source.start != before)
            if gap or not (piece.verbatim or self._replaceable(piece, start, end)):
                return False
            at, before, index = piece.end, piece.source.end, index + 1
        return at >= end

    def _replaceable(self, piece: Piece, start: int, end: int) -> bool:
        """Tell whether a piece that is one thing is not cut, and no more than the blank that rules see."""
        if piece.start < start or piece.end > end:
            return False
        return self.prose[piece.start] != "\n" or self.source[piece.source.start] in "\r\n"

    def with_roles(self, roles: dict[int, str]) -> "Document":
        """Return the document with the blocks at these indexes in other roles."""
        if not roles:
            return self
        changed = self._replace(blocks=in_other_roles(self.blocks, roles))
        # The text is the same, so what was worked out about it still holds.
        changed.__dict__.update(self.__dict__)
        return changed

    def forget(self) -> None:
        """Drop all that was worked out about it, which is more than itself; it is made again if asked."""
        self.__dict__.clear()


_start_of, _end_of = itemgetter(0), itemgetter(1)


@native
def index_at(blocks: tuple[Block, ...], offset: int, /) -> int:
    """Return the index of the block that holds an offset of the prose, -1 where none does."""
    index = bisect_right(blocks, offset, key=_start_of) - 1
    return index if index >= 0 and offset < blocks[index][1] else -1


@native
def lies_in(blocks: tuple[Block, ...], roles: Set[str] | None, start: int, end: int, /) -> bool:
    """Tell whether a stretch of the prose lies in one block, in one of some roles; None for any."""
    index = index_at(blocks, start)
    return index >= 0 and end <= blocks[index][1] and (roles is None or blocks[index][3] in roles)


@native
def located(rows: bytes | None, start: int, end: int, /) -> Span:
    """Return where a stretch of the prose stands in the source, from its first piece to its last.

    Args:
        rows: the pieces, as `Pieces` has them, one or more; None where each place is the same in the source.
        start: in the prose.
        end: in the prose, exclusive.
    """
    if rows is None:
        return Span(start, end)
    numbers = memoryview(rows).cast("q")
    at = 4 * max(0, bisect_right(numbers[::4], start) - 1)
    first, until, head, tail = numbers[at : at + 4]
    if until - first == tail - head:
        head += min(start, until) - first
        if start == end:
            return Span(head, head)
    at = 4 * max(0, bisect_left(numbers[::4], max(end, start + 1)) - 1)
    first, until, begin, tail = numbers[at : at + 4]
    if until - first == tail - begin:
        tail = begin + min(end, until) - first
    return Span(head, max(head, tail))


@native
def in_other_roles(blocks: tuple[Block, ...], roles: dict[int, str], /) -> tuple[Block, ...]:
    """Return all blocks, those at some indexes in other roles."""
    changed = list(blocks)
    for index, role in roles.items():
        changed[index] = blocks[index]._replace(role=role)
    return tuple(changed)


@native
def in_roles(blocks: tuple[Block, ...], roles: Set[str], /) -> list[Block]:
    """Return the blocks in these roles, in their order."""
    return [block for block in blocks if block.role in roles]


@native
def saying(prose: str, blocks: tuple[Block, ...], texts: Set[str], /) -> list[int]:
    """Return the indexes of the blocks of a prose that say one of some texts and nothing else."""
    lengths = set(map(len, texts))
    return [
        index
        for index, (start, end, *_) in enumerate(blocks)
        if end - start in lengths and prose[start:end] in texts
    ]


@native
def folded_prose(prose: str, blocks: Sequence[Block], opaque: Sequence[Span], /) -> str:
    """Return the prose of a document as patterns see it; see `Document.folded`."""
    text = fold(prose)
    parts, hidden, at = [], list(opaque), 0
    for start, end, _, role, *_ in blocks:
        if role == "code":
            hidden.append(Span(start, end))
        elif text.find("\n", start, end) >= 0:
            parts += [text[at:start], text[start:end].replace("\n", " ")]
            at = end
    return blot("".join([*parts, text[at:]]) if parts else text, sorted(hidden))
