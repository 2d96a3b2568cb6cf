"""Arguments for the functions of diagnosing.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

_BLANKS = of("", " \t\r\n\n\r\x0b\x85\xa0\u2028aé€𝄞")


@st.composite
def _stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    """Draw a text and a stretch of it."""
    text = draw(_BLANKS)
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return text, start, end


ARGUMENTS = {"is_blank": _stretches(), "with_line_ends": _stretches()}
