"""Arguments for the functions of quotes.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import BOUND, TEXT

ARGUMENTS = {
    "find_marks": st.tuples(TEXT) | st.tuples(TEXT, BOUND) | st.tuples(TEXT, BOUND, BOUND | st.none()),
}
