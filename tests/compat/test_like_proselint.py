"""The same findings as proselint's own: on sentences of our own, and on the page that shows it off."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from stylelint import readers
from stylelint.compat.proselint import name
from stylelint.engine import Linter
from stylelint.rulebook import load, loads

TEXT = """\
The mayor said that the ATM machine at the pier was a very unique thing, and approximately about full.
But the council, which met on monday, could care less: they could care less about a group of bears.
In February of 2010, or March, 2013, the 1950's came back to the Harbour Street from 1980-1999 at 5 pm.
It is 12 a.m., it is 11 p.m. at night, and the newly-elected clerk waxed lyrically in the the hall.
To make a long story short, the abolishment of the toll filled a much-needed gap, so to speak.
The chairman met a lady lawyer, an Arkansian and a Michiganite; all hell broke loose on accident.
Please be advised that they utilize an inadmissable memo; suddenly, he knew. Suddenly, he left.
The pier is as of yet shut. More research is needed, and Nikita Khruschev paid $10 dollars for it.
They organise what others organize: they organise, and they are not guilty beyond a reasonable doubt.
He is a thought leader; the cream rises to the crop, and TODO: ask whether lions have a pride.
Wait... it rose by 2 x 4 (c) 2015, et. al, and he resume his naive work!! The cafe was shut.
""".splitlines()
BETTER = {
    "enplanement": "proselint marks “enplane” in it, as it drops the edges of words",
    "inst.": "proselint wants a letter after the full stop",
    "Save up to 50% or More!": "proselint marks the exclamation mark too",
}
"""Lines of proselint's page on which we differ, and why."""


@pytest.fixture(scope="module")
def ours() -> Linter:
    off = [rule for rule in load(["proselint"]).off if "restricted" not in rule]
    rules = "".join(f"  {rule}: warning\n" for rule in off)
    return Linter(loads(f"extends: proselint\nrules:\n{rules}".encode(), "house.yml"))


def findings(linter: Linter, line: str) -> set[tuple[str, int, int]]:
    """Return rule, start and end; a rule that comes in several has one name here."""
    told = linter.lint(readers.read("a.txt", line.encode()))
    return {(re.sub(r"-\d$", "", d.rule.removeprefix("proselint/")), *d.span) for d in told}


def theirs(line: str) -> set[tuple[str, int, int]]:
    """Return what proselint finds, its places put right and words whole."""
    registry = import_module("proselint.registry").CheckRegistry()
    if not registry.checks:
        registry.register_many(import_module("proselint.checks").__dict__["__register__"])
    results = import_module("proselint.tools").LintFile("a", line).lint()
    spans = ((r.check_result.check_path, *(at - 1 for at in r.check_result.span)) for r in results)
    return {(name(path), start, end) for path, start, end in spans if not cuts(line, start, end)}


def cuts(line: str, start: int, end: int) -> bool:
    """Tell whether a place begins or ends inside a word, as proselint's do where it drops the edges."""
    return bool(re.search(r"\w\Z", line[:start]) and re.match(r"\w", line[start:])) or bool(
        re.search(r"\w\Z", line[:end]) and re.match(r"\w", line[end:])
    )


@pytest.mark.parametrize("line", TEXT)
def test_on_sentences_of_our_own(ours: Linter, line: str) -> None:
    found = findings(ours, line)
    assert found
    assert whole(found) == whole(theirs(line))


def whole(found: set[tuple[str, int, int]]) -> set[tuple[str, int, int]]:
    """Leave out a finding that lies in another of the same rule: proselint tells “et al” and “et al.”."""
    return {
        one
        for one in found
        if not any(one != o and one[0] == o[0] and o[1] <= one[1] and one[2] <= o[2] for o in found)
    }


def test_on_the_page_that_proselint_shows_itself_with(ours: Linter) -> None:
    page = Path(str(import_module("proselint").__file__)).with_name("demo.md")
    lines = [line.strip() for line in page.read_text("utf-8").splitlines() if line.strip()]
    differ = {line for line in lines if whole(findings(ours, line)) != whole(theirs(line))}
    assert len(lines) > 100
    assert differ == set(BETTER)
