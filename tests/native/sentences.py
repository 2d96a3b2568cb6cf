"""Arguments for the functions of sentences.c."""

from __future__ import annotations

from hypothesis import strategies as st

LETTERS = "aI  ..!?…\"'’”»)]([“‘«¿¡—–-/É𝄞\u2003\n"
WORDS = (*LETTERS, "Mr", "no", "said", "p.m", ". ", ". The ", "\u0130")
TEXTS = st.lists(st.sampled_from(WORDS) | st.characters(), max_size=30).map("".join)

ARGUMENTS = {
    "stops": st.tuples(
        TEXTS, st.integers(-2, 80), st.sets(st.sampled_from(["mr", "no", "", "i\u0307a"])).map(frozenset)
    ),
}
