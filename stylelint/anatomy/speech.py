"""Direct speech: where quotations begin and end, and which quotation marks are at fault.

The only parser of quotation marks.  Apostrophes are none, nor are the signs for feet, inches and
minutes; a quotation over several paragraphs opens each of them and closes only the last.
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import starmap
from typing import Any, NamedTuple, TypeAlias, TypeVar

from stylelint.anatomy.elisions import ELISIONS
from stylelint.anatomy.quotes import Fault, FaultKind, family, find_marks, parse
from stylelint.document import Block, Document, Span, in_roles, lies_in
from stylelint.native import native
from stylelint.text import blot

__all__ = ["Fault", "Quotation", "Speech", "speech"]

_SPOKEN = frozenset({"paragraph", "quotation", "standfirst", "list-item", "correction", "editors-note"})
_WHOLE = frozenset({"quotation", "pull-quote"})
_HIDDEN = frozenset({"code"})
_REACH = 8
"""How many blocks may stand between two paragraphs of one quotation."""
_SHORT = 60
_ENDS = tuple(".!?…:;,\"”'’)]—–»")


class Quotation(NamedTuple):
    """Words in quotation marks.

    Attributes:
        start: of the opening mark, in the prose.
        end: after the closing mark, or the end of the block where there is none.
        mark: the opening mark.
        closed: whether a mark closes it.
        continued: it is left open because the next paragraph goes on with it.
        depth: 0 for one that stands in no other.
    """

    start: int
    end: int
    mark: str
    closed: bool = True
    continued: bool = False
    depth: int = 0


_Row = TypeVar("_Row", bound=tuple[Any, ...])

Row: TypeAlias = tuple[int, int, str, bool, bool, int]
"""A `Quotation` bare, at a fifth of the price: a draft has dozens, and most are never asked for."""


class Speech:
    """The quotations of a document.

    Args:
        rows: its quotations.
        faults: quotation marks that are at fault.
        blocks: spans of blocks that are quotations whole.

    Attributes:
        rows: in the order of their starts.
        faults: in the order of their starts.
    """

    def __init__(
        self, rows: Iterable[Row] = (), faults: Iterable[Fault] = (), blocks: Sequence[Span] = ()
    ) -> None:
        self.rows = sorted(rows)
        self.faults = tuple(sorted(faults))
        self._blocks = blocks

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations, in the order of their starts."""
        return tuple(starmap(Quotation, self.rows))

    @cached_property
    def outermost(self) -> tuple[list[int], list[int]]:
        """The starts and ends of all that is spoken; what stands in another is left out."""
        return outermost(sorted([*self.rows, *self._blocks]) if self._blocks else self.rows)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether `prose[start:end]` lies whole inside a quotation, its marks counted in."""
        return covers(*self.outermost, start, end)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether any character of `prose[start:end]` lies inside a quotation."""
        starts, ends = self.outermost
        index = bisect_right(starts, max(start, end - 1)) - 1
        return index >= 0 and start < ends[index]


@native
def covers(starts: list[int], ends: list[int], start: int, end: int, /) -> bool:
    """Tell whether a stretch lies in one of some spans, of which none begins in another."""
    index = bisect_right(starts, start) - 1
    return index >= 0 and end <= ends[index]


@native
def lying(
    rows: list[_Row],
    blocks: tuple[Block, ...],
    roles: Set[str] | None,
    spans: tuple[list[int], list[int]] | None,
    inside: bool,
    /,
) -> list[_Row]:
    """Return those of some rows that lie in one block, in one of some roles, and in or out of some spans.

    Args:
        rows: each begins with start and end of a stretch of the prose.
        blocks: of the prose.
        roles: None for any.
        spans: their starts and ends, as `covers` has them; None where they do not matter.
        inside: whether a row is to lie in one of them, or in none.
    """
    here = [row for row in rows if lies_in(blocks, roles, row[0], row[1])]
    return here if spans is None else [row for row in here if covers(*spans, row[0], row[1]) == inside]


@native
def outermost(spans: list[tuple[Any, ...]], /) -> tuple[list[int], list[int]]:
    """Return the starts and ends of spans, which are in order; what stands in another is left out."""
    starts, ends = list[int](), list[int]()
    for start, end, *_ in spans:
        if not ends or end > ends[-1]:
            starts.append(start)
            ends.append(end)
    return starts, ends


def speech(document: Document) -> Speech:
    """Return the quotations of a document; worked out once for each set of roles."""
    known = document.__dict__.get("_speech")
    if known is None or known[0] is not document.blocks:
        known = (document.blocks, _parse(document))
        document.__dict__["_speech"] = known
    found: Speech = known[1]
    return found


