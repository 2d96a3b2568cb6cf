"""Arguments for the functions of masks.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

PAIRS = of("{{ }} {% %}", "a{}%\n \t\r\xa0é𝄞")
PLACES = of("]( ]: [a [b]: '  [c]:' [e]:f", "a[]():\n \t\xa0é𝄞")
SPACED = st.builds(str.__add__, PLACES, st.sampled_from(["", "a" * 196, " " * 198]))
MARKS = st.sampled_from([("{{", "}}"), ("{%", "%}"), ("a", "a"), ("é{", "}")])

ARGUMENTS = {
    "between": st.tuples(PAIRS, MARKS, st.sampled_from([8000, 6]), st.integers(0, 9)).map(
        lambda drawn: (drawn[0], *drawn[1], *drawn[2:])
    ),
    "in_address": st.builds(lambda text, more: (text + more, len(text)), SPACED, PLACES),
}
