"""The kind `echoed`."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks.echoed import Echoed
from tests.checks.told import marked, mended, problems

CHECK = Echoed()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in the the hall.", ["the the"]),
        ("The the hall was full.", ["The the"]),
        ("They met (the the hall).", ["the the"]),
        ("They met in the  the\u00a0the hall.", ["the  the\u00a0the"]),
        ("It rose last year last year.", ["last year last year"]),
        ("It is at the end of at the end of the pier.", ["at the end of at the end of"]),
        ("He saw the ship, the ship sank.", []),
        ("He saw it. It sank.", []),
        ("It had had its day, he said that that was all.", []),
        ("They said that that that was wrong.", ["that that that"]),
        ("It is the-the car, a to-to to.", []),
        ("the theatre, an another", []),
        ("It is 5 50 and 18 8.", []),
        ("Élan élan and über über.", ["Élan élan", "über über"]),
        ("The end\n\nend of the pier.", []),
        ("A B C D E A B C D E", []),
    ],
)
def test_what_stands_twice(text: str, expected: list[str]) -> None:
    assert marked(CHECK, text) == expected


def test_one_is_left() -> None:
    assert mended(CHECK, "It rose last year last year.\n") == "It rose last year.\n"


def test_phrases_have_a_length() -> None:
    assert problems(CHECK) == {}
    assert problems(Echoed(longest=0)) == {"longest": "a phrase can have 1 to 9 words, not 0"}
    assert marked(Echoed(longest=1), "It rose last year last year or or so.") == ["or or"]


def test_other_pairs_can_be_allowed() -> None:
    assert marked(Echoed(allow=("or or",)), "An or or a had had.") == ["had had"]


@given(
    st.lists(
        st.sampled_from(["a", "b", "c", "A", "b,", "“c", "a-b", "l" * 31, "l" * 32, "L" * 33]), max_size=12
    ).map(" ".join)
)
def test_what_the_first_look_leaves_out_is_not_there(text: str) -> None:
    slow = re.compile(r"(?<![\w'-])(\w+(?: \w+){0,3})(?: \1)+(?![\w'-])", re.IGNORECASE)
    assert bool(marked(CHECK, text, quotes="any", scope=None)) == bool(slow.search(text))
