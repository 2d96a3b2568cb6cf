"""Arguments for the functions of text.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.document import Span
from tests.native.strategies import combined, of

LINES = of("\r\n \n\n", "aé𝄞 \t\n\r\f\v\x1c\x85\xa0\u200b\u2028\u2029\u2060\u3000\ufeff")
PLACE = st.integers(0, 2**40)
SIGNS = st.builds(str.__add__, st.sampled_from("ab\n"), st.text("ab𝄞", max_size=3))

ARGUMENTS = {
    "signs_in": st.tuples(of("aab", "ab𝄞\n"), st.lists(SIGNS, max_size=9).map(tuple)),
    "stretches": st.tuples(LINES),
    "paragraphs": st.tuples(st.lists(st.builds(Span, PLACE, PLACE))),
}

_ODD = " \t\n\r\f\v\x1c\x1f\x85\xa0\u200b\u2028\u2029\u2060\u3000\ufeffa"

CASES = {
    "signs_in": [
        (text, signs)
        for text in combined(4, "", "ab\n𝄞")
        for signs in (("a", "b"), ("ab", "a𝄞"), ("\n", "ba"), ("b𝄞", "b"), ("aab",))
    ],
    "stretches": [(text,) for text in (*combined(4, "", "\r\na \t"), *combined(3, "", _ODD))],
}
