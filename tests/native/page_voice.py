"""Arguments for the functions of page_voice.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import BOUND, of

ARGUMENTS = {"run_ins": st.tuples(of("newYou closed.Sign ab", "aZ.!?\"')] é—𝄞"), BOUND, BOUND)}
