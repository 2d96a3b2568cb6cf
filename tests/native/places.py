"""Arguments for the functions of places.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

ARGUMENTS = {"ascii_view": st.tuples(of("", "a ?*_~\\<“”‘’…–—•«»é𝄞\x7f\x80", st.characters(codec="utf-8")))}
