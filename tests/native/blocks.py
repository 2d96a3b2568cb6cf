"""Texts with blocks, for the functions that are asked about whole drafts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise

from hypothesis import strategies as st

from stylelint.document import Block

KINDS = ("paragraph", "heading", "item")
ROLES = st.sampled_from(["paragraph", "paragraph", "headline", "caption", "furniture", "code", "quotation"])


@st.composite
def drafts(draw: st.DrawFn, text: st.SearchStrategy[str]) -> tuple[str, tuple[Block, ...]]:
    """Draw a text and the blocks of it, which are in order and do not overlap."""
    drawn = draw(text)
    places = sorted({0, len(drawn), *draw(st.lists(st.integers(0, len(drawn)), max_size=5))})
    blocks = [Block(*span, kind=draw(st.sampled_from(KINDS)), role=draw(ROLES)) for span in pairwise(places)]
    return drawn, tuple(block for block in blocks if draw(st.integers(0, 4)))


@st.composite
def in_lines(draw: st.DrawFn, lines: st.SearchStrategy[str]) -> tuple[str, tuple[Block, ...]]:
    """Draw the lines of a text, with a block for each, so that a block is more often what is looked for."""
    text, blocks = "", list[Block]()
    for line in draw(st.lists(lines, min_size=1, max_size=7)):
        place = len(text), len(text) + len(line)
        blocks.append(Block(*place, kind=draw(st.sampled_from(KINDS)), role=draw(ROLES)))
        text += f"{line}\n"
    return text, tuple(blocks)


def lined(lines: Iterable[str], role: str = "paragraph") -> tuple[str, tuple[Block, ...]]:
    """Return a text of these lines, and a block for each."""
    text = list(lines)
    ends = accumulate(len(line) + 1 for line in text)
    blocks = (Block(end - len(line) - 1, end - 1, role, role) for line, end in zip(text, ends, strict=True))
    return "\n".join(text), tuple(blocks)
