"""Where a report goes, and what that place can show."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, Literal, NamedTuple, TextIO

import click

from stylelint.errors import UserError
from stylelint.reporters import COUNTING, FORMATS, PEOPLE, Checked, Style, load

if TYPE_CHECKING:
    from stylelint.cli.plan import Plan

_WIDTH = 100
_SUMMARY = "GITHUB_STEP_SUMMARY"


class Target(NamedTuple):
    """A report to write: its format, and the file to write it to, "" for standard output."""

    format: str
    path: str


def targets(outputs: Sequence[str], format_: str, *, statistics: bool) -> list[Target]:
    """Return the reports that options ask for.

    Args:
        outputs: `FILE`, `FORMAT:FILE`, `-` or `FORMAT:-`; empty for standard output alone.
        format_: of those that name none.
        statistics: whether they are to count by rule.

    Raises:
        UsageError: they cannot be written side by side, or none of them can count.
    """
    found = [_target(output, format_) for output in outputs] or [Target(format_, "")]
    places = [os.path.abspath(target.path) if target.path else "" for target in found]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice is not None:
        raise click.UsageError(f"--output: two reports cannot share {twice or 'standard output'}")
    if statistics and not any(target.format in COUNTING for target in found):
        names = ", ".join(COUNTING)
        raise click.UsageError(
            f"--statistics: {found[0].format} has no place for counts; these have: {names}"
        )
    return found


def _target(output: str, format_: str) -> Target:
    name, colon, path = output.partition(":")
    if not colon or name not in FORMATS:
        name, path = format_, output
    if not path:
        raise click.UsageError(f"--output “{output}”: name a file, or - for standard output")
    return Target(name, "" if path == "-" else path)


def write(results: Iterable[Checked], found: Sequence[Target], style: Callable[[TextIO, str], Style]) -> None:
    """Write reports side by side, as results come; each draft is looked at once.

    Args:
        results: what was found.
        found: the reports.
        style: gives the style for a place and a format.

    Raises:
        UserError: one cannot be written.
    """
    from itertools import tee, zip_longest

    feeds = tee(results, len(found)) if len(found) > 1 else (results,)
    with ExitStack() as stack:
        files = [stack.enter_context(opened(t.path, machine=t.format not in PEOPLE)) for t in found]
        reports = [
            load(target.format)(feed, style(file, target.format))
            for target, feed, file in zip(found, feeds, files, strict=True)
        ]
        followed = [_may_be_followed(file) for file in files]
        for pieces in zip_longest(*reports, fillvalue=""):
            for file, piece, at_once in zip(files, pieces, followed, strict=True):
                if piece:
                    file.write(piece)
                    if at_once:
                        file.flush()


def _may_be_followed(file: TextIO) -> bool:
    """Tell whether somebody may read along, as on a terminal and behind a pipe."""
    try:
        return not stat.S_ISREG(os.fstat(file.fileno()).st_mode)
    except OSError:  # no file of the system's
        return True


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
    # What other steps of a job have written to its summary stays.
    mode: Literal["a", "w"] = "a" if path == os.environ.get(_SUMMARY) else "w"
    try:
        with open(path, mode, encoding="utf-8", errors="backslashreplace", newline=ends) as file:
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


def styled(file: TextIO, format_: str, *, colour: str, statistics: bool, summary: bool, plan: Plan) -> Style:
    """Return the style for a place: colours and the window's width on a terminal.

    Args:
        file: where the report goes.
        format_: what it is to be.
        colour: auto, always or never.
        statistics: whether to count by rule.
        summary: whether to end with a line that counts.
        plan: what the run is about.
    """
    terminal = file.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    painted = colour == "always" or (colour == "auto" and terminal and not plain)
    width = _columns() if terminal else _WIDTH
    if format_ in PEOPLE:
        return Style(painted, statistics, summary, width)
    from stylelint.cli.root import root

    return Style(painted, statistics, summary, width, *root(plan.asked[0]), plan.book)


def _columns() -> int:
    try:
        return max(40, os.get_terminal_size(sys.stdout.fileno()).columns)
    except OSError:
        return _WIDTH
