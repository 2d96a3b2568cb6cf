"""The kind `broken-off`."""

from __future__ import annotations

import pytest

from stylelint.checks.broken_off import BrokenOff
from tests.checks.told import marked, plain, problems, told

CHECK = BrokenOff()
LONG = "After a week of talks the two sides have agreed on nearly all the points "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He raised the tax on Tuesday in… Invites the board to a hearing.", ["in…"]),
        ("He raised the tax on Tuesday in... Invites the board to a hearing.", ["in..."]),
        ("The board wants to sell the pier to...", ["to..."]),
        ("The charter says the … Right to fish is old.", []),
        ("“I thought of the… Well, never mind,” she said.", []),
        ("He went in… and came out.", []),
        ("He waited… The door opened.", []),
        (LONG + "of the", ["the"]),
        (LONG + "of", ["of"]),
        (LONG + "of the.", []),
        (LONG + "they stand for", []),
        (LONG + "of vitamin A", []),
        (LONG + "in the deal, and", []),
        ("What we stand for and", []),
        (LONG + "of the\nbudget, and the rest is open.", []),
        (LONG + "of the\n\nbudget, and the rest is open.", ["the"]),
    ],
)
def test_text_that_stops(text: str, expected: list[str]) -> None:
    document = plain(text)
    assert marked(CHECK, document, scope=None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LONG + "in the deal. They met on Friday and will meet again before the end of the year", ["year"]),
        (LONG + "in the deal. They met on Friday and will meet again before the end of the year.", []),
        (LONG + "in the deal, and on Friday they will meet again before the end of the year", []),
        (LONG + "in the deal. They met on Friday, with the rest to come. Ada Lind, Harbour Post", []),
    ],
)
def test_a_stop_that_is_missing(text: str, expected: list[str]) -> None:
    found = told(BrokenOff(words=(), ends=(), stops=True), text, scope=None)
    assert [d.text for d in found] == expected
    assert {d.level for d in found} <= {"suggestion"}


def test_options() -> None:
    assert "shortest" in problems(BrokenOff(shortest=-1))
    assert not problems(CHECK)
