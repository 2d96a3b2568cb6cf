"""Where phrases stand, looked up by the words of a window and by plain search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks import _phrases
from stylelint.checks._phrases import beginnings, places, small
from stylelint.native import PYTHON
from stylelint.text import fold

MANY = [f"zz{number}" for number in range(_phrases._FEW)]
"""So many phrases more that the text is read a window at a time."""


def found(text: str, phrases: list[str]) -> list[tuple[str, int]]:
    return sorted(places(small(fold(text)), phrases))


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows so narrow that a short text has several."""
    monkeypatch.setattr(_phrases, "_WINDOW", 7)


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("others", [[], MANY], ids=["few", "many"])
@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("A nonprofit, two nonprofits", "nonprofit", [2, 17]),
        ("NONPROFITS", "nonprofit", [0]),
        ("Nonprofitable", "nonprofit", []),
        ("unprofit", "profit", []),
        ("Lower income groups; lower-income group", "lower income group", [0]),
        ("lower income grouping", "lower income group", []),
        ("Two tax cuts", "tax cut", [4]),
        ("they—lower income groups—pay", "lower income group", [5]),
        ("Pay (O'Brien’s) O’Brien.", "o'brien", [5, 16]),
        ("Ásta Ólafs, Ólaf", "ólaf", [5, 12]),
        ("Ástaólaf", "ólaf", []),
        ("İstanbul or istanbul", "istanbul", [0, 12]),
        ("one two\nthree four", "two three", []),
    ],
)
def test_a_phrase_is_found_whole_or_with_an_s(
    text: str, phrase: str, expected: list[int], others: list[str]
) -> None:
    assert found(text, [phrase, *others]) == [(phrase, at) for at in expected]


TEXTS = st.lists(
    st.sampled_from(["ab", "a", "b", "s", "é", "İ", "“", "—", "1", "_", " ", " ", "-", "'", ".", "\n\n", "B"])
).map("".join)
PHRASES = st.lists(st.sampled_from(["ab", "a", "é"]), min_size=1, max_size=3).map(" ".join)


@pytest.mark.usefixtures("narrow")
@given(TEXTS, st.sets(PHRASES))
def test_many_phrases_are_found_where_few_are(text: str, phrases: set[str]) -> None:
    assert found(text, [*phrases, *MANY]) == found(text, [*phrases])


@pytest.mark.usefixtures("narrow")
@given(TEXTS, st.frozensets(PHRASES))
def test_they_are_found_window_by_window(text: str, phrases: frozenset[str]) -> None:
    assert PYTHON["standing"](text, phrases) == sorted((at, phrase) for phrase, at in places(text, phrases))


@pytest.mark.usefixtures("narrow")
@given(TEXTS, st.sets(st.sampled_from(["ab", "a", "é", "a.", "1", "s"])))
def test_many_beginnings_are_found_as_few_are(text: str, wanted: set[str]) -> None:
    assert PYTHON["beginnings"](text, {*wanted, *MANY}) == beginnings(text, wanted)


@given(st.text())
def test_a_text_in_lower_case_is_as_long(text: str) -> None:
    assert len(small(text)) == len(text)
