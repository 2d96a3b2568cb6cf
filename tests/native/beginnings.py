"""Arguments for the function of beginnings.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

_WORDS = "vara", "varas", "varab", "var", "é", "łódź", "v-ara", "𝄞x", ""
_MANY = [f"var{a}{b}" for a in "abcdefghi" for b in "klmnopqr"]

ARGUMENTS = {
    "beginnings": st.tuples(
        of(" ".join((*_WORDS[:8], "varal", "varkk")), "    as\n"),
        st.frozensets(st.sampled_from(_WORDS)) | st.sampled_from([{"vara"}, {*_MANY, "vara"}]),
    ),
}
