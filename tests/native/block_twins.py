"""Arguments for the functions of twins.c and captions.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from stylelint.checks._likeness import Twins
from stylelint.checks._twins import Wanted
from stylelint.document import Block

KINDS = st.sampled_from(["alt", "alt", "paragraph", "figure", ""])
ROLES = st.sampled_from(["caption", "caption", "metadata", "paragraph", "standfirst"])
LETTERS = st.sampled_from(["A ship", "a SHIP", "Ships", "4 of them", "The pier", "_a"])
OPENINGS = LETTERS | st.sampled_from(["Ann’s", "Ann's", "Annß", "the", "“Ann", " x", "", "É", "K"])


@st.composite
def captions(draw: st.DrawFn) -> tuple[str, Any]:
    """Draw a text whose blocks begin alike, some of them captions."""
    text, blocks = "", list[Block]()
    usual = draw(st.sampled_from([LETTERS, OPENINGS]))
    rest = st.sampled_from(
        ["", "", " lies on its side", ", lies ON its side.", " in São", " \x1a", " (AP)", "/Getty"]
    )
    for caption in draw(st.lists(st.tuples(usual, rest).map("".join), max_size=9)):
        blocks.append(Block(len(text), len(text) + len(caption), draw(KINDS), draw(ROLES)))
        text += caption + draw(st.sampled_from(["\n", "", "é"]))
    return text, draw(st.sampled_from([list, tuple]))(blocks)


SHARES = st.sampled_from([0.0, 0.3, 0.6, 0.85, 1.0])
COUNTS = st.integers(0, 9)
EITHER = st.none() | st.booleans()
WANTED = st.builds(
    Wanted, st.sampled_from(["", "", "alt", "standfirst"]), EITHER, EITHER,
    *[st.just(0.0) | SHARES] * 2, *[st.just(0) | COUNTS] * 2, *[st.just(2.0) | SHARES] * 2,
    st.sampled_from([0, 0, 1, 2, 9]),
)  # fmt: skip
"""Which are met by few twins where much is wanted at once."""


@st.composite
def told(draw: st.DrawFn) -> tuple[object, ...]:
    """Draw twins, and what is wanted of them."""
    blocks = draw(st.lists(st.builds(Block, st.just(0), st.just(4), KINDS, ROLES), min_size=1, max_size=6))
    number = st.integers(0, len(blocks) - 1)
    credited = st.tuples(st.booleans(), st.booleans())
    fields = number, number, st.booleans(), SHARES, SHARES, COUNTS, COUNTS, COUNTS, credited
    twins = draw(st.lists(st.builds(Twins, *fields), max_size=9))
    roles = draw(st.none() | st.frozensets(ROLES) | st.sets(ROLES))
    return twins, tuple(blocks), roles, draw(WANTED | st.just(Wanted()))


ARGUMENTS = {
    "alike_captions": captions(),
    "chosen": told(),
}
