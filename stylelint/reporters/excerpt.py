"""The line of a draft that a diagnostic speaks of, with a mark under the span."""

from __future__ import annotations

from collections.abc import Iterator

from stylelint.diagnostics import Diagnostic
from stylelint.reporters.terminal import fitting, printable, width, without_tabs
from stylelint.text import line_end

_CONTEXT = 24
_CUT = "…"


def excerpt(source: str, diagnostic: Diagnostic, room: int) -> Iterator[tuple[str, str, str]]:
    """Yield shown line, blanks and mark: of the first line of the span, and of its last if that is another.

    Args:
        source: the decoded draft.
        diagnostic: found in it.
        room: columns that a shown line may take.
    """
    start, end = diagnostic.span
    line = start - diagnostic.column + 1
    yield _shown(source, line, start, end, room)
    if diagnostic.end_line > diagnostic.line and diagnostic.end_column > 1:
        line = end - diagnostic.end_column + 1
        yield _shown(source, line, line, end, room)


def _shown(source: str, line: int, start: int, end: int, room: int) -> tuple[str, str, str]:
    # A line can be the whole draft: nothing far from the span is worth looking at.
    low, high = max(line, start - 2 * room), line_end(source, start, start + 2 * room)
    text, start, end = without_tabs(source[low:high], start - low, max(start, min(end, high)) - low)
    text = printable(text)
    left, right = _window(text, start, end, room)
    head = _CUT if left or low > line else ""
    tail = _CUT if right < len(text) or source[high : high + 1] not in ("", "\n", "\r") else ""
    mark = "^" * max(1, width(text[start : min(end, right)]))
    return head + text[left:right] + tail, " " * (len(head) + width(text[left:start])), mark


def _window(line: str, start: int, end: int, room: int) -> tuple[int, int]:
    """Return what part of a line to show: all of it, else the span with some words before it."""
    if width(line) <= room:
        return 0, len(line)
    left = start - fitting(line[start - 1 :: -1] if start else "", _CONTEXT)
    if width(line[: min(end, len(line))]) <= room:
        left = 0
    return left, left + fitting(line[left:], room)
