"""Arguments for the function of twins.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import ANY

SIGNS = st.sampled_from([" ", " ", " ", "  ", "\n", "'", "-", "''", "\u2003", ".", "", "\x1c"]) | ANY
WORDS = st.sampled_from(["the", "pier", "o", "a_1", "é", "é€", "𝄞", "4"])
PHRASES = st.lists(st.tuples(WORDS, SIGNS).map("".join), max_size=4).map("".join)


@st.composite
def texts_and_pairs(draw: st.DrawFn) -> tuple[list[str], list[tuple[int, int]]]:
    """Draw texts that have much in common, and some pairs of them."""
    phrases = draw(st.lists(PHRASES, min_size=1, max_size=4))
    text = st.lists(st.sampled_from(phrases), max_size=4) | st.lists(st.sampled_from(phrases), min_size=8)
    texts = draw(st.lists(text.map("".join), min_size=1, max_size=5))
    texts += [draw(st.sampled_from([f" {texts[0]}", texts[0].replace(" ", "\n"), texts[0] + ". "]))]
    number = st.integers(0, len(texts) - 1)
    return texts, draw(st.lists(st.tuples(number, number), min_size=1, max_size=8))


ARGUMENTS = {
    "compared": texts_and_pairs(),
}
