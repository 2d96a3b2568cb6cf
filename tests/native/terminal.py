"""Arguments for the function of terminal.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

_EDGES = "a\t\x7f\xac\xad\xae\u02ff\u0300\u200f\u2010\u2027\u2028\u209f\u20a0\u20bf\u20c0漢😀"

ARGUMENTS = {"is_narrow": st.tuples(of("", _EDGES) | st.text("a\xe9\u2019", max_size=40))}
