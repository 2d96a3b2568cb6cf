"""Who waits for what."""

from __future__ import annotations

import pytest

from stylelint.signs import ANY_CASE
from stylelint.waiting import Need, Wait, wait_of

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
