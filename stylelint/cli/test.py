"""`stylelint test`: run the examples in rulebooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from stylelint.cli import FAILED, FOUND
from stylelint.cli.app import complain
from stylelint.cli.options import Path, config_option
from stylelint.config import Config
from stylelint.errors import UserError
from stylelint.reporters import plural

if TYPE_CHECKING:
    from stylelint.rulebook.rule import Rule, Rulebook

_HELP = """Run the examples in rulebooks.

RULEBOOKS are paths or bundled names; without any, those that are configured.
A rule must find its bad examples, mend them to the letter, and leave the good ones alone.
Rules that contradict or repeat each other are told too, fixes that a rule finds fault with,
and patterns that can never match.

vale: and a folder or a file run the cases that Vale's rules are tested with: those under
“tests” in their files, and those in files ending in .test.yml.

\b
Examples:
  stylelint test house/house.yml
  stylelint test captions titles
  stylelint test vale:styles/House

Exit status: 0 all hold, 1 some do not, 2 a rulebook cannot be read."""


@click.command("test", help=_HELP, short_help="Run the examples in rulebooks.")
@click.argument("rulebooks", nargs=-1, type=Path())
@config_option
def command(rulebooks: tuple[str, ...], config: str) -> int:
    """Run all examples; return the exit status."""
    from stylelint.cli.vale import CASES, run_cases

    others = tuple(name for name in rulebooks if not name.startswith(CASES))
    paths = [name.removeprefix(CASES) for name in rulebooks if name.startswith(CASES)]
    status = run_cases(paths) if paths else 0
    return max(status, _examples(others, config)) if others or not paths else status


def _examples(rulebooks: tuple[str, ...], config: str) -> int:
    """Run the examples in rulebooks; return the exit status."""
    from stylelint.examples import Problem, run
    from stylelint.proofread import proofread

    books = _Books(config)
    problems: set[Problem] = set()
    for book, new in books.load(rulebooks):
        for problem in (*run(new), *proofread(book)):
            if problem not in problems:
                problems.add(problem)
                click.echo(str(problem))
    if books.failed:
        return FAILED
    if not books.seen:
        raise UserError("there is no rule to test")
    holds = "all hold" if not problems else f"{plural(len(problems), 'problem')}"
    click.echo(f"{plural(len(books.seen), 'rule')}, {plural(books.examples, 'example')}: {holds}")
    return FOUND if problems else 0


class _Books:
    """Loads rulebooks one by one; counts their rules, and leaves out those that it has met before."""

    def __init__(self, config: str) -> None:
        self.config = config
        self.failed = False
        self.examples = 0
        self.seen: set[tuple[str, str, int]] = set()

    def load(self, names: Sequence[str]) -> Iterator[tuple[Rulebook, Rulebook]]:
        """Yield each rulebook, whole and with the new rules alone; say in a line which cannot be loaded."""
        from stylelint.cli.rules import configured, rulebook, united

        for asked in [[name] for name in names] or [[]]:
            try:
                # The configuration is of no concern to who names a rulebook, right or wrong.
                book = rulebook(Config(), asked) if asked else united(configured(self.config))
            except UserError as error:
                self.failed = True
                complain(str(error))
            else:
                yield book, book._replace(rules=self._new(book.rules), silent=self._new(book.silent))

    def _new(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        new = tuple(rule for rule in rules if (rule.id, rule.file, rule.line) not in self.seen)
        self.seen.update((rule.id, rule.file, rule.line) for rule in new)
        self.examples += sum(len(rule.examples) for rule in new)
        return new
