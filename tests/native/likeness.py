"""Arguments for the function of likeness.c."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import strategies as st

from stylelint.document import Block, Span
from tests.native.strategies import ANY

SIGNS = st.sampled_from([" ", " ", " ", "  ", "\n", "'", "-", "''", "\u2003", ".", "", "\x1c", "\x1a"]) | ANY
WORDS = st.sampled_from(["the", "PIER", "o", "a_1", "é", "É€", "𝄞", "4", "İ", "ΟΔΟΣ"])
PHRASES = st.lists(st.tuples(WORDS, SIGNS).map("".join), max_size=4).map("".join)


@st.composite
def spans_and_pairs(draw: st.DrawFn) -> tuple[str, str, list[Block | Span], list[tuple[int, int]]]:
    """Draw a draft whose stretches have much in common, and some pairs of them."""
    phrases = draw(st.lists(PHRASES, min_size=1, max_size=4))
    text = st.lists(st.sampled_from(phrases), max_size=4) | st.lists(st.sampled_from(phrases), min_size=8)
    texts = draw(st.lists(text.map("".join), min_size=1, max_size=5))
    texts += [draw(st.sampled_from([f" {texts[0]}", texts[0].replace(" ", "\n"), texts[0] + ". "]))]
    texts[0] *= draw(st.sampled_from([1, 1, 1, 1, 20_000]))  # long enough to be put in lower case bit by bit
    ends = [0, *accumulate(map(len, texts))]
    spans = [draw(st.sampled_from([Block, Span]))(*two) for two in pairwise(ends)]
    folded = "".join(texts)
    prose = draw(st.just(folded) | st.just(folded.replace("4", "’").replace("o", "\x1a")))
    number = st.integers(0, len(spans) - 1)
    return folded, prose, spans, draw(st.lists(st.tuples(number, number), min_size=1, max_size=8))


ARGUMENTS = {
    "compared": spans_and_pairs(),
}
