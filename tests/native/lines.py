"""Arguments for the function of lines.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

ARGUMENTS = {"line_starts": st.tuples(of("", "\r\n\n\x0b\x85\u2028a") | of("", "\n\na") | of("", "\r\n\n€𝄞"))}
