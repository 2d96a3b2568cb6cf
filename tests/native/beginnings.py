"""Arguments for the function of beginnings.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import combined, of

_WORDS = "vara", "varas", "varab", "var", "é", "łódź", "v-ara", "𝄞x", ""
_MANY = [f"var{a}{b}" for a in "abcdefghi" for b in "klmnopqr"]

ARGUMENTS = {
    "beginnings": st.tuples(
        of(" ".join((*_WORDS[:8], "varal", "varkk")), "    as\n"),
        st.frozensets(st.sampled_from(_WORDS)) | st.sampled_from([{"vara"}, {*_MANY, "vara"}]),
    ),
}

_TEXTS = combined(3, "vara varas var v-ara é", " .sa\n")
_SETS = (
    frozenset({"vara", "varas", "v-ara"}),
    frozenset({"var", "é", "varas."}),
    frozenset({"vara", *_MANY, "é"}),
)

CASES = {
    "beginnings": [
        *((f" {text}", wanted) for text in _TEXTS for wanted in _SETS),
        *(("a" * size + " vara", frozenset({"vara"})) for size in range(1010, 1030)),
    ]
}
