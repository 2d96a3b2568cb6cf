"""Arguments for the functions of diagnosing.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.native.strategies import of

_BLANKS = of("", " \t\r\n\n\r\x0b\x85\xa0\u2028aé€𝄞")


@st.composite
def _stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    """Draw a text and a stretch of it."""
    text = draw(_BLANKS)
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return text, start, end


_MESSAGES = of("{found} {other} {replacement} {} {found}} {{found} {othe", "{}aé€𝄞 ")
_TEXTS = st.sampled_from(["", "a", "é {found}", "€", "𝄞{other}"])
_VALUES = st.dictionaries(st.sampled_from(["other", "replacement", "found", ""]), _TEXTS)


ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "filled": st.tuples(_MESSAGES, _stretches(), _TEXTS, _VALUES).map(
        lambda drawn: (drawn[0], *drawn[1], *drawn[2:])
    ),
    "is_blank": _stretches(),
    "with_line_ends": _stretches(),
}
