"""`stylelint import-vale`: write a style of Vale as a rulebook of ours."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stylelint.cli.app import complain
from stylelint.cli.options import Path as PathType
from stylelint.errors import UserError

if TYPE_CHECKING:
    from stylelint.compat.vale.rule import ValeRule

_HELP = """Write a Vale style as a rulebook of ours.

STYLE is its folder.  Rules that are lists of words become rules of our own kinds, which a house can read and
change; the others stay in the style and run from there, and so do those that contradict each other.

\b
Examples:
  stylelint import-vale styles/Microsoft > house/microsoft.yml
  stylelint import-vale styles/Microsoft --output house/microsoft.yml"""


@click.command("import-vale", help=_HELP, short_help="Write a Vale style as a rulebook of ours.")
@click.argument("style", type=PathType())
@click.option("--output", default="", metavar="FILE", help="Write to a file, which must not be there yet.")
def command(style: str, output: str) -> int:
    """Write the rulebook; say how much of it is ours."""
    from stylelint.compat.vale.styles import Styles

    folder = Path(os.path.abspath(style))
    if not folder.is_dir():
        raise UserError("there is no such folder", style)
    rules = Styles((folder.parent,)).load(folder.name)
    base = os.path.dirname(os.path.abspath(output)) if output else os.getcwd()
    text, ours = _sound(folder, rules, base)
    if output:
        _write(Path(output), text)
    else:
        click.echo(text, nl=False)
    complain(f"{len(ours)} of {len(rules)} rules are ours now")
    return 0


def _sound(folder: Path, rules: Sequence[ValeRule], base: str) -> tuple[str, list[str]]:
    """Return a rulebook that stands its own test, and the ids of the rules in it that are ours."""
    from stylelint.compat.vale.writer import written
    from stylelint.examples import run
    from stylelint.proofread import proofread
    from stylelint.rulebook import loads

    path, left = os.path.relpath(folder, base).replace(os.sep, "/"), set[str]()
    while True:
        text, ours = written(folder.name, rules, path, left)
        book = loads(text.encode(), "written.yml", base)
        wrong = {problem.rule for problem in (*run(book), *proofread(book))}.intersection(ours)
        if not wrong:
            return text, ours
        left |= wrong


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UserError("is there already; nothing was written", str(path)) from None
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror or error}", str(path)) from None
