"""Arguments for the functions that find candidates for slips: brackets, words twice, joints and the like."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.native.blocks import ROLES, drafts
from tests.native.strategies import BOUND, of

JOINED = of('U.S.The said.In 1999 Mc a,"b ... …', "aBcM.!?,;)]%'\"([ \n\x1a129é𝄞ß_")
DOTTED = of("... …", 'aBc .\n"é𝄞')
ROLE_SETS = st.frozensets(ROLES, max_size=3)


@st.composite
def rows(draw: st.DrawFn) -> tuple[str, list[tuple[Any, ...]]]:
    """Draw a text and quotations in it."""
    text = draw(of("", 'a  "“”'))
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=5))
    return text, [(start, end, "“", draw(st.booleans()), False, 0) for start, end in spans]


ARGUMENTS = {
    "blank_inside": rows(),
    "ellipses": st.tuples(DOTTED),
    "joints": st.tuples(JOINED, st.booleans()),
    "runs_out": st.tuples(
        st.lists(st.sampled_from(["a. B", "the " * 9, "x" * 40, " of", "-to", " ", "…", ".", "É"])).map(
            "".join
        ),
        BOUND,
        BOUND,
    ),
    "spoken_alone": st.tuples(drafts(of('"a." “a!” a', "\"“”'’.:? an\n")), ROLE_SETS, ROLE_SETS).map(
        lambda drawn: (*drawn[0], *drawn[1:])
    ),
    "uneven": drafts(of("() [] {}", "()[]{}\na é𝄞;=")),
    "unfinished": st.tuples(drafts(of("", "a1.\n é𝄞")), ROLE_SETS | st.none(), st.integers(-2, 4)).map(
        lambda drawn: (*drawn[0], *drawn[1:])
    ),
    "words_alone": st.tuples(of("ab aab éa", "ab -"), of("", "ab").map(lambda text: text[:3]), BOUND, BOUND),
    "words_twice": st.tuples(of("a ab that é𝄞", "  a\n")),
}
