"""Arguments for the functions of lines.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.native.strategies import combined, of

_LINES = of("", "\r\n\n\x0b\x85\u2028a") | of("", "\n\na") | of("", "\r\n\n€𝄞")
_PLACES = st.integers(0, 60)


ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "line_end": st.tuples(_LINES, _PLACES, _PLACES),
    "line_starts": st.tuples(_LINES),
    "place_among": st.tuples(st.lists(_PLACES).map(lambda places: sorted({0, *places})), _PLACES),
}

_ALL = combined(5, "", "\r\na")
_WIDE = [f"{text}{wide}" for text in combined(3, "", "\r\na\x0b\x85\u2028") for wide in ("", "€", "𝄞")]

CASES = {
    "line_end": [
        (text, at, limit) for text in combined(4, "", "\r\na") for at in range(6) for limit in range(-1, 7)
    ],
    "line_starts": [
        *((text,) for text in (*_ALL, *_WIDE)),
        *(("a" * size + "\r\n" * 3,) for size in range(28, 36)),
    ],
    "place_among": [([0, 3, 3, 7][:count], at) for count in range(1, 5) for at in range(10)],
}
