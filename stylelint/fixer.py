"""Puts the edits of fixes into the text of a draft."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from stylelint.diagnostics import LEVELS, Diagnostic, Edit
from stylelint.document import Span

PASSES = 10
"""How often a text is mended before we say that its fixes do not settle."""


class Unsettled(ValueError):
    """Fixes undo each other, or one brings about itself; `source` is the text after the last pass."""

    def __init__(self, source: str) -> None:
        super().__init__(f"fixes do not settle after {PASSES} passes")
        self.source = source


class Kept(NamedTuple):
    """A stretch that stands in a text before and after a change.

    Attributes:
        old: where it begins before, in code points.
        new: where it begins after.
        length: in code points.
    """

    old: int
    new: int
    length: int


class Changed(NamedTuple):
    """A text after edits, and what of it stood there before, in order."""

    source: str
    kept: list[Kept]


class Mended(NamedTuple):
    """A text after all its fixes.

    Attributes:
        source: the text; as it was, where nothing could be mended.
        kept: what of it stood there before, in order.
        applied: how many fixes of each rule went into it.
        fighting: rules that undo each other, or bring about what they mend; theirs were left out.
    """

    source: str
    kept: list[Kept]
    applied: Counter[str]
    fighting: tuple[str, ...] = ()


def mend(source: str, look: Callable[[str], Iterable[Diagnostic]], *, unsafe: bool = False) -> Mended:
    """Return a text with everything mended that can be, again and again until nothing more is.

    Args:
        source: the decoded file.
        look: what is to be told of a text; asked anew after each pass.
        unsafe: whether fixes count that a person should look at.
    """
    barred: set[str] = set()
    while True:
        text, applied, fighting = source, Counter[str](), set[str]()
        kept = [Kept(0, 0, len(source))]
        before = {text: 0}
        passes: list[set[str]] = []
        while not fighting:
            chosen = choose((d for d in look(text) if d.rule not in barred), unsafe=unsafe)
            mended = change(text, edits_of(chosen))
            if mended.source == text:
                return Mended(text, kept, applied, tuple(sorted(barred)))
            text, kept = mended.source, list(_through(kept, mended.kept))
            applied.update(d.rule for d in chosen)
            passes.append({d.rule for d in chosen})
            if text in before or len(passes) == PASSES:
                fighting = set().union(*passes[before.get(text, PASSES - 1) :])
            before[text] = len(passes)
        # Once more without them, so that the other fixes are not lost in the fight.
        barred |= fighting


def edits_of(chosen: Iterable[Diagnostic]) -> list[Edit]:
    """Return the edits of the fixes of diagnostics."""
    return [edit for d in chosen if d.fix for edit in d.fix.edits]


def _through(first: Sequence[Kept], second: Sequence[Kept]) -> Iterator[Kept]:
    """Yield what two changes, one after the other, keep: what the first leaves and the second finds there."""
    i = j = 0
    while i < len(first) and j < len(second):
        left, found = first[i], second[j]
        ends, until = left.new + left.length, found.old + found.length
        start, end = max(left.new, found.old), min(ends, until)
        if start < end:
            yield Kept(left.old + start - left.new, found.new + start - found.old, end - start)
        i, j = (i + 1, j) if ends < until else (i, j + 1)


def choose(found: Iterable[Diagnostic], *, unsafe: bool) -> list[Diagnostic]:
    """Return the diagnostics whose fixes can be put in together.

    Where edits overlap or touch, the fix that begins first goes in; of two that begin together the one
    of the graver level, then of the rule that comes first in the alphabet.  The other waits for the
    next pass.  A fix goes in whole or not at all.  Equal edits, and removals, do not disturb each other.

    Args:
        found: diagnostics of one text, in any order.
        unsafe: whether fixes count that a person should look at.
    """
    able = [(d.fix.edits[0].span.start, LEVELS.index(d.level), d.rule, d.fix.edits, d) for d in found
            if d.fix and d.fix.edits and (unsafe or d.fix.safe)]  # fmt: skip
    taken = _Taken()
    return [d for *_, edits, d in sorted(able, key=lambda one: one[:4]) if taken.take(edits)]


class _Taken:
    """Edits that are agreed on, as stretches in order that neither overlap nor touch."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._stretches: list[tuple[int, int, str]] = []

    def take(self, edits: Sequence[Edit]) -> bool:
        """Agree on edits if none of them disturbs what is agreed on already."""
        if not all(self._fits(edit) for edit in edits):
            return False
        for edit in edits:
            self._put(edit)
        return True

    def _met(self, span: Span) -> tuple[int, int]:
        """Return which stretches a span overlaps or touches."""
        first = last = bisect_left(self._ends, span.start)
        while last < len(self._stretches) and self._stretches[last][0] <= span.end:
            last += 1
        return first, last

    def _fits(self, edit: Edit) -> bool:
        first, last = self._met(edit.span)
        met = self._stretches[first:last]
        return not any(text or edit.text for *_, text in met) or met == [(*edit.span, edit.text)]

    def _put(self, edit: Edit) -> None:
        first, last = self._met(edit.span)
        met = self._stretches[first:last]
        start, end = (
            min([edit.span.start, *(s for s, *_ in met)]),
            max([edit.span.end, *(e for _, e, _ in met)]),
        )
        self._stretches[first:last] = [(start, end, edit.text)]
        self._ends[first:last] = [end]


