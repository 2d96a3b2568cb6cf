"""The command line: the only place that prints, writes files and sets exit statuses."""

from __future__ import annotations

import gc
from collections.abc import Sequence

FOUND, FAILED, INTERRUPTED, CLOSED_PIPE = 1, 2, 130, 141
"""Exit statuses besides 0; the last two are what shells say of Ctrl-C and of a reader that left."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        arguments: what follows the program's name; None for those it was called with.
    """
    program = arguments is None
    if program:
        gc.disable()  # until drafts are read: what is made before stays
    try:
        from stylelint.cli.app import run

        return run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if program:
            gc.freeze()  # the process ends: a last look at every object would be for nothing


def collect_from_now() -> None:
    """Let Python collect garbage from here on, and never look at what is there already."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
