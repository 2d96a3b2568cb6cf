"""Arguments for the functions of lines.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.native.strategies import of

_LINES = of("", "\r\n\n\x0b\x85\u2028a") | of("", "\n\na") | of("", "\r\n\n€𝄞")
_PLACES = st.integers(0, 60)


ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "line_end": st.tuples(_LINES, _PLACES, _PLACES),
    "line_starts": st.tuples(_LINES),
    "place_among": st.tuples(st.lists(_PLACES).map(lambda places: sorted({0, *places})), _PLACES),
}
