"""Arguments for the function of again.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import late, of

SENTENCES = of("the pier's o'clock well-known café 𝄞 a_1 .\" .') ?! .]", " \u2003\n'-.!?\")]éß\x1c")
OFTEN = st.lists(st.sampled_from(["the pier. ", 'a man." ', "one - two's three! ", "é"])).map("".join)

ARGUMENTS = {
    "long_sentences": st.tuples(SENTENCES | late(OFTEN), st.integers(0, 400), st.integers(-1, 4)),
}
