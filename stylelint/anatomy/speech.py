"""Direct speech: where quotations begin and end, and which quotation marks are at fault.

The only parser of quotation marks.  Apostrophes are none, nor are the signs for feet, inches and
minutes; a quotation over several paragraphs opens each of them and closes only the last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal, NamedTuple

from stylelint.document import Document, Span

FaultKind = Literal["unopened", "unclosed", "mismatched", "turned"]


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


class Fault(NamedTuple):
    """A quotation mark that is at fault.

    Attributes:
        start, end: of the mark, in the prose.
        kind: `unopened`: closes what nothing opened; `unclosed`: nothing closes it; `mismatched`:
            curly where the other one is straight or the reverse; `turned`: curls the wrong way.
        mark: the mark as it stands.
    """

    start: int
    end: int
    kind: FaultKind
    mark: str


class Speech:
    """The quotations of a document.

    Args:
        quotations: in the order of their starts.
        faults: in the order of their starts.
        blocks: spans of blocks that are quotations whole.
    """

    def __init__(
        self, quotations: Iterable[Quotation] = (), faults: Iterable[Fault] = (), blocks: Iterable[Span] = ()
    ) -> None:
        self.quotations = tuple(sorted(quotations))
        self.faults = tuple(sorted(faults))
        spans = sorted([Span(q.start, q.end) for q in self.quotations if not q.depth] + list(blocks))
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            if self._ends and end <= self._ends[-1]:
                continue
            self._starts.append(start)
            self._ends.append(end)

    def covers(self, start: int, end: int) -> bool:
        """Tell whether `prose[start:end]` lies whole inside a quotation, its marks counted in."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._ends[index]

    def touches(self, start: int, end: int) -> bool:
        """Tell whether any character of `prose[start:end]` lies inside a quotation."""
        index = bisect_right(self._starts, max(start, end - 1)) - 1
        return index >= 0 and start < self._ends[index]


def speech(document: Document) -> Speech:
    """Return the quotations of a document; worked out once for each set of roles."""
    known = document.__dict__.get("_speech")
    if known is None or known[0] is not document.blocks:
        known = (document.blocks, _parse(document))
        document.__dict__["_speech"] = known
    found: Speech = known[1]
    return found


def _parse(document: Document) -> Speech:
    text = document.prose
    found = [Quotation(m.start(), m.end(), m[0][0]) for m in re.finditer(r"“[^”\n]*”|\"[^\"\n]*\"", text)]
    return Speech(found)
