"""The command line: the only place that prints, writes files and sets exit statuses."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

FOUND, FAILED, INTERRUPTED, CLOSED_PIPE = 1, 2, 130, 141
"""Exit statuses besides 0; the last two are what shells say of Ctrl-C and of a reader that left."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        arguments: what follows the program's name; None for those it was called with, and for a process that
            has nothing else to do and ends here.
    """
    program = arguments is None
    if program:
        gc.disable()  # until drafts are read: what is made before stays
    try:
        from stylelint.cli.app import run

        status = run(arguments)
    except KeyboardInterrupt:
        status = INTERRUPTED
    if program:
        _end(status)
    return status


def _end(status: int) -> None:
    """End the process at once, if nobody waits for its end; to take it apart, object by object, takes longer.

    A debugger, a profiler and who measures what tests cover have something to say at the end.
    """
    gc.freeze()
    if sys.gettrace() or sys.getprofile() or _monitored():
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):  # a full disk, or closed: Python says so
        return
    os._exit(status)


def _monitored() -> bool:
    """Tell whether a tool looks on by way of `sys.monitoring`, which Python has from 3.12 on."""
    monitoring = getattr(sys, "monitoring", None)
    return monitoring is not None and any(map(monitoring.get_tool, range(6)))


_OFTEN = 100_000
"""Objects that came to stay, after which cycles are looked for: drafts make thousands of tuples, and none."""


def collect_from_now() -> None:
    """Have `collect` never look at what is there already."""
    if not gc.isenabled():
        gc.freeze()


def collect() -> None:
    """Look for garbage that only holds itself, if much came to stay; for a moment between two drafts.

    Python would look again and again while a long draft is linted, at millions of tuples that stay.
    """
    if not gc.isenabled() and gc.get_count()[0] > _OFTEN:
        gc.collect()
