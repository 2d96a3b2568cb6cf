"""Arguments for the function of again.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.document import Block
from tests.native.likeness import pairs_of
from tests.native.strategies import combined, late, of

SENTENCES = of("the pier's o'clock well-known café 𝄞 a_1 .\" .') ?! .]", " \u2003\n'-.!?\")]éß\x1c\x1aİ")
OFTEN = st.lists(
    st.sampled_from(["the pier. ", "The PIER. ", 'a man." ', "one - two's three! ", "é", "the pier.\u2003"])
).map("".join)
GREEK = st.lists(st.sampled_from(["ΟΔΟΣ. ", "οδος. ", "οδοσ. ", "ΟΔΟΣ", "İ. ", "i. "])).map("".join)


@st.composite
def drafts(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[object, ...]:
    """Draw blocks whose sentences come back, and pairs of them."""
    text, blocks = "", list[Block]()
    for block in draw(st.lists(texts, min_size=1, max_size=5)):
        blocks.append(Block(len(text), len(text) + len(block), "paragraph", "paragraph"))
        text += block + draw(st.sampled_from(["\n", "", "é"]))
    pairs = draw(st.lists(pairs_of(len(blocks)), max_size=6))
    return text, draw(st.sampled_from([list, tuple]))(blocks), pairs, draw(st.integers(-1, 4))


TEXTS = SENTENCES | late(OFTEN) | OFTEN
ARGUMENTS = {
    "said_again": drafts(TEXTS | GREEK),
}
ALONE = {"said_again": drafts(TEXTS)}


def _twice(text: str, least: int) -> tuple[object, ...]:
    """Ask for what a text and the same text share."""
    size = len(text)
    blocks = [
        Block(0, size, "paragraph", "paragraph"),
        Block(size + 1, 2 * size + 1, "paragraph", "paragraph"),
    ]
    return f"{text}\n{text}", blocks, [(0, 1), (1, 0)], least


CASES = {
    "said_again": [
        *(_twice(text, 1) for text in combined(3, "the pier's", " .!?\"')]-é\x1a\n")),
        *(_twice(" ".join("one two. ") * 3, least) for least in range(-1, 9)),
    ]
}
