"""Whether too much was found: each configuration judges the drafts that it holds for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from stylelint.verdict import Verdict, budgets, too_many

if TYPE_CHECKING:
    from stylelint.cli.plan import Plan
    from stylelint.cli.settled import Settled
    from stylelint.diagnostics import Diagnostic, Level


class Verdicts:
    """The verdicts on a run.

    Args:
        plan: what it is about; every budget that is configured is looked at.
        fail_on: the level that was asked for; None for those that are configured.
        most: the number of warnings that was asked for, for all drafts together; None likewise.
    """

    def __init__(self, plan: Plan, fail_on: Level | None = None, most: int | None = None) -> None:
        self.plan, self.fail_on, self.most = plan, fail_on, most
        self._by: dict[str, Verdict] = {}
        for base, settled in self.plan.bases.items():
            config = settled[0].config
            known = self.plan.policy([base]).known if config.budgets else ()
            most = config.max_warnings if self.most is None else self.most
            self._by[base] = Verdict(most, list(budgets(config.budgets, known)))

    def add(self, settled: Settled, found: Iterable[Diagnostic]) -> None:
        """Count what was found where something is settled."""
        self._by[settled.base].add(found, self.fail_on or settled.config.fail_on)

    @property
    def too_much(self) -> bool:
        """Whether there is too much of anything."""
        return any(verdict.fatal for verdict in self._by.values()) or any(self.reasons())

    def reasons(self) -> Iterator[str]:
        """Yield a line for every number that was exceeded."""
        verdicts = self._by.values()
        if self.most is not None:
            yield from too_many(sum(verdict.warnings for verdict in verdicts), self.most)
        for verdict in verdicts:
            if self.most is None:
                yield from too_many(verdict.warnings, verdict.max_warnings)
            yield from verdict.overdrawn()
