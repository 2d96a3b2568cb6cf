"""The text of a draft, cut into stretches by the findings in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from stylelint.diagnostics import Diagnostic

CONTEXT = 600
"""Characters shown on either side of a finding where a draft is too long to be shown whole."""
WHOLE = 60_000
"""Characters up to which a draft is shown whole."""


class Stretch(NamedTuple):
    """Some text of a draft.

    Attributes:
        start: where it begins in the source.
        end: where it ends, exclusive.
        found: the indexes of the findings that it belongs to, in order.
        opens: those of them that begin here.
        left_out: whether it is not to be shown.
    """

    start: int
    end: int
    found: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    left_out: bool = False


def stretches(source: str, diagnostics: Sequence[Diagnostic]) -> Iterator[Stretch]:
    """Yield the stretches of a source, in order, from its start to its end.

    Findings may lie in each other or cut across each other; an empty one opens an empty stretch.

    Args:
        source: a draft.
        diagnostics: what was found in it.
    """
    shown = _shown(source, diagnostics)
    at: dict[int, list[int]] = {}
    for index, d in enumerate(diagnostics):
        at.setdefault(d.span.start, []).append(index)
    cuts = {0, len(source), *(end for span in shown for end in span)}
    cuts |= {end for d in diagnostics for end in d.span}
    open_: list[int] = []
    visible = iter([*shown, (len(source), len(source))])
    low, high = next(visible)
    for start, end in pairwise(sorted(cuts)):
        while start >= high and high < len(source):
            low, high = next(visible)
        opens = tuple(at.get(start, ()))
        yield from (Stretch(start, start, (i,), (i,)) for i in opens if _empty(diagnostics[i]))
        opens = tuple(i for i in opens if not _empty(diagnostics[i]))
        open_ = [i for i in (*open_, *opens) if diagnostics[i].span.end > start]
        yield Stretch(start, end, tuple(sorted(open_)), opens, not low <= start < high)
    end = len(source)
    yield from (Stretch(end, end, (i,), (i,)) for i in at.get(end, ()))


def _empty(diagnostic: Diagnostic) -> bool:
    return diagnostic.span.start == diagnostic.span.end


def _shown(source: str, diagnostics: Sequence[Diagnostic]) -> list[tuple[int, int]]:
    """Return the spans of a source to show: all of it, or whole lines around findings where it is long."""
    if len(source) <= WHOLE:
        return [(0, len(source))]
    spans: list[tuple[int, int]] = []
    for d in sorted(diagnostics, key=lambda d: d.span):
        low = source.rfind("\n", 0, max(0, d.span.start - CONTEXT)) + 1
        high = source.find("\n", d.span.end + CONTEXT) + 1 or len(source)
        # A line can be the whole draft.
        low, high = max(low, d.span.start - 2 * CONTEXT), min(high, d.span.end + 2 * CONTEXT)
        if spans and max(low, 0) <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], high))
        else:
            spans.append((max(low, 0), min(high, len(source))))
    return spans
