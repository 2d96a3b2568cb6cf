"""`stylelint fix`: mend drafts."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from stylelint.cli import FAILED, FOUND
from stylelint.cli.app import complain
from stylelint.cli.options import Path
from stylelint.cli.plan import choosing
from stylelint.cli.recent import planned, since_option
from stylelint.cli.sieve import sieving

if TYPE_CHECKING:
    from stylelint.cli.mender import Mender, Outcome

_HELP = """Mend what breaks the rulebook in drafts, where the meaning cannot change.

PATHS are as for check; - is standard input, which is mended to standard output.
What a draft or the baseline has ignored is left alone, and so is direct speech.

\b
Examples:
  stylelint fix drafts/
  stylelint fix --diff drafts/flood.md          show what it would do, write nothing
  stylelint fix --unsafe-fixes drafts/flood.md  mend more, then look at it
  stylelint fix --since origin/main             only what this branch has changed
  stylelint fix - < flood.txt > mended.txt

\b
Exit status:
  0  did its job
  1  would change something (--diff), has changed something (--exit-non-zero-on-fix)
  2  could not do its job: a draft that cannot be written, or has changed meanwhile"""


@click.command("fix", help=_HELP, short_help="Mend what breaks the rulebook in drafts.")
@click.argument("paths", nargs=-1, type=Path())
@click.option(
    "--unsafe-fixes", "--unsafe", "unsafe", is_flag=True, help="Mend too what a person should look at."
)
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 if a draft was changed.")
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="What to call standard input.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was mended.")
@choosing
@sieving
@since_option
def command(
    paths: tuple[str, ...],
    unsafe: bool,
    diff: bool,
    exit_non_zero_on_fix: bool,
    stdin_filename: str,
    quiet: bool,
    no_ignores: bool,
    baseline: str,
    no_baseline: bool,
    since: str | None,
    **chosen: Any,
) -> int:
    """Mend and say so; return the exit status."""
    from stylelint.cli import sieve
    from stylelint.cli.mender import Mender
    from stylelint.cli.verdicts import Verdicts

    changes, run = planned(paths, since=since, stdin_name=stdin_filename, **chosen)
    kept = sieve.baselines(run, baseline, none=no_baseline)
    sifter = sieve.Sieve(run, Verdicts(run), not no_ignores, kept, changes.lines if changes else None)
    mender = Mender(run.settling.linter, sifter, unsafe)
    job = _Job(mender, stdin_filename, diff=diff, quiet=quiet)
    job.do(run.paths)
    if mender.failed:
        return FAILED
    return FOUND if mender.changed and (diff or exit_non_zero_on_fix) else 0


@dataclass
class _Job:
    """Mends drafts one by one and says so, or shows what it would do."""

    mender: Mender
    stdin_name: str
    diff: bool
    quiet: bool

    def do(self, paths: Iterable[str]) -> None:
        paths = list(paths)
        from stylelint.cli import collect, collect_from_now

        collect_from_now()
        for path in paths:
            collect()
            if path == "-":
                self._stream()
            elif self.diff:
                self._preview(path)
            elif (outcome := self.mender.write(path)) and outcome.changed:
                self._say(path, outcome)
        for about in self.mender.files_of_ignores():
            self._ignores(*about)
        if not self.quiet and not self.diff and "-" not in paths:
            files = "1 file" if len(paths) == 1 else f"{len(paths)} files"
            click.echo(f"{self.mender.counts.total()} fixed in {self.mender.changed} of {files}")

    def _say(self, path: str, outcome: Outcome) -> None:
        from stylelint.reporters.terminal import printable

        if not self.quiet:
            rules = (f"{rule} ×{n}" if n > 1 else rule for rule, n in sorted(outcome.applied.items()))
            click.echo(f"{printable(path)}: {', '.join(rules)}")

    def _preview(self, path: str) -> None:
        from stylelint.cli import write
        from stylelint.errors import UserError

        try:
            outcome = self.mender.mend(path, write.open_draft(path).data)
            self._show(path, outcome)
        except UserError as error:
            self.mender.failed = True
            complain(str(error))

    def _show(self, path: str, outcome: Outcome) -> None:
        from stylelint.cli.mender import encoded
        from stylelint.cli.patch import patch

        if outcome.changed:
            after = encoded(path, outcome.before, outcome.after)
            _out(patch(path, outcome, after))
            self.mender.count(outcome)

    def _stream(self) -> None:
        """Mend standard input to standard output; what cannot be mended comes out as it went in."""
        from stylelint.cli import drafts
        from stylelint.cli.mender import encoded
        from stylelint.errors import UserError

        data = drafts.stdin()
        try:
            outcome = self.mender.mend(self.stdin_name, data)
            if self.diff:
                self._show(self.stdin_name, outcome)
                return
            data = encoded(self.stdin_name, outcome.before, outcome.after)
            self.mender.count(outcome)
        except UserError as error:
            self.mender.failed = True
            complain(str(error))
        _out(data)

    def _ignores(self, path: str, outcome: Outcome) -> None:
        if self.diff:
            self._show(path, outcome)
        elif self.mender.put(path, outcome):
            self._say(path, outcome)


def _out(data: bytes) -> None:
    """Write bytes to standard output, after what is there already."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
