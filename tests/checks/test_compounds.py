from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint import readers
from stylelint.checks.base import View
from stylelint.checks.compounds import _HYPHENATED, Compounds, _hyphenated
from tests.checks.told import plain


def found(text: str, check: Compounds) -> list[tuple[str, str | None]]:
    document = readers.read("a.txt", text.encode())
    view = View(document, check.scope, check.quotes)
    return [(document.prose[f.start : f.end], f.replacement) for f in check.find(view)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They help lower-income groups. Lower income groups pay.",
            [("Lower income", "Lower-income")],
        ),
        (
            "A conflict of interest concern; conflict-of-interest concerns.",
            [("conflict of interest", "conflict-of-interest")],
        ),
        (
            "They saw real-estate agents, real estate agents and a real estate agent.",
            [("real-estate", "real estate")],
        ),
        ("They plan for the long-term care. It is long term.", []),
        ("It was long-term and short. In the long term and later.", []),
        ("“The lower income groups pay,” she said of lower-income groups.", []),
        ("It is up-to-date work.", []),
    ],
)
def test_open(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, Compounds()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two non-profits and a nonprofit met at the nonprofit.", [("non-profits", "nonprofits")]),
        ("Cyber-attacks follow a cyber-attack; cyberattacks do too.", [("cyberattacks", "cyber-attacks")]),
        ("He is to re-sign, not to resign.", []),
        ("An up-to-date non-profit, nonprofitable.", []),
        ("See nonprofit.example for a non-profit.", []),
    ],
)
def test_closed(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text, Compounds(against="closed", allow=("re-sign",))) == expected


PIECES = ["anti", "War", "co", "of", "-", " ", "\n\n", "’", ".", "—", "é", "4", "groups", "(", "x"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_from_hyphen_to_hyphen_all_are_found(text: str) -> None:
    text = plain(text).folded
    assert list(_hyphenated(text)) == [(*m.span(1), m.end()) for m in _HYPHENATED.finditer(text)]
