"""Arguments for the functions of credits.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

WORDS = (
    "animation cartoon Chart COLLECTION credit Drawing graphic illustration ıllustration İmage image map "
    "photo Photograph picture via ſignal video on , file File FILE pool Pool POOL files"
)
SIGNS = of(WORDS, "aZ1é𝄞 ,.:/|©)](İıſK")

KNOWN = frozenset({"ap", "getty", "cq", "u.s", "é", "\ud800", ""})
NAMED = of("ap .ap. getty u.s. u.s..", " /|,.é\ud800𝄞\xa0\x1fa")

ARGUMENTS = {
    "has_sign": st.tuples(SIGNS),
    "names_one": st.tuples(NAMED, st.sets(st.sampled_from(sorted(KNOWN))).map(frozenset)),
}
