"""The kind `banned`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks.banned import Banned
from tests.checks.told import marked, mended

WORDS = Banned(("very unique", "naïve", "U.S.A.", "na", "don't"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is Very Unique.", ["Very Unique"]),
        ("It is very  unique.", ["very  unique"]),
        ("It is very\tunique.", ["very\tunique"]),
        ("It is very\n\nunique.", []),
        ("A NAÏVE and naïvely drawn plan.", ["NAÏVE"]),
        ("A naïf.", []),
        ("In the U.S.A. today.", ["U.S.A."]),
        ("We don’t know.", ["don’t"]),
        ("“A very unique day,” he said.", []),
        ("Une épopée, na!", ["na"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert marked(WORDS, text) == expected


def test_capitals_can_matter() -> None:
    assert marked(Banned(("Internet",), case=True), "The Internet and the internet.") == ["Internet"]


def test_quotes_can_be_all_that_counts() -> None:
    text = "“A very unique day,” he said of a very unique book."
    assert marked(WORDS, text, quotes="only") == ["very unique"]
    assert marked(WORDS, text, quotes="any") == ["very unique", "very unique"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It is literally so.", "It is so."), ("Literally so.", "so."), ("It is so, literally", "It is so,")],
)
def test_a_banned_word_can_be_taken_out_with_its_blank(text: str, expected: str) -> None:
    assert mended(Banned(("literally",), remove=True), text) == expected


@given(st.text(alphabet="na ïé.'\n", max_size=40))
def test_no_match_cuts_a_word(text: str) -> None:
    for found in marked(Banned(("na",)), text, quotes="any"):
        assert found == "na"
    assert len(marked(Banned(("na",)), text, quotes="any")) <= text.count("na")
