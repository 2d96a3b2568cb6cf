"""Arguments for the functions of twins.c and captions.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from stylelint.checks._likeness import Twins
from stylelint.checks._twins import Wanted
from stylelint.document import Block
from tests.native.strategies import mostly

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
_WISHES: dict[str, st.SearchStrategy[Any]] = {
    "one": st.sampled_from(["alt", "standfirst"]),
    **dict.fromkeys(("exact", "credited"), st.booleans()),
    **dict.fromkeys(("inside", "share", "inside_below", "share_below"), SHARES),
    **dict.fromkeys(("together", "shorter"), COUNTS),
    "times": st.sampled_from([1, 2, 9]),
}


@st.composite
def wanted(draw: st.DrawFn) -> Wanted:
    """Draw what is wanted of twins: few are met by much at once."""
    few = st.sets(st.sampled_from(sorted(_WISHES)), max_size=2)
    names = sorted(draw(mostly(few, st.just(set(_WISHES)))))
    return Wanted(**{name: draw(_WISHES[name]) for name in names})


@st.composite
def told(draw: st.DrawFn) -> tuple[object, ...]:
    """Draw twins, and what is wanted of them."""
    blocks = draw(st.lists(st.builds(Block, st.just(0), st.just(4), KINDS, ROLES), min_size=1, max_size=6))
    number = st.integers(0, len(blocks) - 1)
    credited = st.tuples(st.booleans(), st.booleans())
    fields = number, number, st.booleans(), SHARES, SHARES, COUNTS, COUNTS, COUNTS, credited
    twins = draw(st.lists(st.builds(Twins, *fields), max_size=9))
    roles = draw(st.none() | st.frozensets(ROLES) | st.sets(ROLES))
    return twins, tuple(blocks), roles, draw(wanted())


ARGUMENTS = {
    "alike_captions": captions(),
    "chosen": told(),
}
