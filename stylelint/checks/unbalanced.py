"""The kind `unbalanced`: quotation marks and brackets that do not come in pairs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from stylelint.anatomy.quotes import MARKS
from stylelint.anatomy.speech import Fault, Quotation, Row, Speech
from stylelint.checks._brackets import lone
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.native import native
from stylelint.patterns import escape
from stylelint.text import fold

FAULTS = ("unclosed", "unopened", "mismatched", "turned", "blank", "styles")

_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'", "„": "“", "‚": "‘", "«": "»"}
_CURLY = {'"': "“", "'": "‘"}
_STRAIGHT = {"“": '"', "‘": "'"}
_TURNED = {"“": "”", "”": "“", "‘": "’", "’": "‘", "„": "”", "‟": "“", "«": "»", "»": "«"}


@kind
class Unbalanced(Check):
    """Quotation marks and brackets that do not come in pairs.

    A quotation that runs over several paragraphs opens each of them and closes only the last; what stands
    between them (pictures, advertisements) does not count.  Apostrophes are no quotation marks, smileys
    and the "a)" of a list no brackets.

    Attributes:
        of: `quotes` or `brackets`.
        faults: of `unclosed` (opens, and nothing closes it), `unopened` (closes, and nothing opened it),
            `mismatched` (curly on one side, straight on the other), `turned` (curls the wrong way),
            `blank` (between a mark and what it quotes) and `styles` (the article uses curly marks and
            straight ones; told once).
    """

    kind = "unbalanced"
    values = ("fault", "mark")

    of: Literal["quotes", "brackets"] = "quotes"
    faults: tuple[str, ...] = ("unclosed", "unopened")

    quotes = "any"

    def needs(self) -> tuple[str, ...]:
        marks = fold(MARKS) if self.of == "quotes" else "()[]{}"
        return ("|".join(map(escape, sorted(set(marks)))),)

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield the faults that there are none of."""
        known = FAULTS if self.of == "quotes" else FAULTS[:2]
        for name in self.faults:
            if name not in known:
                yield "faults", f"no fault “{name}” of {self.of}; known: {', '.join(known)}"

    def find(self, view: View) -> Iterator[Finding]:
        if self.of == "brackets":
            for at, mark, fault, sure in lone(view.document, view.roles):
                if fault in self.faults:
                    yield Finding(at, at + 1, values={"fault": fault, "mark": mark}, sure=sure)
            return
        speech = view.speech
        if "styles" in self.faults:
            yield from _styles(view, speech)
        if "blank" in self.faults:
            yield from _blanks(view, speech)
        if speech.faults and (faults := [fault for fault in speech.faults if fault.kind in self.faults]):
            whole = _over_lists(view, speech.faults)
            ends = {row[1]: row for row in speech.rows}
            curl = _curl(view) if "mismatched" in self.faults else 0
            for found in faults:
                if found not in whole and view.allowed(found.start, found.end):
                    opener = ends.get(found.end)
                    yield _finding(view, speech, found, opener and Quotation(*opener), curl)


def _over_lists(view: View, faults: Sequence[Fault]) -> set[Fault]:
    """Return the marks that open before a list and close at the end of one of its items."""
    document = view.document
    found: set[Fault] = set()
    for opened, closed in pairwise(faults):
        if (opened.kind, closed.kind) == ("unclosed", "unopened"):
            first, last = document.index_at(opened.start), document.index_at(closed.start)
            if last > first >= 0 and all(
                b.role == "list-item" for b in document.blocks[first + 1 : last + 1]
            ):
                found |= {opened, closed}
    return found


def _finding(view: View, speech: Speech, fault: Fault, opener: Quotation | None, curl: int) -> Finding:
    values = {"fault": fault.kind, "mark": fault.mark}
    if fault.kind == "turned":
        return Finding(fault.start, fault.end, _TURNED.get(fault.mark), values=values)
    if fault.kind != "mismatched":
        sure = fault.kind != "unclosed" or not _folded(view, speech, fault)
        return Finding(fault.start, fault.end, values=values, sure=sure)
    if opener is None:
        return Finding(fault.start, fault.end, values=values)
    # The mark to mend is the one that is not in the article's own style.
    if opener.mark in _CURLY and curl > 0:
        place, right = opener.start, _CURLY[opener.mark]
    elif opener.mark in _STRAIGHT and curl < 0:
        place, right = opener.start, _STRAIGHT[opener.mark]
    else:
        place, right = fault.start, _CLOSING.get(opener.mark, "")
    other = fault.start if place == opener.start else opener.start
    values["mark"] = view.document.prose[place]
    return Finding(
        place, place + 1, right or None, values=values, related=((other, other + 1, "its other mark"),)
    )


def _folded(view: View, speech: Speech, fault: Fault) -> bool:
    """Tell whether a mark that is not closed is followed by one that opens a sentence and closes the block.

    So look the paragraphs of one quotation whose line ends were lost; the marks themselves are right.
    """
    block = view.document.block_at(fault.start)
    index = bisect_right(speech.quotations, fault.start, key=lambda q: q.start)
    after = speech.quotations[index] if index < len(speech.quotations) else None
    if block is None or after is None or not after.closed or after.end != block.end:
        return False
    return (
        view.document.prose[fault.end : after.start]
        .rstrip(" \xa0\u200b\u200d")
        .endswith((".", "!", "?", "…", "’"))
    )


def _blanks(view: View, speech: Speech) -> Iterator[Finding]:
    """Yield plain blanks beside double marks, save where they part a mark from one inside it."""
    prose = view.document.prose
    for start, end, mark, *_ in blank_inside(prose, speech.rows):
        if mark not in '"“' or not view.allowed(start, end):
            continue
        for at, next_to in ((start + 1, start + 2), (end - 2, end - 3)):
            stop = at > next_to and prose[next_to] in ".,!?" and prose[next_to - 1] != "."
            if prose[at] == " " and (prose[next_to].isalnum() or stop):
                yield Finding(at, at + 1, "", values={"fault": "blank", "mark": mark})


@native
def blank_inside(text: str, rows: list[Row], /) -> list[Row]:
    """Return the quotations of a prose that are closed, have a blank at an end, and more than two letters."""
    closed = [row for row in rows if row[3] and row[1] - row[0] > 4]
    return [row for row in closed if " " in (text[row[0] + 1], text[row[1] - 2])]


def _curl(view: View) -> int:
    """Return by how many double marks the curly ones outnumber the straight ones."""
    prose = view.document.prose
    return prose.count("“") + prose.count("”") - prose.count('"')


def _styles(view: View, speech: Speech) -> Iterator[Finding]:
    """Yield the first quotation in the article's rarer style, where whole pairs stand in both."""
    prose = view.document.prose
    if '"' not in prose or "“" not in prose:
        return
    marks = [(row, row[2] + prose[row[1] - 1]) for row in speech.rows if row[3]]
    straight, curly = ([row for row, both in marks if both == pair] for pair in ('""', "“”"))
    if straight and curly:
        straight, curly = ([r for r in rows if view.allowed(r[0], r[1])] for rows in (straight, curly))
    if straight and curly:
        rare, usual = (straight, curly) if len(straight) <= len(curly) else (curly, straight)
        start, end, mark, *_ = rare[0]
        related = ((usual[0][0], usual[0][1], "the usual style"),)
        yield Finding(start, end, values={"fault": "styles", "mark": mark}, related=related)
