"""How rare is what an expression waits for?"""

from __future__ import annotations

import pytest

from stylelint.rarity import rarity, rarity_of
from stylelint.signs import BEGIN, EDGE, FREE, LOWER, UPPER


@pytest.mark.parametrize(
    ("rarer", "than"),
    [
        ("pier", "tear"),
        ("piers", "pier"),
        ("Pier", "pier"),
        ("pier", chr(ord("p") + FREE)),
        (f"{EDGE}pier", "pier"),
        (f"{UPPER}pier", f"{LOWER}pier"),
        ("\ufffd", "#"),
        ("a  ", "a "),
    ],
)
def test_what_is_rarer(rarer: str, than: str) -> None:
    assert rarity(rarer) > rarity(than)


@pytest.mark.parametrize("text", ["", " ", EDGE, f"{LOWER} {UPPER}", BEGIN])
def test_what_has_no_letters_is_not_rare(text: str) -> None:
    assert rarity(text) == 0


def test_of_two_one_is_met_more_often() -> None:
    assert rarity_of(["pier"]) == pytest.approx(rarity("pier"))
    assert rarity_of(["pier", "reip"]) == pytest.approx(rarity("pier") - 10)
    assert rarity_of([]) == 0
