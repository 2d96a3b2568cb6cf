"""The command line: the only place that prints, writes files and sets exit statuses."""

from __future__ import annotations

from collections.abc import Sequence

FOUND, FAILED, INTERRUPTED, CLOSED_PIPE = 1, 2, 130, 141
"""Exit statuses besides 0; the last two are what shells say of Ctrl-C and of a reader that left."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    Args:
        arguments: what follows the program's name; None for those it was called with.
    """
    try:
        from stylelint.cli.app import run

        return run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
