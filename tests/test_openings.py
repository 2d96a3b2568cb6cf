"""How blocks begin."""

from __future__ import annotations

import pytest

from stylelint.openings import Openings, plain

WANTED = ("sign up",), ("read",), ("read more",), (), ("follow",), ("read more", "sign")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read more of it", [1, 2, 5]),
        ("• [SIGN UP]", [0, 5]),
        ("Follow us", [4]),
        ("Follo", []),
        ("Bread", []),
        ("Re", []),
        ("", []),
    ],
)
def test_who_looks_for_what_a_stretch_begins_with(text: str, expected: list[int]) -> None:
    assert sorted(Openings(enumerate(WANTED)).of(plain(text))) == expected
