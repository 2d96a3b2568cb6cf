"""The kind `at-most`."""

from __future__ import annotations

import pytest

from stylelint.checks.at_most import AtMost
from tests.checks.told import marked, problems, told

TEXT = "One two – three’s four. Five six!\n\nSeven eight nine ten eleven twelve thirteen."


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (AtMost(words=6), ["thirteen."]),
        (AtMost(words=7), []),
        (AtMost(words=3), ["four. Five six!", "ten eleven twelve thirteen."]),
        (AtMost(words=8, per="article"), ["nine ten eleven twelve thirteen."]),
        (AtMost(words=13, per="article"), []),
        (AtMost(sentences=1), ["Five six!"]),
        (AtMost(sentences=2, per="article"), ["Seven eight nine ten eleven twelve thirteen."]),
        (AtMost(characters=46), []),
        (AtMost(characters=40), ["thirteen."]),
        (AtMost(characters=31), ["six!", "twelve thirteen."]),
    ],
)
def test_what_is_too_much_is_marked_from_its_first_word(check: AtMost, expected: list[str]) -> None:
    assert marked(check, TEXT, scope=None) == expected


def test_what_is_said_counts_too() -> None:
    assert marked(AtMost(words=1), "“One two,” she said.", scope=None) == ["two,” she said."]


def test_the_count_is_told() -> None:
    (found,) = told(AtMost(characters=3), "a😀 b", scope=None, message="{count} of {limit} {unit}")
    assert (found.message, found.text) == ("4 of 3 characters", "b")


@pytest.mark.parametrize("check", [AtMost(), AtMost(words=1, sentences=1), AtMost(words=-1)])
def test_one_limit_is_needed(check: AtMost) -> None:
    assert "one limit above 0" in problems(check)["words"]


def test_any_one_limit_will_do() -> None:
    assert not problems(AtMost(sentences=2))