def _read(document: Document) -> str:
    """Return the prose without what is not read."""
    hidden = in_roles(document.blocks, _HIDDEN)
    if document.opaque or hidden:
        spans = (Span(block.start, block.end) for block in hidden)
        return blot(document.prose, sorted([*document.opaque, *spans]))
    return document.prose


def _parse(document: Document) -> Speech:
    whole = [Span(block.start, block.end) for block in in_roles(document.blocks, _WHOLE)]
    rows, troubled = quoted(_read(document), document.blocks, ELISIONS)
    faults: list[Fault] = []
    for index, (left, wrong, _) in troubled.items():
        faults += starmap(Fault, wrong)
        if left:
            more, unclosed = _left_open(document, index, troubled)
            rows += more
            faults += unclosed
    return Speech(rows, faults, whole)


_Trouble: TypeAlias = tuple[list[int], list[tuple[int, int, FaultKind, str]], int]
"""Of a block: the marks it leaves open, its other faults, where its first closed quotation opens."""


@native
def quoted(
    text: str, blocks: tuple[Block, ...], elisions: frozenset[str], /
) -> tuple[list[Row], dict[int, _Trouble]]:
    """Return the quotations that are closed in their blocks; and by index, what is wrong in blocks.

    Args:
        text: the prose, without what is not read.
        blocks: of the prose.
        elisions: words before which a single mark is an apostrophe.
    """
    rows: list[Row] = []
    troubled: dict[int, _Trouble] = {}
    marks = find_marks(text)
    for index, (start, end, *_) in enumerate(blocks):
        own = marks[bisect_left(marks, start) : bisect_left(marks, end)]
        pairs, left, faults = parse(text, start, end, own, elisions) if own else ((), [], [])
        rows += [(opened, closed, text[opened], True, False, depth) for opened, closed, depth in pairs]
        if left or faults:
            first = min((pair.start for pair in pairs), default=len(text))
            troubled[index] = (left, [(*fault,) for fault in faults], first)
    return rows, troubled


def _left_open(
    document: Document, index: int, troubled: Mapping[int, _Trouble]
) -> tuple[list[Quotation], list[Fault]]:
    """Decide what becomes of the marks that a block leaves open: they run on, or are at fault."""
    text, left, end = document.prose, troubled[index][0], document.blocks[index].end
    sort = family(text[left[0]])
    after = _next_spoken(document, index, sort)
    goes_on = after >= 0 and _begins(document, after) == sort
    quotations = [Quotation(at, end, text[at], False, goes_on, depth) for depth, at in enumerate(left)]
    wrong = left
    if goes_on:
        # Of several marks of one sort only the last can run on.
        wrong = [at for at in left if family(text[at]) == sort][:-1]
    elif after in troubled and (closer := _stray_closer(troubled[after], sort)):
        # The fault lies in the next paragraph, which closes the quotation and does not open it again.
        quotations.append(Quotation(document.blocks[after].start, closer.end, closer.mark))
        wrong = left[1:]
    return quotations, [Fault(at, at + 1, "unclosed", text[at]) for at in wrong]


def _stray_closer(trouble: _Trouble, sort: str) -> Fault | None:
    """Return the mark that closes in a block what the one before it opened, None if there is none."""
    _, faults, opened = trouble
    first = Fault(*min(faults)) if faults else None
    stray = first and first.kind == "unopened" and first.start < opened and family(first.mark) == sort
    return first if stray else None


def _next_spoken(document: Document, index: int, sort: str) -> int:
    """Return the index of the next block that a quotation could run on in, -1 if there is none.

    Furniture, captions, crossheads and short lines between two paragraphs do not count.
    """
    blocks = document.blocks
    if blocks[index].role not in _SPOKEN:
        return -1
    for after in range(index + 1, min(len(blocks), index + 1 + _REACH)):
        if blocks[after].role not in _SPOKEN:
            continue
        if _begins(document, after) == sort or not _aside(document, after):
            return after
    return -1


def _begins(document: Document, index: int) -> str:
    """Return the sort of quotation mark that a block begins with, "" if it begins with none."""
    start = document.blocks[index].start
    return family(document.prose[start : start + 1])


def _aside(document: Document, index: int) -> bool:
    """Tell whether a block is too short, or ends too openly, to be a paragraph of the story."""
    text = document.text(document.blocks[index])
    return not text.endswith(_ENDS) or (len(text) < _SHORT and len(text.split()) < 8)
