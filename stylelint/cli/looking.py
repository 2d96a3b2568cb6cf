"""One run of `stylelint check`: from its options to results and to what is too much."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from stylelint.cli.app import complain
from stylelint.cli.options import STDIN
from stylelint.reporters import SHOWING

if TYPE_CHECKING:
    from stylelint.cli.drafts import Run
    from stylelint.cli.mender import Mender
    from stylelint.cli.output import Target
    from stylelint.cli.plan import Plan
    from stylelint.cli.recent import Changes
    from stylelint.cli.sieve import Sieve
    from stylelint.diagnostics import Level
    from stylelint.reporters import Checked


class Asked:
    """The options of `check` that say what is looked at and what is too much, as `check --help` has them."""

    since: str | None
    staged: bool
    no_ignores: bool
    baseline: str
    no_baseline: bool
    strict_baseline: bool
    show_baselined: bool
    min_level: Level | None
    fail_on: Level | None
    max_warnings: int | None
    fix: bool
    unsafe_fixes: bool
    add_ignores: bool
    reason: str
    jobs: int | None
    no_cache: bool

    def __init__(self, options: dict[str, Any]) -> None:
        """Take these out of some options; to define a named tuple of so many takes longer."""
        vars(self).update({name: options.pop(name) for name in Asked.__annotations__})


def prepared(paths: tuple[str, ...], targets: Sequence[Target], stdin_name: str, **options: Any) -> Looking:
    """Return the look that options ask for.

    Args:
        paths: files, folders and `-`.
        targets: the reports that are to be written.
        stdin_name: what to call standard input.
        options: those of `Asked`, and those of `plan.prepare`.

    Raises:
        UsageError: options contradict each other.
        UserError: one of them cannot be.
    """
    asked = Asked(options)
    _sensible(paths, asked)
    from stylelint.cli import sieve
    from stylelint.cli.recent import planned
    from stylelint.cli.verdicts import Verdicts

    options.update(stdin_name=stdin_name, since=asked.since, staged=asked.staged)
    changes, plan = planned(paths, [target.path for target in targets], **options)
    sifter = sieve.Sieve(
        plan,
        Verdicts(plan, asked.fail_on, asked.max_warnings),
        not asked.no_ignores,
        sieve.baselines(plan, asked.baseline, none=asked.no_baseline),
        changes.lines if changes else None,
        asked.show_baselined,
        asked.strict_baseline,
        asked.min_level,
    )
    run = _run(plan, sifter, changes, asked, stdin_name)
    run.linting.shown = any(target.format in SHOWING for target in targets)
    look = Looking(plan, run, sifter, fixing=asked.fix)
    if asked.fix or asked.add_ignores:
        from stylelint.cli.mender import Mender

        look.mender = Mender(plan.settling.linter, sifter, asked.unsafe_fixes)
    look.reason = _reason(plan, asked.reason) if asked.add_ignores else None
    return look


def _run(plan: Plan, sifter: Sieve, changes: Changes | None, asked: Asked, stdin_name: str) -> Run:
    """Return what reads and lints the drafts."""
    from stylelint.cli import drafts
    from stylelint.cli.linting import Linting
    from stylelint.cli.results import Results

    reader = changes.read if asked.staged and changes else None
    jobs = (os.cpu_count() or 1) if asked.jobs is None else asked.jobs
    kept = None if asked.no_cache else Results()
    linting = Linting(plan.settling.linter, kept, whole=sifter.whole, prints=sifter.prints)
    return drafts.Run(linting, stdin_name, sifter.tell, reader, jobs)


class Looking:
    """A look at drafts.

    Args:
        plan: what it is about.
        run: reads and lints.
        sieve: what is not told, and the count of what is.
        fixing: whether the mender is to mend them.

    Attributes:
        mender: writes drafts before they are looked at; None where that is not asked for.
        reason: what ignores that are written shall say; None where none are to be written.
    """

    def __init__(self, plan: Plan, run: Run, sieve: Sieve, *, fixing: bool = False) -> None:
        self.plan, self.run, self.sieve, self.fixing = plan, run, sieve, fixing
        self.mender: Mender | None = None
        self.reason: str | None = None

    @property
    def failed(self) -> bool:
        """Whether something could not be done."""
        return self.run.failed or bool(self.mender and self.mender.failed)

    def results(self) -> Iterator[Checked]:
        """Yield what is to be reported, draft by draft."""
        if self.mender and self.reason is not None:
            self._ignore()
        results = self.run.check(self._mended() if self.fixing else self.plan.paths)
        yield from self.sieve.finish(results)
        if self.mender and self.mender.changed:
            files = "1 file" if self.mender.changed == 1 else f"{self.mender.changed} files"
            complain(f"{self.mender.counts.total()} fixed in {files}")

    def _ignore(self) -> None:
        """Write ignores for what is found."""
        from stylelint.cli.adding import Adding

        if self.mender:
            Adding(self.mender, self.reason or "").add(filter(self._is_there, self.plan.paths))
        if self.sieve.ignoring:
            self.sieve.look_for_files()
            self.run.linting.whole, self.run.linting.prints = self.sieve.whole, self.sieve.prints

    def _mended(self) -> Iterator[str]:
        """Yield the drafts, each mended before it is looked at."""
        for path in self.plan.paths:
            if self.mender and self._is_there(path):
                self.mender.write(path)
            yield path
        if self.mender:
            for about in self.mender.files_of_ignores():
                self.mender.put(*about)

    def _is_there(self, path: str) -> bool:
        """Tell whether a draft can be read, as whoever looks at it next says why not."""
        from stylelint.cli.drafts import bytes_of
        from stylelint.errors import UserError

        try:
            bytes_of(path)
        except UserError:
            return False
        return True

    def too_much(self) -> bool:
        """Tell whether too much was found, and say which number was exceeded."""
        for line in self.sieve.verdicts.reasons():
            complain(line)
        return self.sieve.verdicts.too_much


def _sensible(paths: tuple[str, ...], asked: Asked) -> None:
    """Refuse options that contradict each other."""
    if asked.since is not None and asked.staged:
        raise click.UsageError("--since and --staged: choose one")
    if asked.unsafe_fixes and not asked.fix:
        raise click.UsageError("--unsafe-fixes: what for, without --fix?")
    for option, given in (("--fix", asked.fix), ("--add-ignores", asked.add_ignores)):
        if given and asked.staged:
            raise click.UsageError(
                f"{option} writes to the working tree, and --staged looks at the index; "
                "use --since HEAD, or the hooks of pre-commit, which put aside what is not staged"
            )
        if given and STDIN in paths:
            raise click.UsageError(
                f"{option} needs a file to write to; for standard input there is stylelint fix -"
            )


def _reason(plan: Plan, reason: str) -> str:
    if any(one.config.require_reasons for one in plan.settling.all) and not reason.strip():
        raise click.UsageError("--add-ignores: every ignore must say why; give --reason")
    return " ".join(reason.replace("-->", "").split())
