"""Arguments for the functions of speech.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.anatomy.elisions import ELISIONS
from tests.native.blocks import drafts

MARKED = st.text(
    st.sampled_from("“”‘’'\"" * 4 + "„‟«»‚‛ \n.,?!aeEinstx(—058½′𝄞İ\x1a") | st.characters(), max_size=24
)
LONG = st.lists(st.sampled_from(["“so”", '"no"', "‘90s ", "x" * 40, " boys’ ", "'em", "6’2”"])).map("".join)

SPANS = st.tuples(st.integers(0, 300), st.integers(0, 300)).map(lambda ends: tuple(sorted(ends)))

ARGUMENTS = {
    "outermost": st.tuples(st.lists(SPANS | SPANS.map(lambda span: (*span, "x")), max_size=8).map(sorted)),
    "quoted": st.tuples(
        drafts(MARKED | LONG), st.sampled_from([ELISIONS, frozenset({"x", "90st"}), frozenset()])
    ).map(lambda drawn: (*drawn[0], drawn[1])),
}
