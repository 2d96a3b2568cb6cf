"""Factors as expressions: letters that are others in one case."""

from __future__ import annotations

import pytest

from stylelint.signs import EDGE, LETTER, one_case
from stylelint.sought import KIN, Sought, set_apart

KELVIN = "\N{KELVIN SIGN}"


def test_the_letters_that_in_one_case_are_letters_of_ascii_are_known() -> None:
    assert set(KIN) == {one for one in map(chr, range(128, 0x110000)) if one_case(one) < "\x80"}


@pytest.mark.parametrize("text", ["", "a pier", "É", "Pier — 7"])
def test_most_texts_have_none_of_them(text: str) -> None:
    assert set_apart(text) is None


@pytest.mark.parametrize(
    ("factor", "text", "stands"),
    [
        ("kiss", f"{KELVIN}i\u017fS", True),
        (f"{EDGE}kiss", "a kiß", False),
        (f"{EDGE}kiss", "a ki\u017f\u017f", True),
        (f"{EDGE}iss", f"a {KELVIN}iss", True),  # a kelvin is no part of a word to RE2
        (f"iss{EDGE}", "issß", True),
        (f"issk{EDGE}", f"iss{KELVIN}", False),
        (f"{LETTER}iss", f"{KELVIN}iss", True),
        ("kiss", "\ufde0iss" + KELVIN, False),  # what is a sign elsewhere is none in a text
    ],
)
def test_they_are_found_and_are_no_parts_of_words(factor: str, text: str, stands: bool) -> None:
    sought, letters = Sought(), set_apart(text)
    sought.add(factor, 7)
    assert letters
    assert list(sought.among([b"", letters.encode()], apart=True)) == [(1, 7)] * stands
