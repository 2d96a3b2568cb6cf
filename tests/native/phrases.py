"""Arguments for the functions of phrases.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import TEXT, mostly, of

_PHRASES = (
    "Pro Publica", "Pro", "pro", "Publica", "Pro Publica's", "(Pro", "Pro)", "s", "ss", "Élan Vital", "élan",
    "Pro-Publica", "'s", "2nd", "𝄞a", "a_b", "Pros", "Pro  Publica", "P" * 256, "P" * 257, "P" * 255 + " a",
)  # fmt: skip
_TEXT = of("Pro Publica Élan Vital élan Pros s ss 2nd 𝄞a a_b " + "P" * 256, "    -'()s.é²")
_WORDS = [*(f"{one} " for one in _PHRASES), "Pro Publicas ", "Pross ", "Publicasa ", "xs, ", "ProPublica"]
_SETS = st.frozensets(
    st.sampled_from(_PHRASES[:12]) | st.sampled_from(_PHRASES), min_size=1, max_size=12
) | st.just(frozenset(_PHRASES))
_NO_WORDS = st.sampled_from([frozenset({"", "Pro"}), frozenset({"-"}), frozenset()])

_IN_A_ROW = st.lists(st.sampled_from(_WORDS), min_size=3).map("".join)
_MOST = st.tuples(mostly(_IN_A_ROW, _TEXT | TEXT | st.just("Pro Publica and " * 600)), _SETS)

ARGUMENTS = {"standing": mostly(_MOST, st.tuples(_TEXT, _NO_WORDS))}
