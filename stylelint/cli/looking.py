"""One run of `stylelint check`: from its options to results and to what is too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from stylelint.cli.app import complain
from stylelint.cli.drafts import STDIN

if TYPE_CHECKING:
    from stylelint.cli.drafts import Run
    from stylelint.cli.mender import Mender
    from stylelint.cli.plan import Plan
    from stylelint.cli.recent import Changes
    from stylelint.cli.sieve import Sieve
    from stylelint.diagnostics import Level
    from stylelint.reporters import Checked


@dataclass
class Looking:
    """A look at drafts.

    Attributes:
        plan: what it is about.
        run: reads and lints.
        sieve: what is not told, and the count of what is.
        mender: writes drafts before they are looked at; None where that is not asked for.
        fixing: whether it is to mend them.
        reason: what ignores that are written shall say; None where none are to be written.
    """

    plan: Plan
    run: Run
    sieve: Sieve
    mender: Mender | None = None
    fixing: bool = False
    reason: str | None = None

    @classmethod
    def prepared(
        cls,
        paths: tuple[str, ...],
        output: str,
        stdin_name: str,
        *,
        since: str | None,
        staged: bool,
        no_ignores: bool,
        baseline: str,
        no_baseline: bool,
        strict_baseline: bool,
        show_baselined: bool,
        fail_on: Level | None,
        max_warnings: int | None,
        fix: bool,
        unsafe_fixes: bool,
        add_ignores: bool,
        reason: str,
        **chosen: Any,
    ) -> Looking:
        """Return the look that options ask for."""
        _sensible(paths, since=since, staged=staged, fix=fix, unsafe=unsafe_fixes, add=add_ignores)
        from stylelint.cli import drafts, sieve
        from stylelint.engine import Linter
        from stylelint.verdict import Verdict, budgets

        changes, plan = _planned(paths, output, since, staged, chosen)
        allowed = list(budgets(plan.config.budgets, plan.known, plan.base)) if plan.config.budgets else []
        most = plan.config.max_warnings if max_warnings is None else max_warnings
        verdict = Verdict(fail_on or plan.config.fail_on, most, allowed)
        kept = sieve.baseline(plan, baseline, none=no_baseline)
        lines = changes.lines if changes else None
        sifter = sieve.Sieve(plan, verdict, not no_ignores, kept, lines, show_baselined, strict_baseline)
        run = drafts.Run(
            Linter(plan.book), stdin_name, sifter.tell, changes.read if staged and changes else None
        )
        look = cls(plan, run, sifter, fixing=fix, reason=_reason(plan, reason) if add_ignores else None)
        if fix or add_ignores:
            from stylelint.cli.mender import Mender

            look.mender = Mender(run.linter, sifter, unsafe_fixes)
        return look

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
        from stylelint.cli.sieve import ignore_file

        if self.mender:
            Adding(self.mender, self.reason or "").add(filter(self._is_there, self.plan.paths))
        if self.sieve.ignoring:
            self.sieve.file = ignore_file(self.plan.base)

    def _mended(self) -> Iterator[str]:
        """Yield the drafts, each mended before it is looked at."""
        for path in self.plan.paths:
            if self.mender and self._is_there(path):
                self.mender.write(path)
            yield path
        if self.mender and (about := self.mender.file_of_ignores()):
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
        for line in self.sieve.verdict.reasons():
            complain(line)
        return self.sieve.verdict.too_much


def _sensible(
    paths: tuple[str, ...], *, since: str | None, staged: bool, fix: bool, unsafe: bool, add: bool
) -> None:
    """Refuse options that contradict each other.

    Raises:
        UsageError: two do.
    """
    changed = "--since" if since is not None else "--staged" if staged else ""
    if since is not None and staged:
        raise click.UsageError("--since and --staged: choose one")
    if unsafe and not fix:
        raise click.UsageError("--unsafe-fixes: what for, without --fix?")
    for option, given in (("--fix", fix), ("--add-ignores", add)):
        if given and changed:
            raise click.UsageError(f"{option} is for whole drafts: leave out {changed}")
        if given and STDIN in paths:
            raise click.UsageError(
                f"{option} needs a file to write to; for standard input there is stylelint fix -"
            )


def _planned(
    paths: tuple[str, ...], output: str, since: str | None, staged: bool, chosen: dict[str, Any]
) -> tuple[Changes | None, Plan]:
    from stylelint.cli import plan

    if since is None and not staged:
        return None, plan.prepare(paths, output, **chosen)
    from dataclasses import replace
    from functools import partial

    from stylelint.cli.recent import Changes

    changes = Changes(since, paths)
    if staged:
        listed = partial(changes.staged, force=chosen["force_exclude"])
        return changes, plan.prepare(paths, output, listed=listed, **chosen)
    whole = plan.prepare(paths, output, **chosen)
    return changes, replace(whole, paths=changes.of(whole.paths))


def _reason(plan: Plan, reason: str) -> str:
    if plan.config.require_reasons and not reason.strip():
        raise click.UsageError("--add-ignores: every ignore must say why; give --reason")
    return " ".join(reason.replace("-->", "").split())
