"""The quotation marks of one block: which open, which close, and which are none at all.

A mark's direction comes from its form where it curls and from its neighbours where it does not.
Doubles are always quotation marks, save for inches and seconds; singles only where nothing says apostrophe.
Every step looks at a mark's neighbours only, so that the time is linear in the number of marks.
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from stylelint import lazy
from stylelint.anatomy.elisions import ELISIONS, is_elided

FaultKind = Literal["unopened", "unclosed", "mismatched", "turned"]

_DOUBLE, _SINGLE = '"“”„‟«»', "'‘’‚‛"
MARKS = _DOUBLE + _SINGLE
"""Every mark that may be of quotation."""

_OPENERS, _CLOSERS = "“„‟«‘‚‛", "”»’"
_BEFORE_OPENER = " \t\n\r\xa0\u2009\u200a\u202f([{—–-/…“‘\"'«¿¡*_|>=+"
_AFTER_CLOSER_STOPS = ".,;:!?)]}…"
_FAMILY = {**dict.fromkeys("“”„‟", "“"), '"': '"', "«": "«", "»": "«", **dict.fromkeys("‘’‚‛", "‘"), "'": "'"}
_FEET = lazy.regex(r"\d['′’] ?\d{1,2}(?:\.\d+|[½¼¾])?\Z")


class Fault(NamedTuple):
    """A quotation mark that is at fault.

    Attributes:
        start, end: of the mark, in the prose.
        kind: `unopened`: closes what nothing opened; `unclosed`: nothing closes it; `mismatched`:
            curly where the other one is straight, or the reverse; `turned`: curls the wrong way.
        mark: the mark as it stands.
    """

    start: int
    end: int
    kind: FaultKind
    mark: str


class Pair(NamedTuple):
    """A quotation: place of the opening mark, end after the closing one, and in how many others it stands."""

    start: int
    end: int
    depth: int


class Parsed(NamedTuple):
    """What the marks of a block come to.

    Attributes:
        pairs: quotations that are closed, in the order of their ends.
        left: places of marks that open and that nothing in the block closes, from the outermost.
        faults: without the marks in `left`.
    """

    pairs: list[Pair]
    left: list[int]
    faults: list[Fault]


def find_marks(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Return the places of all marks in `text[start:end]` that may be of quotation, in order.

    A mark between two letters or digits is an apostrophe and is left out.
    """
    places: list[int] = []
    # A search for each mark is several times faster than one expression for all of them.
    for mark in MARKS:
        at = text.find(mark, start, end)
        while at >= 0:
            inner = mark in "'’" and text[at + 1 : at + 2].isalnum()
            if not (inner and at and text[at - 1].isalnum()):
                places.append(at)
            at = text.find(mark, at + 1, end)
    places.sort()
    return places


def family(mark: str) -> str:
    """Return the opening mark that stands for all marks of one sort: “ " ‘ ' or «."""
    return _FAMILY.get(mark, "")


def parse(
    text: str, start: int, end: int, marks: Sequence[int], elisions: Collection[str] = ELISIONS
) -> Parsed:
    """Pair the quotation marks of one block.

    Args:
        text: the prose.
        start: of the block in it.
        end: of the block in it, exclusive.
        marks: places of its marks, as `find_marks` gives them.
        elisions: words before which a single mark is an apostrophe.
    """
    if all(text[at] in "'’" and at > start and text[at - 1] not in _BEFORE_OPENER for at in marks):
        return Parsed([], [], [])  # the apostrophes of plurals: nothing is open that they could close
    if by_turns(text, start, end, marks):
        pairs = zip(marks[::2], marks[1::2], strict=True)
        return Parsed([Pair(opened, closed + 1, 0) for opened, closed in pairs], [], [])
    return _Parser(text, start, end, marks, elisions).run()


