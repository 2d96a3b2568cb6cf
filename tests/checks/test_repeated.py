"""The kind `repeated`."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stylelint.checks.repeated import Repeated
from tests.checks.told import marked, mended, problems, told

CERTAIN = Repeated()
OTHERS = Repeated(words=(), others=True)
SHORT = 40
"""Code points of a line that does not go on in the next: where one does, the line end is a blank as well."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in the the hall.", ["the the"]),
        ("They met in the  the hall.", ["the  the"]),
        ("The the hall was full.", ["The the"]),
        ("It was a a hall.", ["a a"]),
        ("He said that that was had had enough.", []),
        ("It was the. The end.", []),
        ("It is for, for once, free.", []),
        ("They like The The, a band.", []),
        ("A to-to car and the the-atre.", []),
        ("Sworn in in May, what it is is good.", []),
        ("The\n\nthe hall.", []),
        ("an annex, the theatre, to tomorrow", []),
        ("with\u00a0with the team", ["with\u00a0with"]),
    ],
)
def test_words_of_grammar(text: str, expected: list[str]) -> None:
    assert marked(CERTAIN, text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "level"),
    [
        ("The board said said no.", ["said said"], "warning"),
        ("They came in in force.", ["in in"], "suggestion"),
        ("“We will will not go,” she said.", [], ""),
        ("“We close close the pier,” she said.", ["close close"], "suggestion"),
        ("They met in the the hall.", [], ""),
        ("It was very very late, bye bye, ha ha ha ha.", [], ""),
        ("In Walla Walla and New York New York.", [], ""),
        ("From 10 10 times, so-so so-so.", [], ""),
        ("spam spam spam spam", [], ""),
    ],
)
def test_other_words(text: str, expected: list[str], level: str) -> None:
    found = told(OTHERS, text, level="warning")
    assert [d.text for d in found if d.level == level] == expected
    assert len(found) == len(expected) or text.startswith("“We will")


def test_speech_makes_it_a_suggestion() -> None:
    (found,) = told(CERTAIN, "“I saw the the pier,” she said.", level="error")
    assert found.level == "suggestion"


def test_the_first_of_the_two_stays() -> None:
    assert mended(CERTAIN, "The the hall, and and the bar.", fix="safe") == "The hall, and the bar."


def test_options_that_contradict() -> None:
    assert "words" in problems(Repeated(words=("had",)))
    assert "words" in problems(Repeated(words=()))
    assert not problems(CERTAIN) and not problems(OTHERS)


@given(st.lists(st.sampled_from(["spam", "été", "spammer", "\n", "\nspam", "", "is", ","]), max_size=12))
def test_what_stands_between_blanks_is_compared_with_the_next(parts: list[str]) -> None:
    expected = []
    for index, (one, two) in enumerate(pairwise(parts)):
        around = parts[max(0, index - 1) : index] + parts[index + 2 : index + 3]
        if one == two and one.isalpha() and not any(part.startswith(one) for part in around):
            expected.append(f"{one} {two}")
    draft = " ".join(parts)
    assume(max(map(len, draft.split("\n"))) <= SHORT)
    assert marked(OTHERS, draft) == expected


@given(st.lists(st.sampled_from(["the", "hall", "is", "of", "The", ",", "a"]), max_size=12))
def test_marks_one_word_twice_and_nothing_else(parts: list[str]) -> None:
    for text in marked(CERTAIN, " ".join(parts)):
        first, second = text.split()
        assert first.lower() == second
