"""The kind `preferred`."""

from __future__ import annotations

import pytest

from stylelint.checks.preferred import Preferred
from tests.checks.told import marked, mended, problems, told

WORDS = Preferred(
    {
        "utilize": "use",
        "utilizes": "uses",
        "Web site": "website",
        "Internet": "internet",
        "mcdonalds": "McDonald’s",
        "doesn't wanna": "doesn't want to",
        "e-mail": "email",
        "façade": "front",
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They utilize it.", "They use it."),
        ("Utilize it. UTILIZE it.", "Use it. USE it."),
        ("He utilizes a utilized tool.", "He uses a utilized tool."),
        ("The e-mail’s sender and e-mails.", "The email’s sender and e-mails."),
        ("A Web  site. Web site rules.", "A website. Website rules."),
        ("A web site.", "A website."),
        ("On the Internet. Internet rules. An internet.", "On the internet. Internet rules. An internet."),
        ("At mcdonalds, at Mcdonalds.", "At McDonald’s, at McDonald’s."),
        ("She doesn’t wanna go.", "She doesn't want to go."),
        ("“We utilize it,” she said.", "“We utilize it,” she said."),
        ("The FAÇADE. A façades.", "The FRONT. A façades."),
        ("See utilize.example. They utilize.", "See utilize.example. They use."),
        ("Ask @utilize or #utilize to utilize it.", "Ask @utilize or #utilize to use it."),
    ],
)
def test_the_right_word_in_the_case_of_the_wrong_one(text: str, expected: str) -> None:
    assert mended(WORDS, text) == expected


def test_capitals_can_matter() -> None:
    assert (
        mended(Preferred({"Fall": "autumn"}, case=True), "In the Fall they fall.")
        == "In the autumn they fall."
    )


def test_of_several_right_words_none_is_chosen() -> None:
    (found,) = told(Preferred({"kids": "children | young people"}), "Kids came.")
    assert (found.message, found.fix) == ("Kids → “Children” or “Young people”", None)


def test_a_word_beside_itself_is_no_fault() -> None:
    assert not told(Preferred({"okay": "OK|okay then"}), "OK, OKs.")
    assert not told(Preferred({"adviser": "ADVISER"}), "ADVISER and Adviser.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"utilize": ""}, "“utilize” has no word in its place; banned with remove takes words out"),
        ({"kids": "children|"}, "“kids” has no word in its place; banned with remove takes words out"),
        ({"use": "use"}, "“use” is preferred to itself"),
        ({"web site": "website", "Web  site": "site"}, "“Web  site” and “web site” are the same word"),
    ],
)
def test_what_cannot_be(words: dict[str, str], said: str) -> None:
    assert problems(Preferred(words)) == {"words": said}
    assert not problems(WORDS)


def test_words_that_are_tied_to_others_can_be_left_alone() -> None:
    text = "A nee, a tai-nee, a nee-san, a nee's."
    assert marked(Preferred({"nee": "née"}), text) == ["nee"] * 4
    assert marked(Preferred({"nee": "née"}, alone=True), text) == ["nee"]
