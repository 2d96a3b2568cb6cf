"""What a compiled lookout keeps is read as it lies: whatever stands there, nothing is read beside it."""

from __future__ import annotations

from struct import pack, unpack_from

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stylelint.document import Block
from stylelint.lookout import Lookout
from stylelint.native import COMPILED
from stylelint.signs import ANY_CASE, BEGIN, BLANKS, EDGE, LETTER, MARK
from tests.seen import seen_in

pytestmark = pytest.mark.skipif(COMPILED is None, reason="nothing is compiled here")

ANYWHERE = ("pier", f"{ANY_CASE}the{BLANKS}pier\ncafé", f"{EDGE}{LETTER}b{EDGE}", "ﬁ𝄞")
IN_BLOCKS = (f"{BEGIN}boat", f"{BEGIN}{MARK}boat", "ship\nships")
TEXT = "- Boat.  the  pier of a café. Then a ship; ab. ﬁ𝄞\nboat ships"
BLOCKS = (Block(0, 50), Block(51, len(TEXT)))
FIRST = Lookout(ANYWHERE, IN_BLOCKS, ("the\nboat",), ("then",))
KEPT = bytes(FIRST.kept)
SUMMED = 16
"""Bytes before those of which there is a sum."""

PLACES = [*range(0, 56, 8), *range(len(KEPT) - 20 * 48, len(KEPT))]
"""The head, and all factors with their letters."""


def summed(block: bytes) -> bytes:
    """Return a block with the sum that it should have."""
    lanes, mask = [1, 2, 3, 4], (1 << 64) - 1
    total = len(block) - SUMMED
    for number, at in enumerate(range(SUMMED, len(block), 8)):
        lane = ((lanes[number % 4] ^ unpack_from("=Q", block, at)[0]) * 0x9E3779B97F4A7C15) & mask
        lanes[number % 4] = lane ^ lane >> 29
    for lane in lanes:
        total = ((total ^ lane) * 0xD6E8FEB86659FD93) & mask
    return block[:8] + pack("=Q", total) + block[SUMMED:]


def changed(at: int, value: int) -> bytes:
    return KEPT[:at] + bytes([value]) + KEPT[at + 1 :]


def test_the_sum_is_what_is_kept() -> None:
    assert summed(KEPT) == KEPT
    assert seen_in(Lookout.of(KEPT), TEXT, BLOCKS) == seen_in(FIRST, TEXT, BLOCKS)


@pytest.mark.parametrize("at", [0, 8, 16, 40, 9000, len(KEPT) - 100, len(KEPT) - 1])
def test_a_byte_that_is_another_is_seen(at: int) -> None:
    with pytest.raises(ValueError, match="not what a lookout keeps"):
        Lookout.of(changed(at, KEPT[at] ^ 1))


@pytest.mark.parametrize("kept", [b"", KEPT[:100], KEPT[:-8], KEPT + bytes(8), memoryview(b" " + KEPT)[1:]])
def test_another_size_or_place_is_seen(kept: bytes) -> None:
    with pytest.raises(ValueError, match="not what a lookout keeps"):
        Lookout.of(kept)


@settings(deadline=None, max_examples=60)  # to sum up takes its time
@given(st.sampled_from(PLACES), st.sampled_from([0, 1, 2, 3, 4, 127, 128, 255]))
def test_what_names_something_beside_it_is_refused_or_does_no_harm(at: int, value: int) -> None:
    try:
        lookout = Lookout.of(summed(changed(at, value)))
    except ValueError:
        return
    anywhere, pairs = seen_in(lookout, TEXT, BLOCKS)
    assert set(anywhere) <= set(range(2**20))
    assert {block for block, _ in pairs} <= {0, 1}


@pytest.mark.parametrize("count", [2**31, 2**32 - 1, 2**63])
def test_no_number_is_too_large_to_be_refused(count: int) -> None:
    for at in range(16, 48, 8):
        with pytest.raises(ValueError, match="not what a lookout keeps"):
            Lookout.of(summed(KEPT[:at] + pack("=Q", count) + KEPT[at + 8 :]))
