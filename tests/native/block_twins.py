"""Arguments for the functions of twins.c and captions.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

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


@st.composite
def pairs(draw: st.DrawFn) -> tuple[object, ...]:
    """Draw pairs of blocks, and what is asked of them."""
    blocks = draw(st.lists(st.builds(Block, st.just(0), st.just(4), KINDS, ROLES), min_size=1, max_size=6))
    number = st.integers(0, len(blocks) - 1)
    both = draw(st.lists(st.tuples(number, number), max_size=9))
    roles = draw(st.none() | st.frozensets(ROLES) | st.sets(ROLES))
    return both, tuple(blocks), roles, draw(st.sampled_from(["", "", "alt", "standfirst"]))


ENDS = st.sampled_from(["", " (AP)", " ap", " Photo", "/Getty", " "]) | OPENINGS


@st.composite
def credited(draw: st.DrawFn) -> tuple[object, ...]:
    """Draw a draft some blocks of which end in credits or have one below, and pairs of them."""
    prose, blocks = "", list[Block]()
    for text in draw(st.lists(st.tuples(OPENINGS, ENDS).map("".join), min_size=1, max_size=6)):
        role = draw(st.sampled_from(["credit", "paragraph", "caption"]))
        blocks.append(Block(len(prose), len(prose) + len(text), "paragraph", role))
        prose += text + "\n"
    number = st.integers(0, len(blocks) - 1)
    return prose, tuple(blocks), draw(st.lists(st.tuples(number, number), max_size=6))


ARGUMENTS = {
    "alike_captions": captions(),
    "chosen": pairs(),
    "may_be_credited": credited(),
}
