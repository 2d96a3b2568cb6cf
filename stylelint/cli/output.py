"""Where a report goes, and what that place can show."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from stylelint.errors import UserError
from stylelint.reporters import Style

_WIDTH = 100


@contextmanager
def opened(path: str, *, machine: bool) -> Iterator[TextIO]:
    """Open a file to write to; standard output, which stays open, where `path` is "".

    Args:
        path: of the file.
        machine: whether a program reads it: UTF-8 and plain line ends then, on every system.

    Raises:
        UserError: it cannot be written.
    """
    if not path:
        yield _standard_output(machine)
        return
    ends = "\n" if machine else None
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline=ends) as file:
            yield file
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror or error}", path) from None


def _standard_output(machine: bool) -> TextIO:
    out = sys.stdout
    if out is None:
        raise UserError("standard output is closed")
    if isinstance(out, TextIOWrapper):
        # Names of files need not be valid in any encoding; no report may fail for that.
        if machine:
            out.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            out.reconfigure(errors="backslashreplace")
    return out


def styled(file: TextIO, colour: str, *, statistics: bool, summary: bool) -> Style:
    """Return the style for a place: colours and the window's width on a terminal.

    Args:
        file: where the report goes.
        colour: auto, always or never.
        statistics: whether to count by rule.
        summary: whether to end with a line that counts.
    """
    terminal = file.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    painted = colour == "always" or (colour == "auto" and terminal and not plain)
    return Style(painted, statistics, summary, _columns() if terminal else _WIDTH)


def _columns() -> int:
    try:
        return max(40, os.get_terminal_size(sys.stdout.fileno()).columns)
    except OSError:
        return _WIDTH
