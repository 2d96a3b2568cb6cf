"""Reads a rulebook against itself: rules that contradict or repeat each other, or can never be of use.

It finds what examples cannot show, as each of them runs with its own rule alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from stylelint.examples import Problem
from stylelint.proofread.advice import Advice, clashes, given, offices
from stylelint.proofread.alone import faults, shut_out
from stylelint.proofread.cures import Bench, Hit
from stylelint.rulebook.rule import Rule, Rulebook
from stylelint.text import same

FOREIGN = "proselint"
"""A chapter whose rules are made at run time, so that nobody can mend them."""

_LONG = 60


def proofread(rulebook: Rulebook) -> Iterator[Problem]:
    """Look for faults in rules, those that are switched off too, and between the rules in force.

    Args:
        rulebook: all the rules that are in force together.

    Yields:
        Each fault once, by file, line and rule.  One between two rules is told of the one that
        the rulebook itself holds, not of what it extends.
    """
    # A rule that is off meets nobody, but should be in order for those who switch it on.
    off = (Rulebook(rulebook.name, (rule,)) for rule in rulebook.silent)
    found = {problem for book in (rulebook, *off) for problem in (*_alone(book), *_between(book))}
    yield from sorted(problem for problem in found if not problem.rule.startswith(f"{FOREIGN}/"))


def _alone(rulebook: Rulebook) -> Iterator[Problem]:
    for rule in rulebook.rules:
        yield from (Problem(rule.file, rule.line, rule.id, fault) for fault in faults(rule))
        for line, file in shut_out(rule):
            message = "its needs keep the check from this, in which it finds something"
            yield Problem(file or rule.file, line or rule.line, rule.id, message)


def _between(rulebook: Rulebook) -> Iterator[Problem]:
    rules = sorted(rulebook.rules, key=lambda r: (r.chapter == FOREIGN, not _own(rulebook, r), r.id))
    for rule, message in offices(rules):
        yield Problem(rule.file, rule.line, rule.id, message)
    advice = [one for rule in rules for one in given(rule)]
    told: set[tuple[str, str, str]] = set()
    for clash in clashes(advice):
        first = clash.steps[0].rule
        yield Problem(first.file, first.line, first.id, clash.message)
        for one, two in zip(clash.steps, (*clash.steps[1:], clash.steps[0]), strict=True):
            told |= {(one.rule.id, two.rule.id, same(two.word)), (two.rule.id, one.rule.id, same(one.word))}
    for rule, hit, place in _spoilt(rulebook, advice):
        if (rule.id, hit.rule, same(hit.text)) not in told:
            yield _told(rulebook, rule, hit, place)


def _spoilt(rulebook: Rulebook, advice: list[Advice]) -> Iterator[tuple[Rule, Hit, tuple[str, int]]]:
    """Yield the rules whose cures a rule finds something in, and the place of the example."""
    bench = Bench(rulebook)
    for one in advice:
        if one.rule.chapter != FOREIGN:
            yield from ((one.rule, hit, (one.rule.file, one.rule.line)) for hit in bench.advice(one))
    for rule in rulebook.rules:
        for example in rule.examples:
            place = example.file or rule.file, example.line or rule.line
            yield from ((rule, hit, place) for hit in bench.example(rule, example))


def _told(rulebook: Rulebook, rule: Rule, hit: Hit, place: tuple[str, int]) -> Problem:
    found = f"“{hit.text if len(hit.text) <= _LONG else hit.text[:_LONG] + '…'}”"
    if hit.rule == rule.id:
        return Problem(*place, rule.id, f"finds {found} in its own cure")
    other = next(r for r in rulebook.rules if r.id == hit.rule)
    if _own(rulebook, other) and not _own(rulebook, rule):
        return Problem(other.file, other.line, other.id, f"finds {found} in a cure of {rule.id}")
    return Problem(*place, rule.id, f"{hit.rule} finds {found} in its cure")


def _own(rulebook: Rulebook, rule: Rule) -> bool:
    """Tell whether the rulebook holds a rule itself; one that was loaded by name is called like its file."""
    return Path(rule.file).stem == Path(rulebook.name).stem
