"""Arguments for the functions of furniture.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.blocks import KINDS, drafts
from tests.native.strategies import of

WORDS = ("", "a", "sign up", "ss", 'z"', "k", "é", " ")
LINES = st.lists(st.lists(st.sampled_from(WORDS), max_size=3).map(tuple), max_size=4).map(tuple)
TEXT = of("sign up", "aAsSZk  \"'é—ßſK\u2003𝄞", st.characters(codec="utf-8"))
NUMBERS = st.none() | st.sets(st.integers(0, 5), max_size=3) | st.frozensets(st.integers(0, 5), max_size=3)


@st.composite
def looks(draw: st.DrawFn) -> tuple[object, ...]:
    """Draw a draft, some of its blocks, and what to look for in them."""
    text, blocks = draw(drafts(TEXT))
    seen = draw(st.dictionaries(st.integers(0, len(blocks) - 1), NUMBERS, max_size=3)) if blocks else {}
    kinds = tuple(draw(st.lists(st.sampled_from(KINDS), min_size=1)))
    return text, blocks, seen, draw(LINES), kinds, draw(st.integers(-1, 5))


ARGUMENTS = {"may_be_lines": looks()}
