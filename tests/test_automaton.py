"""The expressions that have too few letters to be known by."""

from __future__ import annotations

import pytest

from stylelint.automaton import Automaton
from stylelint.document import Block, Document
from stylelint.signs import ANY_CASE


@pytest.mark.parametrize(
    ("text", "anywhere", "in_blocks"),
    [
        ("ad one\nan ad\nAD", [7], [(0, 3), (1, 4), (2, 3)]),
        ("nothing\n\n7 piers", [5], []),
        ("nothing\n\n7 ads", [5], [(1, 4)]),
        ("", [], []),
    ],
)
@pytest.mark.parametrize("read", [0, 10**9])
def test_what_matches_and_where(
    read: int, text: str, anywhere: list[int], in_blocks: list[tuple[int, int]]
) -> None:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks += [Block(at, at + len(line))] * bool(line)
        at += len(line) + 1
    automaton = Automaton(
        [(7, (r"\ba[n]", "an", False)), (5, (r"\d", "", False))],
        [(3, ("^ad", ANY_CASE + "ad", False)), (4, ("^(?:7|an) ad(?:$|s$)", " ad", False))],
    )
    automaton._read = read
    found, pairs = automaton.seen(Document("a.txt", text, text, tuple(blocks)))
    assert (sorted(found), sorted(pairs)) == (anywhere, in_blocks)
