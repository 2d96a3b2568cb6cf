"""Arguments for the functions of roles.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from stylelint.anatomy.agencies import PICTURES
from stylelint.anatomy.lines import BYLINES, NOTES
from stylelint.anatomy.roles import _LABELS
from stylelint.document import Block
from tests.native.blocks import lined
from tests.native.credits import WORDS
from tests.native.strategies import combined, of

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

_HEADS = ("", *"-*·•‣▪●◦+1²AZaz@[`{(éÉİ", *BYLINES, *sorted(NOTES), *map(str.upper, NOTES), *_LABELS)
_LAST = ("", *"a.!?:;,…\"”’')]–—-Z2", "?)", 'a"', "). ", "é")
_LONG = (
    *(f"Aa{'b' * size}" for size in (*range(86, 92), *range(395, 401), *range(1995, 2001))),
    *(f"By {'b' * size}" for size in range(395, 401)),
    *(f"- {'b' * size}." for size in range(1994, 2000)),
    *("Aa" + " b" * number for number in range(11, 16)),
    *(f"A{middle} Cd" for middle in combined(4, "", "aB.! ")),
)


def _looked(lines: tuple[str, ...], number: int) -> list[tuple[Any, ...]]:
    """Look at so many lines at a time."""
    some = [lines[at : at + number] for at in range(0, len(lines), number)]
    return [(lined(part)[1], lined(part)[0], plain, PICTURES) for part in some for plain in (True, False)]


_SHORT = tuple(f"{head} say so{last}" for head in _HEADS for last in _LAST)

CASES = {"first_look": [*_looked(_SHORT, 5), *_looked(_SHORT, 5000), *_looked(_LONG, 9)]}
