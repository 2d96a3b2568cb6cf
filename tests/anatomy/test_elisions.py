"""Words that have lost their beginning."""

from __future__ import annotations

import pytest

from stylelint.anatomy.elisions import ELISIONS, is_elided


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("em up", True),
        ("Tis so", True),
        ("90s", True),
        ("05", True),
        ("emu", False),
        ("905", False),
        ("90x", False),
        ("", False),
    ],
)
def test_words_that_are_elided(text: str, expected: bool) -> None:
    assert is_elided(text, 0, len(text), ELISIONS) is expected


def test_a_word_ends_with_its_block() -> None:
    assert is_elided("emu", 0, 2, ELISIONS)