def by_turns(text: str, start: int, end: int, marks: Sequence[int]) -> bool:
    """Tell whether the marks of a block, all of one sort, open and close by turns, as in most blocks."""
    signs = "".join([text[at] for at in marks])
    if signs == "“”" * (len(signs) // 2):
        return True
    if len(signs) % 2 or signs.strip('"'):
        return False
    for opened, closed in zip(marks[::2], marks[1::2], strict=True):
        if opened > start and not text[opened - 1].isspace():
            return False
        before = text[closed - 1]
        if before.isspace() or before.isdigit() or before in _NO_CLOSER:
            return False
        if closed + 1 < end and text[closed + 1].isalnum():
            return False
    return True


_NO_CLOSER = frozenset("([{“‘«½¼¾")
"""After these a straight double opens, or is the sign for inches."""


class _Parser:
    """Walks over the marks with a stack of those that are open."""

    def __init__(
        self, text: str, start: int, end: int, marks: Sequence[int], elisions: Collection[str] = ELISIONS
    ) -> None:
        self.text, self.start, self.end, self.marks, self.elisions = text, start, end, marks, elisions
        self.stack: list[int] = []
        self.out = Parsed([], [], [])
        self.signs = "".join([text[at] for at in marks])
        self.straight = self.signs.count('"')

    def run(self) -> Parsed:
        """Return the pairs, the marks left open and the faults."""
        for index, (at, mark) in enumerate(zip(self.marks, self.signs, strict=True)):
            if mark == '"':
                self.straight -= 1
                self._straight(at)
            elif mark in _DOUBLE:
                self._curly(at, mark)
            else:
                self._single(at, mark, index)
        # A single mark that stays open by itself is an apostrophe that no list knows of.
        self.out.left.extend(at for at in self.stack if self.text[at] not in "'«»")
        return self.out

    def _around(self, at: int) -> tuple[str, str]:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        return before, after

    def _opens(self, at: int) -> bool:
        before, after = self._around(at)
        return before in _BEFORE_OPENER and not after.isspace() and after not in _AFTER_CLOSER_STOPS

    def _closes(self, at: int) -> bool:
        before, after = self._around(at)
        return not before.isspace() and before not in "([{“‘«" and not after.isalnum()

    def _top(self, kinds: str) -> bool:
        return bool(self.stack) and self.text[self.stack[-1]] in kinds

    def _open_double(self) -> bool:
        return any(self.text[at] in _DOUBLE for at in self.stack[-3:])

    def _close(self, at: int, kinds: str) -> str:
        """Close the innermost open mark of these kinds and all that stands open in it; return it."""
        while self.stack:
            opened = self.stack.pop()
            mark = self.text[opened]
            if mark in kinds:
                self.out.pairs.append(Pair(opened, at + 1, len(self.stack)))
                return mark
            if mark == "‘":
                self._fault(opened, "unclosed")
        return ""

    def _fault(self, at: int, kind: FaultKind) -> None:
        self.out.faults.append(Fault(at, at + 1, kind, self.text[at]))

    def _straight(self, at: int) -> None:
        if self._measure(at):
            return
        opens, closes, is_open = self._opens(at), self._closes(at), self._open_double()
        if opens and not closes:
            if self._top('"'):
                # Straight marks do not nest, so the one before was never closed.
                self._fault(self.stack.pop(), "unclosed")
            self.stack.append(at)
        elif is_open:
            if self._close(at, _DOUBLE) not in '"':
                self._fault(at, "mismatched")
        elif closes:
            self._fault(at, "unopened")
        else:
            self.stack.append(at)

    def _measure(self, at: int) -> bool:
        """Tell whether a straight double is the sign for inches or seconds."""
        before, after = self._around(at)
        if (not before.isdigit() and before not in "½¼¾") or after.isalpha():
            return False
        if _FEET.search(self.text, max(self.start, at - 8), at):
            return True
        # After a number inside a quotation it closes, unless the marks that follow do not pair then.
        return self.straight % 2 == 1 if self._open_double() else True

    def _curly(self, at: int, mark: str) -> None:
        if mark == "”" and _FEET.search(self.text, max(self.start, at - 8), at):
            return  # a program has curled the sign for inches
        opens, closes = self._opens(at), self._closes(at)
        if mark in "”»":
            if self._open_double():
                if self._close(at, _DOUBLE) == '"':
                    self._fault(at, "mismatched")
            elif opens and not closes:
                if mark == "”":
                    self._fault(at, "turned")
                self.stack.append(at)
            elif mark != "»":
                # By itself it is an arrow or the bullet of a list.
                self._fault(at, "unopened")
        elif closes and not opens and self._open_double():
            if self._close(at, _DOUBLE) not in "„»":
                self._fault(at, "turned")
        else:
            if self._top("“") and self._restarts(at):
                self._fault(self.stack.pop(), "unclosed")
            self.stack.append(at)

    def _restarts(self, at: int) -> bool:
        """Tell whether a mark opens a new sentence, so that the quotation before must have ended."""
        before = self.text[max(self.stack[-1] + 1, at - 2) : at]
        return len(before) == 2 and before[0] in ".!?" and before[1].isspace()

    def _single(self, at: int, mark: str, index: int) -> None:
        before, after = self._around(at)
        if mark in "‚‛" and not self._opens(at):
            return
        if after == mark and mark in "'’" and self._top('“"') and self._closes(at):
            # Two singles typed for one double.
            self._close(at + 1, _DOUBLE)
            return
        opens = self._opens(at) and not is_elided(self.text, at + 1, self.end, self.elisions)
        if opens and (mark in "‘‚‛" or (mark == "'" and after not in _SINGLE and self._ahead[index])):
            self.stack.append(at)
            return
        if not (self._top(_SINGLE) and self._closes(at)) or self._feet(at, before, after):
            return
        closes = not (self._possessive(at) and self._ahead[index])
        if closes and (self._close(at, _SINGLE) == "'") != (mark == "'"):
            self._fault(at, "mismatched")

    def _possessive(self, at: int) -> bool:
        """Tell whether a mark may be the apostrophe of a plural (boys’) or of a dropped g (runnin’)."""
        before = self.text[max(self.start, at - 2) : at].lower()
        return before.endswith(("s", "x", "z", "in", "o")) and self.text[at + 1 : at + 2].isspace()

    def _feet(self, at: int, before: str, after: str) -> bool:
        return before.isdigit() and (after.isdigit() or self.text[at + 1 : at + 3].strip().isdigit())

    @cached_property
    def _ahead(self) -> list[bool]:
        """For each mark, whether a single that may close it comes before one that opens.

        Whole quotations in doubles may lie between the two, half ones not: hence two answers, for an
        odd and an even number of doubles from the end.
        """
        found = [False] * len(self.marks)
        have, doubles = [False, False], 0
        for index in range(len(self.marks) - 1, -1, -1):
            at = self.marks[index]
            found[index] = have[doubles]
            if self.text[at] in _DOUBLE:
                doubles ^= 1
            elif self.text[at] in "'’" and self._closes(at):
                have[doubles] = True
            elif self._opens(at):
                have = [False, False]
        return found
