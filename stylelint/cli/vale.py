"""Configurations and styles of Vale on the command line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from stylelint.cli.app import complain
from stylelint.errors import UserError

if TYPE_CHECKING:
    from stylelint.compat.vale.cases import Case
    from stylelint.config import Config
    from stylelint.rulebook.rule import Rulebook

_NAMES = (".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale")


CASES = "vale:"
"""Stands before the folders and files whose cases are run."""


def is_ini(name: str) -> bool:
    """Tell whether a rulebook's name is that of a configuration of Vale."""
    return name.endswith(".ini") or os.path.basename(name) in _NAMES


def instead(settings: Config, config: str, asked: Sequence[str]) -> tuple[Config, tuple[str, ...]]:
    """Return the settings of the working folder, and Vale's configuration as rulebook where it is nearer.

    Args:
        settings: what is configured.
        config: a configuration that was asked for.
        asked: rulebooks that were asked for.
    """
    if config or asked:
        return settings, ()
    named = os.environ.get("VALE_CONFIG_PATH", "")
    if named and not settings.path:
        return settings._replace(fail_on="error"), (named,)
    folder, below = os.getcwd(), ""
    while folder != below and not (settings.path and os.path.abspath(settings.base) == folder):
        path = _in(folder)
        if path:
            return settings._replace(fail_on="error", base=folder), (os.path.relpath(path),)
        folder, below = os.path.dirname(folder), folder
    return settings, ()


def _in(folder: str) -> str:
    """Return the configuration of Vale in a folder; "" where there is none."""
    paths = (os.path.join(folder, name) for name in _NAMES)
    return next((path for path in paths if os.path.isfile(path)), "")


def globs(names: Sequence[str], base: str) -> list[str]:
    """Return globs of what configurations of Vale take from folders besides drafts, such as programs.

    Args:
        names: rulebooks as they were asked for.
        base: the folder that relative paths start from.

    Raises:
        UserError: a configuration cannot be read.
    """
    inis = [name for name in names if is_ini(name)]
    if not inis:
        return []
    from pathlib import Path

    from stylelint.compat.vale.loading import read
    from stylelint.compat.vale.reading import suffixes

    return [f"*{suffix}" for name in inis for suffix in suffixes(read(Path(base, name)))]


def load(names: Sequence[str], base: str, loaded: Callable[[Sequence[str], str], Rulebook]) -> Rulebook:
    """Load rulebooks of which some are configurations of Vale.

    Args:
        names: as they were asked for; the later wins.
        base: the folder that relative paths start from.
        loaded: loads all the others.

    Raises:
        UserError: one cannot be loaded.
    """
    from pathlib import Path

    from stylelint.compat.vale.rulebook import from_ini
    from stylelint.rulebook.rule import Rulebook

    others = [name for name in names if not is_ini(name)]
    books = [loaded(others, base)] if others else []
    books += [from_ini(Path(base, name)) for name in names if is_ini(name)]
    rules = {rule.id: rule for book in books for rule in book.rules}
    return Rulebook(
        ", ".join(names), tuple(rules[key] for key in sorted(rules)),
        tuple(off for book in books for off in book.off),
        tuple(rule for book in books for rule in book.silent),
        tuple(sorted({file for book in books for file in book.files})),
    )  # fmt: skip


def told(book: Rulebook) -> Rulebook:
    """Return a rulebook, having said once, by name, which rules of Vale in it are not run, and why."""
    if any(rule.check.kind == "vale" for rule in book.rules):
        from stylelint.compat.vale.bridge import not_run

        for line in not_run([rule for rule in book.rules if rule.check.kind == "vale"]):
            complain(line)
    return book


def run_cases(paths: Sequence[str]) -> int:
    """Run the cases that rules of Vale are tested with; return the exit status.

    Args:
        paths: of files, and of folders with them.
    """
    import click

    from stylelint import readers
    from stylelint.cli import FAILED, FOUND
    from stylelint.compat.vale.cases import run
    from stylelint.reporters import plural

    failed = wrong = count = 0
    for case in _cases(paths):
        try:
            said = run(case, readers.read)
        except UserError as error:
            complain(str(error))
            failed += 1
            continue
        count += 1
        wrong += bool(said)
        if said:
            click.echo(f"{case.file}:{case.line}: {case.name}: {said}")
    holds = f"{plural(wrong, 'problem')}" if wrong else "all hold"
    if count:
        click.echo(f"{plural(count, 'case')}: {holds}")
    return FAILED if failed or not count else FOUND if wrong else 0


def _cases(paths: Sequence[str]) -> Iterator[Case]:
    """Yield the cases in files and folders.

    Raises:
        UserError: there are none, or one is wrong.
    """
    from pathlib import Path

    from stylelint.compat.vale.cases import gathered

    for path in paths:
        cases = list(gathered(Path(path)))
        if not cases:
            raise UserError("there are no cases of Vale's rules", path)
        yield from cases
