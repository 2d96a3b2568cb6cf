"""`stylelint baseline`: note what is found now, so that only what is new is told."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from stylelint.baseline import Baseline, Entry, dump, entries
from stylelint.cli import FAILED
from stylelint.cli.app import complain
from stylelint.cli.options import Path
from stylelint.cli.plan import choosing
from stylelint.config import BASELINE
from stylelint.errors import UserError

if TYPE_CHECKING:
    from stylelint.cli.linting import Linted
    from stylelint.cli.plan import Plan
    from stylelint.diagnostics import Diagnostic

_HELP = """Note what is found now, so that only what is new is told from here on.

Writes .stylelint-baseline.json beside the configuration; check finds it there. A finding stays in
the baseline until its sentence changes, wherever in its draft the sentence is moved to.
Written again, it forgets what is gone.

\b
Examples:
  stylelint baseline              all drafts below this folder
  stylelint baseline archive/     only these; other entries stay as they are
  stylelint baseline --prune      forget what is gone, note nothing new

\b
Exit status:
  0  the baseline is written
  2  could not do its job; the baseline is as it was"""


@click.command("baseline", help=_HELP, short_help="Note what is found now, so that only what is new is told.")
@click.argument("paths", nargs=-1, type=Path())
@click.option(
    "--baseline", default="", metavar="FILE", help="The file to write, instead of the configuration's."
)
@click.option("--prune", is_flag=True, help="Forget what is gone, and note nothing new.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of what was written.")
@choosing
def command(paths: tuple[str, ...], baseline: str, prune: bool, quiet: bool, **chosen: Any) -> int:
    """Write the baseline; return the exit status."""
    if "-" in paths:
        raise click.UsageError("standard input has no place in a baseline")
    from stylelint.cli import plan

    job = _Job(plan.prepare(paths, **chosen), baseline, prune)
    if not job.look():
        complain("no baseline was written, as not every draft could be looked at")
        return FAILED
    for said in job.write():
        if not quiet:
            click.echo(said)
    return 0


class _Job:
    """Notes what is found, in a baseline for each configuration.

    Args:
        run: the rules and drafts.
        asked: one baseline for all; "" for those beside the configurations.
        prune: whether only what is known already is noted.

    Raises:
        UserError: a baseline that is there cannot be read, or one that shall be pruned is not there.
    """

    def __init__(self, run: Plan, asked: str, prune: bool) -> None:
        from stylelint.cli import sieve

        self.run, self.prune = run, prune
        paths = {base: asked or sieve.shown(os.path.join(base, BASELINE)) for base in run.bases}
        there = [path for path in dict.fromkeys(paths.values()) if os.path.lexists(path)]
        if prune and not there:
            raise UserError(
                "there is no baseline to prune; without --prune one is written", next(iter(paths.values()))
            )
        known = {path: sieve.kept(path) for path in there}
        nothing = {path: sieve.Kept(path, Baseline((), os.path.exists)) for path in paths.values()}
        self.old = {base: known.get(path, nothing[path]) for base, path in paths.items()}
        self.found: dict[str, set[Entry]] = {path: set() for path in paths.values()}

    def look(self) -> bool:
        """Note all that is found; tell whether every draft could be looked at."""
        from stylelint.cli import drafts, sieve
        from stylelint.cli.linting import Linting
        from stylelint.cli.verdicts import Verdicts

        sifter = sieve.Sieve(self.run, Verdicts(self.run), kept=self.old if self.prune else {})

        def note(one: Linted) -> list[Diagnostic]:
            document = one.document
            assert document is not None  # as one worker gives it
            told = sifter.sift(document, one.found)
            every = sorted([*told.new, *told.known], key=lambda one: one.order)
            wanted = set(told.known if self.prune else told.new)
            home = self.old[self.run.of(one.path).base]
            noted = zip(entries(home.name(one.path), document, every), every, strict=True)
            self.found[home.path].update(entry for entry, one in noted if one in wanted)
            return []

        run = drafts.Run(Linting(self.run.settling.linter, whole=True), "", note)
        for _ in run.check(self.run.paths):
            pass
        return not run.failed

    def write(self) -> Iterator[str]:
        """Write the baselines; yield a line for each.

        Where there is nothing to note and there was nothing, none is written, but for the working folder.
        """
        from stylelint.cli import write

        main = self.old[self.run.settling.main.base].path
        for path, found in self.found.items():
            bases = [base for base, kept in self.old.items() if kept.path == path]
            before = {entry._replace(line=0) for entry in self.old[bases[0]].baseline.entries}
            now = found | {entry for entry in before if not self._looked_at(path, bases, entry)}
            if now or before or path == main:
                write.create(path, dump(now).encode())
                yield _said(path, before, now)

    def _looked_at(self, path: str, bases: Sequence[str], entry: Entry) -> bool:
        """Tell whether the run has judged an entry: its draft was looked at with its rule, or is gone."""
        draft = os.path.join(os.path.dirname(os.path.abspath(path)), entry.path)
        if not os.path.exists(draft):
            return True
        asked = (os.path.join(os.path.abspath(one), "") for one in self.run.asked)
        inside = any(os.path.join(draft, "").startswith(folder) for folder in asked)
        return inside and entry.rule not in self.run.policy(bases).rest


def _said(path: str, before: set[Entry], now: set[Entry]) -> str:
    entries = "1 entry" if len(now) == 1 else f"{len(now)} entries"
    return f"{path}: {entries}, {len(now - before)} new, {len(before - now)} gone"
