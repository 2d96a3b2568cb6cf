"""The kind `capitals`."""

from __future__ import annotations

import pytest

from stylelint.checks.capitals import Capitals
from tests.checks.told import marked, mended

CHECK = Capitals()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They found failure All over the port.", ["All"]),
        ("Lapland is cold. They joined the rescue In Lapland.", ["In"]),
        ("Norway said no. The letter came from Norway He had asked for.", ["He"]),
        ("It is in part a Matter of taste And nothing else.", ["And"]),
        ("They joined the rescue In Lapland.", []),
        ("The film In Bruges is set in Bruges. Bruges is old.", []),
        ("She read Of Mice and Men, Gone With the Wind, and sang Over the Rainbow.", []),
        ("The article by Jun He says so, and Dr. He agrees. A letter from Jun He shows it.", []),
        ("We the People is a site. They use We the People and like We the People.", []),
        ("There is one question: Who pays? And one answer… We do.", []),
        ("We thank God and know that He hears us.", []),
        ("They want Medicare for All in May.", []),
        ("The former Under Secretary of State met the All Blacks. State wins.", []),
        ("She said “the end Of it.”", []),
        ("Go to the updated About page.", []),
        ("speaker one We did not think so.", []),
        ("See more Before and After pictures.", []),
        ("Lapland is cold. They worked In the Lapland hills.", ["In"]),
        ("The word #In here and the @All handle.", []),
    ],
)
def test_words_of_grammar(text: str, expected: list[str]) -> None:
    assert marked(CHECK, text) == expected


def test_a_label_that_comes_again_and_again() -> None:
    text = "They spoke. archived recording We did. They spoke again. archived recording He did not."
    assert marked(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("They found failure All over the port.", "They found failure all over the port."),
        ("Lapland is cold. They worked In Lapland.", "Lapland is cold. They worked in Lapland."),
        # A full stop is missing; a small letter would hide it.
        ("The jeering protesters He spoke with his lawyers at length.",) * 2,
    ],
)
def test_mending(text: str, good: str) -> None:
    assert mended(CHECK, text, fix="unsafe") == good


def test_phrases_can_be_allowed() -> None:
    assert marked(Capitals(allow=("All over the port",)), "They found failure All over the port.") == []
