"""Arguments for the function of passages.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

LINES = st.lists(
    st.sampled_from(
        ["the pier was closed after a storm", "THE PIER was closed after a storm", "she said it lies there",
         "and the old pier lay there, ", "and the red ship lay there, ",
         "café « Zürich » — and here", "the 𝄞 of it", "u", "m", "c", " ", "…", "nothing is the same", "Ünder"]
    ),
    max_size=8,
).map("".join)  # fmt: skip
"""With few letters to cut at, so that the cuts are long ones."""


@st.composite
def drafts(draw: st.DrawFn) -> tuple[bytes, Any]:
    """Draw lines, many of them several times, and blocks that begin and end in them."""
    known = draw(st.lists(LINES, min_size=1, max_size=5))
    text, blocks = "", list[tuple[int, int, str]]()
    for line in draw(st.lists(st.sampled_from(known), max_size=90)):
        start, end = draw(st.sampled_from([(0, 0), (0, 0), (2, 1), (len(line), 0), (-1, 0), (0, -9)]))
        blocks.append((max(0, len(text) + start), len(text) + len(line) - end, "paragraph"))
        text += line + "\n"
    return text.encode(), draw(st.sampled_from([list, tuple]))(blocks)


ARGUMENTS = {
    "sharing": drafts(),
}
