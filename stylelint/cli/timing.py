"""`--timing`: where the time of a run goes, by step and by rule.

Nothing of it is in the way of other runs: the steps are measured around the linter, by a linter of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from stylelint import readers
from stylelint.checks.base import Check, Finding, View
from stylelint.cli.drafts import bytes_of
from stylelint.cli.linting import Linting
from stylelint.engine import Linter
from stylelint.reporters import plural

if TYPE_CHECKING:
    from stylelint.cli.drafts import Run
    from stylelint.cli.plan import Plan
    from stylelint.cli.settled import Settled
    from stylelint.diagnostics import Diagnostic
    from stylelint.document import Document
    from stylelint.rulebook.rule import Rule
    from stylelint.scanner import Asked
    from stylelint.waiting import Need, Wait

STEPS = {
    "prepare": "configuration, rulebooks, names of drafts",
    "read": "bytes from the disk",
    "parse": "bytes to text and blocks",
    "anatomy": "what each block is in an article",
    "scan": "which rules are asked",
    "check": "rules at work",
    "report": "all else: ignores, the baseline, the report",
}
"""The steps of a run, in their order, and what is done in them."""

_RULES = 10
_T = TypeVar("_T")


def timed(run: Run, plan: Plan, began: float) -> Timing:
    """Have a run timed, in one process and with nothing from the cache of results.

    Args:
        run: what reads and lints; it is changed.
        plan: what it is about.
        began: when that began to be found out, by `perf_counter`.
    """
    timing = Timing(began)
    whole, prints = run.linting.whole, run.linting.prints
    run.linting = Linting(lambda path: timing.linter(plan.settling.of(path)), whole=whole, prints=prints)
    run.read, run.jobs = timing.reader(run.read or bytes_of), 1
    return timing


class Timing:
    """Measures the steps of a run, in seconds.

    Args:
        began: when the run began, by `perf_counter`.

    Attributes:
        steps: time by step.
        rules: time by rule.
        always: the rules that the scanner cannot spare a draft, with their kinds.
    """

    def __init__(self, began: float) -> None:
        self.steps: dict[str, float] = {**dict.fromkeys(STEPS, 0.0), "prepare": perf_counter() - began}
        self.rules: dict[str, float] = defaultdict(float)
        self.always: dict[str, str] = {}
        self._began = began
        self._linters: dict[int, Linter] = {}

    def step(self, name: str, work: Callable[[], _T]) -> _T:
        """Do a piece of work, and count its time to a step."""
        start = perf_counter()
        try:
            return work()
        finally:
            self.steps[name] += perf_counter() - start

    def linter(self, settled: Settled) -> Linter:
        """Return a linter for what is settled, with a watch on each of its rules."""
        if settled.number not in self._linters:
            self._linters[settled.number] = _TimedLinter(settled, self)
        return self._linters[settled.number]

    def reader(self, read: Callable[[str], bytes]) -> Callable[[str], bytes]:
        """Return what reads as `read` does, and is timed."""
        return lambda path: self.step("read", partial(read, path))

    def table(self) -> Iterator[str]:
        """Yield the lines of the report; it is made up when they are asked for, at the end of the run."""
        total = perf_counter() - self._began
        known = sum(self.steps[step] for step in STEPS if step != "report")
        self.steps["report"] = max(0.0, total - known)
        yield from (_line(self.steps[name], total, f"{name:8} {what}") for name, what in STEPS.items())
        yield _line(total, total, "in all, in one process and with nothing from the cache of results")
        dearest = sorted(self.rules.items(), key=lambda item: -item[1])[:_RULES]
        if dearest:
            yield "The dearest rules:"
        for rule, spent in dearest:
            yield _line(spent, total, rule + (" (asked of every draft)" if rule in self.always else ""))
        if self.always:
            kinds = ", ".join(sorted(set(self.always.values())))
            rules = plural(len(self.always), "rule")
            yield f"Asked of every draft, as they wait for no words: {rules} ({kinds})"


def _line(spent: float, total: float, what: str) -> str:
    return f"{spent * 1000:10.1f} ms {spent / total:4.0%}  {what}"


class _TimedLinter(Linter):
    """A linter that says how long its steps take."""

    def __init__(self, settled: Settled, timing: Timing) -> None:
        self._timing = timing
        rules, beside = (
            tuple(map(self._watched, some)) for some in (settled.book.rules, settled.book.beside)
        )
        super().__init__(settled.book._replace(rules=rules, beside=beside), reading=settled.config.reading)

    def _watched(self, rule: Rule) -> Rule:
        if rule.check.kind == "vale":  # these run together, and not one by one
            return rule
        if not rule.check.waits() and not any(rule.check.openings()):
            self._timing.always[rule.id] = rule.check.kind
        return rule._replace(check=_Watched(rule.id, rule.check, self._timing.rules))

    def read(self, path: str, data: bytes) -> Document:
        parsed = self._timing.step("parse", partial(readers.parsed, path, data, options=self.reading))
        return self._timing.step("anatomy", partial(readers.in_roles, parsed, self.reading))

    def asked(self, documents: Sequence[Document]) -> list[Asked]:
        return self._timing.step("scan", partial(super().asked, documents))

    def lint_all(self, documents: Sequence[Document]) -> list[list[Diagnostic]]:
        steps = self._timing.steps
        before = steps["scan"]
        found = self._timing.step("check", partial(super().lint_all, documents))
        steps["check"] -= steps["scan"] - before
        return found


class _Watched(Check):
    """Does what a check does, and counts the time that it takes.

    Args:
        rule: the id of its rule.
        check: the check.
        spent: seconds by rule.
    """

    def __init__(self, rule: str, check: Check, spent: dict[str, float]) -> None:
        self.kind = check.kind  # type: ignore[misc]  # what a class says of all checks of a kind, it says of one
        self.marks, self.fewest = check.marks, check.fewest  # type: ignore[misc]
        self._rule, self._check, self._spent = rule, check, spent

    def needs(self) -> tuple[Need, ...]:
        return tuple(self._check.needs())

    def openings(self) -> tuple[str, ...]:
        return self._check.openings()

    def sentence_openings(self) -> str:
        return self._check.sentence_openings()

    def waits(self) -> tuple[Wait, ...]:
        return self._check.waits()

    def beside(self) -> tuple[Wait, ...]:
        return self._check.beside()

    @property
    def in_blocks(self) -> bool:
        return self._check.in_blocks

    def find(self, view: View) -> Iterator[Finding]:
        findings = self._timed(lambda: iter(self._check.find(view)))
        while (finding := self._timed(lambda: next(findings, None))) is not None:
            yield finding

    def _timed(self, work: Callable[[], _T]) -> _T:
        start = perf_counter()
        try:
            return work()
        finally:
            self._spent[self._rule] += perf_counter() - start
