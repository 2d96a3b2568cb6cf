"""Finds which lines of a plain text are one paragraph, broken where the line was full.

A line was full if the first word of the next would not have fitted into it.  That alone proves nothing
(a list of names looks so too); a run of lines counts as wrapped only where it also breaks a sentence
before a small letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stylelint.anatomy.credits import is_credit
from stylelint.anatomy.lines import is_item
from stylelint.document import Span

_NARROWEST, _WIDEST = 40, 132
_STOPS = '.!?…:;"”’)'


def joined(source: str, spans: list[Span], follows: Sequence[int]) -> list[Span]:
    """Return the spans of paragraphs.

    Args:
        source: the text.
        spans: of its lines that are not blank.
        follows: indexes of the lines that follow another without a blank line, in order.
    """
    runs = list(_runs(follows))
    width = max((_width(spans, a, b) for a, b in runs if _is_wrapped(source, spans, a, b)), default=0)
    if not width:
        return spans
    on: set[int] = set()
    for first, last in runs:
        if _width(spans, first, last) <= width:
            on.update(i for i in range(first + 1, last + 1) if _runs_on(source, spans, i, width))
    result: list[Span] = []
    for index, span in enumerate(spans):
        if index in on:
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return result


def _runs(follows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last index of every run of lines without a blank one."""
    first = last = -2
    for index in follows:
        if index != last + 1:
            if last >= 0:
                yield first, last
            first = index - 1
        last = index
    if last >= 0:
        yield first, last


def _width(spans: Sequence[Span], first: int, last: int) -> int:
    return max(end - start for start, end in spans[first : last + 1])


def _is_wrapped(source: str, spans: Sequence[Span], first: int, last: int) -> bool:
    """Tell whether a run is hard-wrapped: most lines full, and a sentence broken in the middle."""
    width = _width(spans, first, last)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    pairs = range(first + 1, last + 1)
    full = sum(_was_full(source, spans, i, width) for i in pairs)
    return full * 10 >= len(pairs) * 6 and any(_breaks(source, spans, i) for i in pairs)


def _was_full(source: str, spans: Sequence[Span], index: int, width: int) -> bool:
    """Tell whether the line before had no room for the first word of this one."""
    (before, before_end), (start, end) = spans[index - 1], spans[index]
    blank = source.find(" ", start, min(end, start + width))
    word = (blank if blank >= 0 else end) - start
    return before_end - before + 1 + word > width


def _breaks(source: str, spans: Sequence[Span], index: int) -> bool:
    """Tell whether the end of the line before stands in the middle of a sentence."""
    before, before_end = spans[index - 1]
    long = before_end - before >= _NARROWEST - 10
    return long and source[before_end - 1] not in _STOPS and source[spans[index][0]].islower()


def _runs_on(source: str, spans: Sequence[Span], index: int, width: int) -> bool:
    start, end = spans[index]
    if not (_was_full(source, spans, index, width) or _breaks(source, spans, index)):
        return False
    line = source[start:end]
    indented = _indent(source, start) > _indent(source, spans[index - 1][0])
    return not (indented or is_item(line) or is_credit(line))


def _indent(source: str, start: int) -> int:
    """Return how many blanks stand before a place in its line, as far as it matters."""
    before = source[max(0, start - 40) : start]
    return len(before) - len(before.rstrip(" \t\xa0"))
