"""`stylelint show-files`: the drafts that would be looked at."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import click

from stylelint.cli import FAILED
from stylelint.cli.app import complain
from stylelint.cli.options import Path, config_option, force_exclude_option

_HELP = """List the drafts that check would look at, one a line, in its order.

PATHS are as for check.

\b
Examples:
  stylelint show-files
  stylelint show-files drafts/ README.md
  stylelint show-files -0 | xargs -0 wc -w

\b
Exit status:
  0  these are all
  2  one cannot be found"""


@click.command("show-files", help=_HELP, short_help="List the drafts that would be looked at.")
@click.argument("paths", nargs=-1, type=Path())
@click.option(
    "-0", "--null", is_flag=True, help="End each name with a NUL, as names may have line ends in them."
)
@config_option
@force_exclude_option
def command(paths: tuple[str, ...], null: bool, config: str, force_exclude: bool) -> int:
    """Print the names; return the exit status."""
    from stylelint.cli import drafts, plan

    nearest, _ = plan.nearby(config)
    status = 0
    names: list[str] = []
    for path in drafts.expand(paths, nearest.choice, force=force_exclude):
        if wrong := _wrong(path):
            complain(f"{path}: {wrong}")
            status = FAILED
        else:
            names.append(path)
    sys.stdout.flush()
    sys.stdout.buffer.writelines(_lines(names, b"\0" if null else b"\n"))
    return status


def _wrong(path: str) -> str:
    """Say why a draft cannot be listed, "" where it can."""
    if "\0" in path or not os.path.exists(path):
        return "no such file or folder"
    return "this folder cannot be listed" if os.path.isdir(path) else ""


def _lines(names: list[str], end: bytes) -> Iterator[bytes]:
    # As the file system has them: whoever reads the list opens them.
    return (os.fsencode(name) + end for name in names)
