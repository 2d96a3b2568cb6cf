"""Who waits for what."""

from __future__ import annotations

import pytest

from stylelint.signs import ANY_CASE
from stylelint.waiting import Need, Wait, known_in_blocks, wait_of

BOAT, PIER, GULL = (ANY_CASE + word for word in ("boat", "pier", "gull"))


@pytest.mark.parametrize(
    ("need", "text", "block"),
    [
        ("boat|pier", ((("boat", BOAT), ("pier", PIER)),), ((("", f"{BOAT}\n{PIER}"),),)),
        ("boat|[^a]", ((("boat", BOAT), ("[^a]", "")),), ((("", BOAT), ("[^a]", "")),)),
        ("[^a]", ((("[^a]", ""),),), ((("[^a]", ""),),)),
        (("boat|pier", "gull"), ((("boat", BOAT), ("pier", PIER)), (("gull", GULL),)),
         ((("", f"{BOAT}\n{PIER}"),), (("", GULL),))),
        ("", (), ()),
    ],
)  # fmt: skip
def test_in_blocks_the_branches_with_factors_are_one(need: Need, text: Wait, block: Wait) -> None:
    assert (wait_of(need), wait_of(need, in_block=True)) == (text, block)


@pytest.mark.parametrize(
    ("expression", "need", "known"),
    [
        ("boat|pier", "boat|pier", True),
        (r"\bboat[^\n]*", "boat", True),
        (r"boat\spier", "boat", False),  # a line end is a blank as well
        ("boat[^z]", "boat", False),
        ("boat|[xyz]", "boat|[xyz]", False),  # one branch has nothing that must stand there
        (r"boat[^\n]*pier", r"boat[^\n]*pier", False),  # two parts, and many a block has one of them
        ("boat", "", False),
    ],
)
def test_of_some_expressions_it_is_known_in_which_blocks_they_may_match(
    expression: str, need: str, known: bool
) -> None:
    assert known_in_blocks([expression], [need]) == known
