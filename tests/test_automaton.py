"""The automata into which the needs of rules are compiled."""

from __future__ import annotations

import pytest

from stylelint.automaton import Automaton, _beginning
from stylelint.checks.base import Need
from stylelint.document import Block, Document
from stylelint.openings import Owner


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        ("^ads?$", "^"),
        ("^(?:ad|advert)$|^promo", "^"),
        ("^ad|promo", ""),
        (r"^[(|]promo\|", "^"),
        (r"^\(ad|promo", ""),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sign up for our podcast", {(4, 0), (5, 1)}),
        ("Our podcast: sign up", {(4, 0), (5, 1)}),  # more than it asks for
        ("Sign up", {(5, 1)}),
        ("Log in and see", {(5, 1), (6, 0)}),
        ("Log out and see", set()),
    ],
)
def test_what_is_parted_belongs_to_whoever_asked(text: str, expected: set[Owner]) -> None:
    needs: list[tuple[Need, Owner]] = [
        (r"sign up[^\n]*podcast", (4, 0)),
        ("(?:sign up|log in)", (5, 1)),
        (("(?:sign up|log in)", "and see"), (6, 0)),
    ]
    assert set(Automaton(needs).met(Document("a.txt", text, text, (Block(0, len(text)),)))) == expected
