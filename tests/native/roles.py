"""Arguments for the functions of roles.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.anatomy.agencies import PICTURES
from stylelint.anatomy.lines import BYLINES, NOTES
from stylelint.anatomy.roles import _LABELS
from stylelint.document import Block
from tests.native.credits import WORDS
from tests.native.strategies import of

NOTED = st.builds(
    str.__add__, st.sampled_from(["(", "*", "[ ", "* (", "(* [", "[_", "(É"]), st.sampled_from(sorted(NOTES))
)
STARTS = st.sampled_from(["", "“", "İ", "- ", "* ", "1. ", "· ", *BYLINES, *sorted(NOTES), *_LABELS]) | NOTED
MIDDLES = of(f"{WORDS} Getty AP getty.", "aZ1é𝄞  .,:/|©)]\xa0-") | st.just("Word " * 17)
ENDS = st.sampled_from(
    ["", "a", ".", "”", '"', "…", ")", ").", "]", "–", "! a", "ab. Cd", " " * 90, "a" * 400]
)
SHORT = st.sampled_from(sorted(PICTURES)).flatmap(
    lambda t: st.sampled_from([t, f" {t.upper()}. ", f"{t} {t}", f"({t}"])
)
TEXTS = st.builds(lambda *parts: "".join(parts) or "x", STARTS, MIDDLES, ENDS) | SHORT
KINDS = st.sampled_from(
    [("paragraph", "paragraph")] * 9
    + [("heading", "headline"), ("heading", "crosshead"), ("item", "list-item")]
)


@st.composite
def drafts(draw: st.DrawFn) -> tuple[tuple[Block, ...], str, bool, frozenset[str]]:
    """Return blocks with their prose, in the middle of which the paragraphs are neither first nor last."""
    prose, blocks = "", list[Block]()
    plain = draw(st.sampled_from([0, 9]))
    for text in ["Aa."] * plain + draw(st.lists(TEXTS, min_size=1, max_size=6)) + ["Aa."] * plain:
        blocks.append(Block(len(prose), len(prose) + len(text), *draw(KINDS)))
        prose += text + "\n"
    return tuple(blocks), prose, draw(st.booleans()), PICTURES


ARGUMENTS = {"first_look": drafts()}
