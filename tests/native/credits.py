"""Arguments for the functions of credits.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

WORDS = (
    "animation cartoon Chart COLLECTION credit Drawing graphic illustration ıllustration İmage image map "
    "photo Photograph picture via ſignal video on , file File FILE pool Pool POOL files"
)
SIGNS = of(WORDS, "aZ1é𝄞 ,.:/|©)](İıſK")

ARGUMENTS = {"has_sign": st.tuples(SIGNS)}
