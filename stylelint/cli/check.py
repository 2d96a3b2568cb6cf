"""`stylelint check`: report what breaks the rulebook in drafts."""

from __future__ import annotations

from typing import Any

import click

from stylelint.cli import FAILED, FOUND
from stylelint.cli.options import Choice, Path
from stylelint.cli.plan import choosing
from stylelint.cli.recent import changing
from stylelint.cli.sieve import sieving
from stylelint.diagnostics import LEVELS
from stylelint.reporters import FORMATS

_HELP = """Report what breaks the rulebook in drafts.

PATHS are files, folders, or - for standard input; without any, the folder you are in.
Folders are walked as git sees them: what .gitignore names is left out.

\b
Examples:
  stylelint check drafts/
  stylelint check --select captions,furniture/call-to-action drafts/
  stylelint check --format html --output report.html
  stylelint check --output sarif:out.sarif --output github:-
  stylelint check --stdin-filename flood.md - < flood.md
  stylelint check --since origin/main

\b
Exit status:
  0  looked and found nothing
  1  found something (see --fail-on)
  2  could not do its job: a file that cannot be read, a rulebook with a mistake in it"""


@click.command("check", help=_HELP, short_help="Report what breaks the rulebook in drafts.")
@click.argument("paths", nargs=-1, type=Path())
@click.option(
    "--format",
    "format_",
    type=Choice(FORMATS),
    default="text",
    show_default=True,
    metavar="FORMAT",
    help=f"How to report: {', '.join(FORMATS)}.",
)
@click.option(
    "--output",
    multiple=True,
    metavar="[FORMAT:]FILE",
    help="Write the report to a file, - for standard output; repeat it for several, each with its format.",
)
@choosing
@sieving
@changing
@click.option(
    "--min-level",
    type=Choice(LEVELS),
    help="The lightest level that is told; what is lighter does not count, either.",
)
@click.option(
    "--fail-on",
    type=Choice(LEVELS),
    help="The lightest level that gives exit status 1; warning, unless configured otherwise.",
)
@click.option(
    "--max-warnings",
    type=click.IntRange(0),
    metavar="N",
    help="How many warnings may be found with exit status 0.",
)
@click.option("--strict-baseline", is_flag=True, help="Tell of entries of the baseline that are gone.")
@click.option("--show-baselined", is_flag=True, help="Show what the baseline has, as suggestions.")
@click.option("--fix", is_flag=True, help="Mend what can be mended first; see stylelint fix.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix: mend too what a person should look at.")
@click.option("--add-ignores", is_flag=True, help="Write ignores for what is found into the drafts.")
@click.option("--reason", default="", metavar="TEXT", help="With --add-ignores: why it may stand.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many drafts are linted at a time; as many as there are cores, where there is enough to do.",
)
@click.option("--no-cache", is_flag=True, help="Lint every draft anew, and keep nothing of what is found.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 in spite of findings (never of failures).")
@click.option("--statistics", is_flag=True, help="Count at the end how often each rule was broken.")
@click.option(
    "--stdin-filename",
    default="<stdin>",
    metavar="NAME",
    help="What to call standard input; the suffix tells the format.",
)
@click.option(
    "--color",
    "--colour",
    "colour",
    type=Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Colours; auto: on a terminal, unless NO_COLOR is set.",
)
@click.option(
    "--timing",
    is_flag=True,
    help="Tell where the time goes, by step and rule; in one process, and with every draft linted anew.",
)
@click.option("-q", "--quiet", is_flag=True, help="Findings only: no line with the counts.")
def command(
    paths: tuple[str, ...],
    format_: str,
    output: tuple[str, ...],
    colour: str,
    statistics: bool,
    quiet: bool,
    exit_zero: bool,
    timing: bool,
    stdin_filename: str,
    **chosen: Any,
) -> int:
    """Lint and report; return the exit status."""
    from functools import partial
    from time import perf_counter

    from stylelint.cli import output as out
    from stylelint.cli.looking import prepared

    began = perf_counter()
    targets = out.targets(output, format_, statistics=statistics)
    look = prepared(paths, targets, stdin_filename, **chosen)
    style = partial(out.styled, colour=colour, statistics=statistics, summary=not quiet, plan=look.plan)
    if timing:
        from stylelint.cli.timing import timed

        clock = timed(look.run, look.plan, began)
    out.write(look.results(), targets, style)
    for line in clock.table() if timing else ():
        click.echo(line, err=True)
    if look.failed:
        return FAILED
    return FOUND if look.too_much() and not exit_zero else 0
