"""Whether what was found is too much: levels, numbers of warnings, and budgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from stylelint.config import Named
from stylelint.diagnostics import LEVELS, Diagnostic, Level
from stylelint.discovery import Exclusion
from stylelint.text import did_you_mean


class Budget(NamedTuple):
    """How many findings a rule, a chapter or some drafts may have.

    Attributes:
        name: as it is configured.
        limit: as many are allowed.
        drafts: where the name is a glob, which drafts it covers; None for a rule or chapter.
    """

    name: str
    limit: int
    drafts: Exclusion | None = None

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a finding is paid for from here."""
        if self.drafts is not None:
            return self.drafts.covers(diagnostic.path)
        return self.name in (diagnostic.rule, diagnostic.rule.partition("/")[0])


def budgets(configured: Iterable[tuple[Named, int]], known: Collection[str], base: str) -> Iterator[Budget]:
    """Yield the budgets that are configured.

    Args:
        configured: names and limits.
        known: ids and chapters; any other name is a glob of drafts, if it looks like one.
        base: the folder that globs start from, absolute.

    Raises:
        UserError: a name is neither.
    """
    for named, limit in configured:
        chapter, slash, _ = named.name.partition("/")
        looks_like_drafts = (slash and chapter not in known) or any(c in named.name for c in "*?[.")
        if named.name in known:
            yield Budget(named.name, limit)
        elif looks_like_drafts:
            yield Budget(named.name, limit, Exclusion((named.name,), base))
        else:
            raise named.error(f"no rule, chapter or folder “{named.name}”{did_you_mean(named.name, known)}")


class Verdict:
    """Counts what is found.

    What a budget covers counts there and nowhere else: it is too much when a budget is overdrawn.  The
    rest is too much by its level.

    Args:
        fail_on: the lightest level of which one is too much.
        max_warnings: how many warnings are not; None where `fail_on` alone decides.
        budgets: what is allowed.
    """

    def __init__(self, fail_on: Level, max_warnings: int | None, budgets: Sequence[Budget] = ()) -> None:
        self.fail_on, self.max_warnings, self.budgets = fail_on, max_warnings, budgets
        self.levels: Counter[Level] = Counter()
        self.spent: Counter[Budget] = Counter()

    def add(self, found: Iterable[Diagnostic]) -> None:
        """Count findings."""
        for diagnostic in found:
            paying = [budget for budget in self.budgets if budget.covers(diagnostic)]
            self.spent.update(paying)
            if not paying:
                self.levels[diagnostic.level] += 1

    @property
    def too_much(self) -> bool:
        """Whether there is too much of anything."""
        fatal = [level for level in LEVELS[: LEVELS.index(self.fail_on) + 1] if self.levels[level]]
        if self.max_warnings is not None:
            fatal = [level for level in fatal if level != "warning"]
        return bool(fatal) or any(self.reasons())

    def reasons(self) -> Iterator[str]:
        """Yield a line for every number that was exceeded."""
        warnings = self.levels["warning"]
        if self.max_warnings is not None and warnings > self.max_warnings:
            said = "1 warning" if warnings == 1 else f"{warnings} warnings"
            yield f"{said}, and {self.max_warnings} are allowed"
        for budget in self.budgets:
            spent = self.spent[budget]
            if spent > budget.limit:
                were = "was" if spent == 1 else "were"
                yield f"the budget of {budget.name} is {budget.limit}, and {spent} {were} found"
