"""`stylelint check`: report what breaks the rulebook in drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from stylelint.cli import FAILED, FOUND
from stylelint.cli.options import Path, config_option, rule_option, rulebook_option
from stylelint.reporters import FORMATS

if TYPE_CHECKING:
    from stylelint.diagnostics import Level
    from stylelint.rulebook.rule import Rulebook

_HELP = """Report what breaks the rulebook in drafts.

PATHS are files, folders, or - for standard input; without any, the folder you are in.
Folders are walked as git sees them: what .gitignore names is left out.

\b
Examples:
  stylelint check drafts/
  stylelint check --select captions,furniture/call-to-action drafts/
  stylelint check --format json --output report.json
  stylelint check --stdin-filename flood.md - < flood.md

\b
Exit status:
  0  looked and found nothing
  1  found something (see --fail-on)
  2  could not do its job: a file that cannot be read, a rulebook with a mistake in it"""


@click.command("check", help=_HELP, short_help="Report what breaks the rulebook in drafts.")
@click.argument("paths", nargs=-1, type=Path())
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--output", default="", metavar="FILE", help="Write the report to a file.")
@rule_option("--select", help="Run only these rules: ids or chapters, repeated or with commas.")
@rule_option("--ignore", help="Leave these rules out: ids or chapters.")
@rulebook_option
@config_option
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "suggestion")),
    help="The lightest level that gives exit status 1; warning, unless configured otherwise.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 in spite of findings (never of failures).")
@click.option("--statistics", is_flag=True, help="Count at the end how often each rule was broken.")
@click.option(
    "--stdin-filename",
    default="<stdin>",
    metavar="NAME",
    help="What to call standard input; the suffix tells the format.",
)
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even if they are named here.")
@click.option(
    "--color",
    "--colour",
    "colour",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Colours; auto: on a terminal, unless NO_COLOR is set.",
)
@click.option("-q", "--quiet", is_flag=True, help="Findings only: no line with the counts.")
def command(
    paths: tuple[str, ...],
    format_: str,
    output: str,
    colour: str,
    statistics: bool,
    quiet: bool,
    exit_zero: bool,
    stdin_filename: str,
    **chosen: Any,
) -> int:
    """Lint and report; return the exit status."""
    if statistics and format_ == "jsonl":
        raise click.UsageError("--statistics: JSON Lines is one finding a line; use --format json")
    from stylelint.cli import drafts
    from stylelint.cli.output import opened, styled
    from stylelint.engine import Linter
    from stylelint.reporters import Tally, load

    fail_on, rules, found = _prepared(paths, output, **chosen)
    run, tally = drafts.Run(Linter(rules), stdin_filename), Tally()
    with opened(output, machine=format_.startswith("json")) as file:
        style = styled(file, colour, statistics=statistics, summary=not quiet)
        for piece in load(format_)(tally.watch(run.check(found)), style):
            file.write(piece)
            file.flush()
    if run.failed:
        return FAILED
    return FOUND if tally.reaches(fail_on) and not exit_zero else 0


def _prepared(
    paths: tuple[str, ...],
    output: str,
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rulebook: tuple[str, ...],
    config: str,
    fail_on: Level | None,
    force_exclude: bool,
) -> tuple[Level, Rulebook, list[str]]:
    """Return what counts as found, the rules to run, and the drafts to run them on."""
    from stylelint.cli import cache, drafts, rules
    from stylelint.discovery import Exclusion

    settings = rules.configured(config)
    book = rules.chosen(
        rules.rulebook(settings, rulebook, cache.rulebook),
        rules.split(select, "--select") or settings.select,
        # What is asked for by name is not left out because the configuration does so.
        (*rules.split(ignore, "--ignore"), *(() if select else settings.ignore)),
    )
    exclude = Exclusion(settings.exclude, str(settings.base))
    return fail_on or settings.fail_on, book, drafts.expand(paths, exclude, force=force_exclude, skip=output)
