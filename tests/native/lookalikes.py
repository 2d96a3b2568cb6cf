"""Arguments for the functions of lookalikes.c and spelling.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.checks._spelling import ENDINGS
from tests.native.strategies import TEXT, of

_STARTS = "Var", "Sten", "Obra", "Phi", "Quix", "Ámb", "Zhou", "MacVar", "BELT", "Şah", "Ba-Var"
_ENDS = (
    "a",
    "e",
    "o",
    "da",
    "ad",
    "cha",
    "sch",
    "kx",
    "tt",
    "t",
    "s",
    "n",
    "ian",
    "an",
    "ism's",
    "é",
    "ß",
    "ñ",
    "ł",
)

_WORDS = st.builds(
    "".join, st.tuples(st.sampled_from(_STARTS), *[st.sampled_from(_ENDS) | st.just("")] * 3, st.just(" "))
)
"""Words of which many are spelled nearly alike, or sound alike, or are made of one another."""

_NAMES = st.lists(_WORDS, min_size=6, max_size=50).map("".join)
_FAMILY = of("Stena Stens Stene Stenan Stenian Stenas", " ")
_CROWDS = st.lists(
    st.text("abc", min_size=3, max_size=5).map("Var {}".format), min_size=60, max_size=120
).map(lambda ends: " ".join(end.replace(" ", "") for end in ends))
_ODD = of("Vara Varda VaraTide Tide Sandoria-Belt Sandoria-Belts Sandor", "aéÉİΣßǅł-_'2 ")
_OPENERS = st.sampled_from([frozenset(), frozenset({"Varada", "Stena"})])

ARGUMENTS = {
    "lookalikes": st.tuples(_NAMES | _CROWDS | _FAMILY | _ODD | TEXT, _OPENERS, st.just(ENDINGS)),
}
