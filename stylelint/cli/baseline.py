"""`stylelint baseline`: note what is found now, so that only what is new is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from stylelint.cli import FAILED
from stylelint.cli.app import complain
from stylelint.cli.options import Path
from stylelint.cli.plan import choosing
from stylelint.config import BASELINE

if TYPE_CHECKING:
    from stylelint.baseline import Entry
    from stylelint.cli.plan import Plan
    from stylelint.cli.sieve import Kept
    from stylelint.diagnostics import Diagnostic
    from stylelint.document import Document

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
    from stylelint.baseline import dump
    from stylelint.cli import plan, sieve, write

    run = plan.prepare(paths, **chosen)
    path = baseline or sieve.shown(os.path.join(run.base, BASELINE))
    old = sieve.baseline(run, path, none=not os.path.lexists(path))
    found = _found(run, path, old if prune else None)
    if found is None:
        complain(f"{path}: not written, as not every draft could be looked at")
        return FAILED
    before = {entry._replace(line=0) for entry in old.baseline.entries} if old else set()
    now = found | {entry for entry in before if not _looked_at(run, path, entry)}
    write.create(path, dump(now).encode())
    if not quiet:
        click.echo(_said(path, before, now))
    return 0


def _found(run: Plan, path: str, known: Kept | None) -> set[Entry] | None:
    """Return an entry for all that is found, None where a draft cannot be looked at.

    Args:
        run: the rules and drafts.
        path: of the baseline.
        known: the baseline that all of it must be in; None for no such condition.
    """
    from stylelint import baseline
    from stylelint.cli import drafts, sieve
    from stylelint.engine import Linter
    from stylelint.verdict import Verdict

    name = sieve.Kept(path, baseline.Baseline((), os.path.exists)).name
    sifter = sieve.Sieve(run, Verdict("error", None), kept=known)
    found: set[Entry] = set()

    def note(document: Document | None, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        assert document is not None  # as one worker gives it
        told = sifter.sift(document, diagnostics)
        every = sorted([*told.new, *told.known], key=lambda one: one.order)
        wanted = set(told.known if known else told.new)
        entries = baseline.entries(name(document.path), document, every)
        found.update(entry for entry, one in zip(entries, every, strict=True) if one in wanted)
        return []

    look = drafts.Run(Linter(run.book, reading=run.config.reading), "", note)
    for _ in look.check(run.paths):
        pass
    return None if look.failed else found


def _looked_at(run: Plan, path: str, entry: Entry) -> bool:
    """Tell whether a run has judged an entry: its draft was looked at with its rule, or is gone."""
    draft = os.path.join(os.path.dirname(os.path.abspath(path)), entry.path)
    if not os.path.exists(draft):
        return True
    inside = any(os.path.join(draft, "").startswith(os.path.join(os.path.abspath(p), "")) for p in run.asked)
    return inside and entry.rule not in run.policy.rest


def _said(path: str, before: set[Entry], now: set[Entry]) -> str:
    entries = "1 entry" if len(now) == 1 else f"{len(now)} entries"
    return f"{path}: {entries}, {len(now - before)} new, {len(before - now)} gone"
