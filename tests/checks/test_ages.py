from __future__ import annotations

import pytest

from stylelint import readers
from stylelint.checks.ages import Ages
from stylelint.checks.base import View


def found(text: str, check: Ages, when: str = "") -> list[tuple[str, str, str]]:
    document = readers.read("a.txt", text.encode())
    if when:
        document = document._replace(metadata={"date": when})
    view = View(document, check.scope, check.quotes)
    return [(document.prose[f.start : f.end], f.values["low"], f.values["high"]) for f in check.find(view)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Born in 1930, she died in 2001, at the age of 81.", [("81", "70", "71")]),
        ("He was born on May 4, 1930, and died in 2001 aged 71.", []),
        ("He was born in 1930 and died in 2001 aged 70.", []),
        ("Calder (1930–2001) died suddenly aged 61.", [("61", "70", "71")]),
        ("Born in 2001, he died in 1930 aged 3.", [("3", "0", "0")]),
        ("Born in 1930, she died in 2001. Her son left at age 5.", []),
    ],
)
def test_lives(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, Ages()) == expected


@pytest.mark.parametrize(
    ("when", "leeway", "expected"),
    [
        ("2020-06-01", 0, [("45", "39", "40")]),
        ("2025-06-01", 0, []),
        ("2027-06-01", 1, []),
        ("2027-06-01", 0, [("45", "46", "47")]),
        ("", 0, []),
    ],
)
def test_the_living(when: str, leeway: int, expected: list[tuple[str, str, str]]) -> None:
    assert found("Calder, 45, was born in 1980 in Leith.", Ages(leeway=leeway), when) == expected
