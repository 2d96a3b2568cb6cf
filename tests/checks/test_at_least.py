"""The kind `at-least`."""

from __future__ import annotations

import pytest

from stylelint.checks.at_least import AtLeast
from tests.checks.told import marked, problems, told

TEXT = "One two. Three.\n\nFour five six – seven."


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (AtLeast(words=3), []),
        (AtLeast(words=4), ["One two. Three."]),
        (AtLeast(words=5), ["One two. Three.", "Four five six – seven."]),
        (AtLeast(words=7, per="article"), []),
        (AtLeast(words=8, per="article"), ["One two. Three."]),
        (AtLeast(sentences=2), ["Four five six – seven."]),
        (AtLeast(sentences=3, per="article"), []),
        (AtLeast(characters=16), ["One two. Three."]),
        (AtLeast(characters=15), []),
    ],
)
def test_what_is_too_short_is_marked_whole(check: AtLeast, expected: list[str]) -> None:
    assert marked(check, TEXT, scope=None) == expected


def test_what_is_not_there_has_no_length() -> None:
    assert not told(AtLeast(words=5, per="article"), TEXT, scope=frozenset({"caption"}))
    assert not told(AtLeast(words=5), "", scope=None)


def test_the_count_is_told() -> None:
    (found,) = told(AtLeast(words=2), "One.", scope=None, message="{count} of {limit} {unit}")
    assert found.message == "1 of 2 words"


@pytest.mark.parametrize("check", [AtLeast(), AtLeast(words=1, characters=1), AtLeast(words=-1)])
def test_one_limit_is_needed(check: AtLeast) -> None:
    assert "one limit above 0" in problems(check)["words"]
