"""What the whole rulebook says of the cures that its rules offer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from stylelint import readers
from stylelint.diagnostics import Diagnostic
from stylelint.engine import Linter
from stylelint.examples import path_for
from stylelint.proofread.advice import Advice, same_days
from stylelint.rulebook.rule import Example, Rule, Rulebook

_FRAMES = (
    ("headline", "any", "# They wrote {} there\n", "markdown"),
    ("paragraph", "only", "“They wrote {} there,” she said.\n", "text"),
    ("paragraph", "any", "They wrote {} there.\n", "text"),
)
"""Sentences with nothing else in them for a rule to find: role, speech or not, text, format."""


class Change(NamedTuple):
    """Where something was mended: start and end in the bad text, start and end in the good one."""

    start: int
    end: int
    new_start: int
    new_end: int


class Hit(NamedTuple):
    """The id of a rule, and what it finds in a cure."""

    rule: str
    text: str


class Bench:
    """A rulebook ready to judge the cures of its rules.

    Args:
        rulebook: the rules in force together.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._rules = rulebook.rules
        self._linters: dict[tuple[date | None, date | None], Linter] = {}

    def example(self, rule: Rule, example: Example) -> Iterator[Hit]:
        """Yield what rules find in the cure of an example.

        Found is what stands where the text was mended, at warning or above, by a rule that does
        not find anything there in the bad text.
        """
        if example.good is not None:
            path = path_for(rule, example)
            changes = _changed(example.text, example.good)
            yield from self._spoilt(rule, path, example.format, (example.text, example.good), changes)

    def advice(self, advice: Advice) -> Iterator[Hit]:
        """Yield the same for what is advised on a word, put into a sentence of its own."""
        rule = advice.rule
        fitting = (frame for frame in _FRAMES if _fits(rule, *frame[:2]))
        *_, frame, name = next(fitting, _FRAMES[-1])
        path, start = path_for(rule, Example("", True, format=name)), frame.index("{")
        for cure in advice.cures if not advice.mixed or advice.sure else ():
            texts = frame.format(advice.word), frame.format(cure)
            change = Change(start, start + len(advice.word), start, start + len(cure))
            yield from self._spoilt(rule, path, name, texts, [change])

    def _spoilt(
        self, rule: Rule, path: str, name: str, texts: tuple[str, str], stretches: Sequence[Change]
    ) -> Iterator[Hit]:
        bad, good = texts
        after = [d for d in self._lint(rule, path, good, name) if d.level != "suggestion"]
        found = [d for d in after if any(_holds(d, change.new_start, change.new_end) for change in stretches)]
        if not found:
            return
        before = self._lint(rule, path, bad, name)
        known = {d.rule for d in before if any(_touches(d, change.start, change.end) for change in stretches)}
        for diagnostic in found:
            if diagnostic.rule == rule.id or diagnostic.rule not in known:
                yield Hit(diagnostic.rule, " ".join(diagnostic.text.split()))

    def _lint(self, rule: Rule, path: str, text: str, name: str) -> list[Diagnostic]:
        period = rule.since, rule.until
        if period not in self._linters:
            # Whatever the day is, a rule meets those that hold on one of its own days.
            met = (r._replace(since=None, until=None) for r in self._rules if same_days(rule, r))
            self._linters[period] = Linter(Rulebook("", tuple(met)))
        return self._linters[period].lint(readers.read(path, text.encode(), name))


def _fits(rule: Rule, role: str, speech: str) -> bool:
    in_scope = rule.scope is None or role in rule.scope
    if role == "headline":
        return in_scope and rule.scope is not None and "paragraph" not in rule.scope
    return in_scope and (speech == "any" or rule.quotes == speech)


def _touches(diagnostic: Diagnostic, start: int, end: int) -> bool:
    return diagnostic.span.start <= end and diagnostic.span.end >= start


def _holds(diagnostic: Diagnostic, start: int, end: int) -> bool:
    """Tell whether a finding has something of a stretch in it, or the joint where one was taken out.

    What stands beside was there before, and is a fault of the example at most.
    """
    return diagnostic.span.start < end and start < diagnostic.span.end


def _changed(bad: str, good: str) -> list[Change]:
    """Return the stretches in which two texts differ."""
    from difflib import SequenceMatcher

    codes = SequenceMatcher(None, bad, good, autojunk=False).get_opcodes()
    return [Change(*places) for tag, *places in codes if tag != "equal"]
