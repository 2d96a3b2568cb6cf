"""Arguments for the function of places.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import combined, of

LETTERS = "a ?*_~\\<“”‘’…–—•«»é𝄞\x7f\x80"
ARGUMENTS = {"ascii_view": st.tuples(of("", LETTERS, st.characters(codec="utf-8")))}

CASES = {
    "ascii_view": [
        *((text,) for text in combined(2, "", LETTERS)),
        *(("a" * size + text,) for size in range(13, 18) for text in ("é*", "*é", "<é", "é", "*“", "a*")),
    ]
}
