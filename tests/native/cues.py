"""Arguments for the functions of cues.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.blocks import KINDS, drafts
from tests.native.strategies import of

TEXT = of("sign up", "aZ  \"'é—𝄞", st.characters(codec="utf-8"))

ARGUMENTS = {
    "short_blocks": st.builds(
        lambda draft, *rest: (*draft, *rest),
        drafts(TEXT),
        st.lists(st.sampled_from(KINDS), min_size=1).map(tuple),
        st.integers(-1, 40),
        st.integers(-1, 6),
    ),
}
