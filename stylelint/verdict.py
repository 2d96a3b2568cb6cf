"""Whether what was found is too much: levels, numbers of warnings, and budgets."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from stylelint.config import Named
from stylelint.diagnostics import LEVELS, Diagnostic, Level
from stylelint.discovery import Globs
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
    drafts: Globs | None = None

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a finding is paid for from here."""
        if self.drafts is not None:
            return self.drafts.covers(diagnostic.path)
        return self.name in (diagnostic.rule, diagnostic.rule.partition("/")[0])


def budgets(configured: Iterable[tuple[Named, int]], known: Collection[str]) -> Iterator[Budget]:
    """Yield the budgets that are configured.

    Args:
        configured: names and limits.
        known: ids and chapters; any other name is a glob of drafts, if it looks like one.

    Raises:
        UserError: a name is neither.
    """
    for named, limit in configured:
        chapter, slash, _ = named.name.partition("/")
        looks_like_drafts = (slash and chapter not in known) or any(c in named.name for c in "*?[.")
        if named.name in known:
            yield Budget(named.name, limit)
        elif looks_like_drafts:
            yield Budget(named.name, limit, Globs((named.name,), named.base))
        else:
            raise named.error(f"no rule, chapter or folder “{named.name}”{did_you_mean(named.name, known)}")


class Verdict:
    """Counts what is found in the drafts of one configuration.

    What a budget covers counts there and nowhere else: it is too much when a budget is overdrawn.  The
    rest is too much by its level.

    Args:
        max_warnings: how many warnings are not too much; None where levels alone decide.
        budgets: what is allowed.
    """

    def __init__(self, max_warnings: int | None, budgets: Sequence[Budget] = ()) -> None:
        self.max_warnings, self.budgets = max_warnings, budgets
        self.warnings = 0
        self.fatal = False
        self.spent: Counter[Budget] = Counter()

    def add(self, found: Iterable[Diagnostic], fail_on: Level) -> None:
        """Count what was found in a draft.

        Args:
            found: the findings.
            fail_on: the lightest level of which one is too much there.
        """
        levels = [d.level for d in found if not (self.budgets and self._paid(d))]
        self.warnings += levels.count("warning")
        grave = LEVELS[: LEVELS.index(fail_on) + 1]
        counted = "warning" if self.max_warnings is not None else ""
        self.fatal = self.fatal or any(level in levels for level in grave if level != counted)

    def _paid(self, diagnostic: Diagnostic) -> bool:
        """Count a finding to the budgets that cover it; tell whether there are any."""
        paying = [budget for budget in self.budgets if budget.covers(diagnostic)]
        self.spent.update(paying)
        return bool(paying)

    @property
    def too_much(self) -> bool:
        """Whether there is too much of anything."""
        return self.fatal or any(self.reasons())

    def reasons(self) -> Iterator[str]:
        """Yield a line for every number that was exceeded."""
        yield from too_many(self.warnings, self.max_warnings)
        yield from self.overdrawn()

    def overdrawn(self) -> Iterator[str]:
        """Yield a line for every budget that was exceeded."""
        for budget in self.budgets:
            spent = self.spent[budget]
            if spent > budget.limit:
                were = "was" if spent == 1 else "were"
                yield f"the budget of {budget.name} is {budget.limit}, and {spent} {were} found"


def too_many(warnings: int, allowed: int | None) -> Iterator[str]:
    """Yield a line if there are more warnings than are allowed; None allows any number."""
    if allowed is not None and warnings > allowed:
        said = "1 warning" if warnings == 1 else f"{warnings} warnings"
        yield f"{said}, and {allowed} are allowed"
