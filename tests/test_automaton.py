"""The automata into which the needs of rules are compiled."""

from __future__ import annotations

import pytest

from stylelint.automaton import Automaton, _beginning
from stylelint.checks.base import Need
from stylelint.document import Block, Document


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        ("^ads?$", "^"),
        ("^(?:ad|advert)$|^promo", "^"),
        ("^ad|promo", ""),
        (r"^[(|]promo\|", "^"),
        (r"^\(ad|promo", ""),
        ("[.!?] ?(?:sign up|read more)", "["),
        ("[.!?] ?sign up|^ad", ""),
        (("^ad", "^promo"), "^"),
        (("^ad", "promo"), ""),
        ("promo", ""),
        ("(?:^ad)", ""),
        ("^[^|]|[.!]ad", ""),
        (("[.!]ad", "^ad"), ""),
    ],
)
def test_how_a_need_begins(need: Need, expected: str) -> None:
    assert _beginning(need) == expected


@pytest.mark.parametrize("first", [False, True])
def test_what_stands_first_is_found_either_way(first: bool) -> None:
    text = "ad one\nan ad\nAD"
    blocks = (Block(0, 6), Block(7, 12), Block(13, 15))
    automaton = Automaton([("^ad", (4, 0)), ("^an? ad$", (5, 1))], by_block=True, first=first)
    found = automaton.in_blocks(Document("a.txt", text, text, blocks))
    assert [(index, set(owners)) for index, owners in found] == [(0, {(4, 0)}), (1, {(5, 1)}), (2, {(4, 0)})]
