"""Arguments for the functions of sentences.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import combined

LETTERS = "aI  ..!?…\"'’”»)]([“‘«¿¡—–-/É𝄞\u2003\n"
WORDS = (*LETTERS, "Mr", "no", "said", "p.m", ". ", ". The ", "\u0130")
ENDS = (
    "it. The ", "Mr. A ", "Mr. a", "no. I", 'it." (A', "it.) -  ", "x… (a", "X… “A", "p.m. I", "A. I", ".. I",
    "it. é", "! ",
)  # fmt: skip
PIECES = st.sampled_from(WORDS) | st.sampled_from(ENDS) | st.sampled_from(ENDS) | st.characters()
TEXTS = st.lists(PIECES, max_size=30).map("".join)

ARGUMENTS = {
    "stops": st.tuples(
        TEXTS,
        st.integers(-2, 80) | st.just(2**40),
        st.sets(st.sampled_from(["mr", "no", "", "i\u0307a"])).map(frozenset),
    ),
}

_MET = "\n".join(combined(3, "Mr no p.m The", 'aIÉ .!?…"”)([“«¿—-/\u2003\n'))

CASES = {
    "stops": [
        (_MET, len(_MET), frozenset({"mr"})),
        *((text, len(text), frozenset({"no"})) for text in combined(3, "no", '.!…"A a\n')),
    ]
}
