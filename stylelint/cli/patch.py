"""A change as a unified diff that `git apply` and `patch` read.

What was edited is known.  To compare the texts line by line instead would take the square of their length.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from stylelint import lazy
from stylelint.readers.decode import encode

if TYPE_CHECKING:
    from stylelint.cli.mender import Outcome
    from stylelint.fixer import Kept

_LINE = lazy.regex(rb"[^\n]*\n|[^\n]+")
_CONTEXT = 3
"""How many lines that stay are shown on either side of a change."""
_NO_END = b"\n\\ No newline at end of file\n"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}

_Lines: TypeAlias = Sequence[bytes]


class _Change(NamedTuple):
    """Lines that go and lines that come in their place: indexes, ends exclusive."""

    old: int
    old_end: int
    new: int
    new_end: int


def patch(path: str, outcome: Outcome, after: bytes) -> bytes:
    """Return how a file changes, in its own bytes; UTF-16, which no diff can hold, as UTF-8.

    Args:
        path: as the user named it.
        outcome: what mending it came to.
        after: its bytes as they will be.
    """
    before = outcome.before
    old = encode(before, before.text)
    if before.encoding.startswith("utf-16"):
        old, after = before.text.encode(), outcome.after.encode()
    stay = _staying(before.text, outcome.after, outcome.kept)
    return b"".join(_rows(path, _LINE.findall(old), _LINE.findall(after), stay))


def _rows(path: str, old: _Lines, new: _Lines, stay: Iterable[tuple[int, int, int]]) -> Iterator[bytes]:
    yield b"--- %b\n+++ %b\n" % (_name("a", path), _name("b", path))
    for changes in _hunks(_changes(old, new, stay)):
        first, last = changes[0], changes[-1]
        before, behind = min(_CONTEXT, first.old), min(_CONTEXT, len(old) - last.old_end)
        at, end = first.old - before, last.old_end + behind
        yield b"@@ -%b +%b @@\n" % (_range(at, end), _range(first.new - before, last.new_end + behind))
        for change in changes:
            yield from _marked(b" ", old[at : change.old])
            yield from _marked(b"-", old[change.old : change.old_end])
            yield from _marked(b"+", new[change.new : change.new_end])
            at = change.old_end
        yield from _marked(b" ", old[at:end])


def _marked(mark: bytes, lines: _Lines) -> Iterator[bytes]:
    for line in lines:
        yield mark + line if line.endswith(b"\n") else mark + line + _NO_END


def _range(start: int, end: int) -> bytes:
    """Return lines as a hunk names them: the first, from 1, and how many; of none, the one before."""
    length = end - start
    return b"%d" % (start + 1) if length == 1 else b"%d,%d" % (start + bool(length), length)


def _hunks(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Yield changes together that are shown together, as what is shown around them would meet."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.old - hunk[-1].old_end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _changes(old: _Lines, new: _Lines, stay: Iterable[tuple[int, int, int]]) -> Iterator[_Change]:
    """Yield what stands between the lines that stay, but for lines that an edit wrote as they were."""
    i = j = 0
    for start, other, length in (*stay, (len(old), len(new), 0)):
        change = _trimmed(old, new, _Change(i, start, j, other))
        if change.old < change.old_end or change.new < change.new_end:
            yield _moved(change, _slack(old, new, change, length))
        i, j = start + length, other + length


def _trimmed(old: _Lines, new: _Lines, change: _Change) -> _Change:
    i, end, j, until = change
    while i < end and j < until and old[i] == new[j]:
        i, j = i + 1, j + 1
    while i < end and j < until and old[end - 1] == new[until - 1]:
        end, until = end - 1, until - 1
    return _Change(i, end, j, until)


def _slack(old: _Lines, new: _Lines, change: _Change, most: int) -> int:
    """Return how many lines further down a change could stand that only takes lines out or puts lines in.

    Of a paragraph and the blank line on one side of it the one below is shown, as git does.
    """
    if change.old < change.old_end and change.new < change.new_end:
        return 0
    lines, start, end = (new, *change[2:]) if change.new < change.new_end else (old, *change[:2])
    slack = 0
    while slack < most and lines[start + slack] == lines[end + slack]:
        slack += 1
    return slack


def _moved(change: _Change, down: int) -> _Change:
    return _Change(*(line + down for line in change))


def _staying(before: str, after: str, kept: Iterable[Kept]) -> Iterator[tuple[int, int, int]]:
    """Yield which lines stay whole: the index of the first before and after, and how many."""
    at = other = i = j = 0
    for run in kept:
        start, end = _whole(before, after, run)
        if start < end:
            there = run.new + start - run.old
            i, j = i + before.count("\n", at, start), j + after.count("\n", other, there)
            yield i, j, before.count("\n", start, end) + (before[end - 1] != "\n")
            at, other = start, there


def _whole(before: str, after: str, run: Kept) -> tuple[int, int]:
    """Return where in the text before the lines begin and end of which all is kept and nothing added."""
    start, end, there = run.old, run.old + run.length, run.new + run.length
    if not (_begins_line(before, start) and _begins_line(after, run.new)):
        start = before.find("\n", start, end) + 1 or end
    if end == len(before) and there == len(after):
        return start, end
    cut = start < end and not _begins_line(before, end)
    if cut and before[end : end + 1] == after[there : there + 1] == "\n":
        return start, end + 1  # another line end than it had, but who could tell?
    return start, before.rfind("\n", start, end) + 1


def _begins_line(text: str, at: int) -> bool:
    return not at or text[at - 1] == "\n"


def _name(side: str, path: str) -> bytes:
    """Return a name as git writes it: in quotes where it has characters that would end it."""
    name = f"{side}/{path.replace(os.sep, '/').lstrip('/')}"
    if any(char in _ESCAPES for char in name):
        name = '"' + "".join(_ESCAPES.get(char, char) for char in name) + '"'
    elif " " in name:
        name += "\t"
    return os.fsencode(name)