def apply(source: str, edits: Iterable[Edit]) -> str:
    """Return the source with edits applied; not a character outside them changes.

    Of two edits that overlap or touch, the one that begins first is applied (of two that begin
    together, the longer); the other must wait until the result has been linted anew.  Two removals
    are both applied: what either takes out goes, as neighbours often do, and the blank lines on
    either side of what is gone do not add up.

    Args:
        source: the decoded file.
        edits: places in it, in code points, in any order.
    """
    return change(source, edits).source


def change(source: str, edits: Iterable[Edit]) -> Changed:
    """Return the source with edits applied, see `apply`, and what of it was kept."""
    parts: list[str] = []
    kept: list[Kept] = []
    done = length = 0
    for start, end, text in (*_stretches(source, edits), (len(source), len(source), "")):
        if start > done:
            kept.append(Kept(done, length, start - done))
            parts.append(source[done:start])
            length += start - done
        parts.append(text)
        length += len(text)
        done = max(done, end)
    return Changed("".join(parts), kept)


def _stretches(source: str, edits: Iterable[Edit]) -> list[tuple[int, int, str]]:
    """Return what is to be replaced, in order, removals that meet made one."""
    found: list[tuple[int, int, str]] = []
    joined: set[int] = set()
    telling = {edit for edit in edits if edit.text or edit.span.start < edit.span.end}
    for span, text in sorted(telling, key=lambda edit: (edit.span.start, -edit.span.end, edit.text)):
        start, end, before = found[-1] if found else (0, -1, "")
        if span.start > end:
            found.append((span.start, span.end, text))
        elif not before and not text and span.end > end:
            found[-1] = (start, span.end, "")
            joined.add(len(found) - 1)
    return [_closed(source, *one[:2]) if i in joined else one for i, one in enumerate(found)]


def _closed(source: str, start: int, end: int) -> tuple[int, int, str]:
    """Widen a removal of whole lines so that the blank lines around it do not add up."""
    head, tail = start, end
    while head and source[head - 1] in " \t\r\n":
        head -= 1
    while tail < len(source) and source[tail] in " \t\r\n":
        tail += 1
    before, after = source.count("\n", head, start), source.count("\n", end, tail)
    if tail == len(source) and (before or not head):
        # Where the last line end goes with what is removed, the first of those before it stays.
        kept = source.find("\n", head, start) + 1 if not after and source.endswith("\n") else 0
        return kept or head, end, ""
    if not after or not (before or not head):
        return start, end, ""
    if head and before < after:
        return head, end, ""
    return start, source.rfind("\n", end, tail) + 1, ""


def settle(source: str, edits_of: Callable[[str], Iterable[Edit]]) -> str:
    """Return the source mended again and again until nothing more is to be mended.

    Args:
        source: the decoded file.
        edits_of: what mends a text; asked anew after each pass.

    Raises:
        Unsettled: after `PASSES` passes there is still something to mend.
    """
    for _ in range(PASSES):
        mended = apply(source, edits_of(source))
        if mended == source:
            return source
        source = mended
    raise Unsettled(source)
