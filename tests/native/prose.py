"""Arguments for the functions of prose.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.readers.prose import ROW
from tests.native.strategies import combined, of

ADDRESSES = of(
    f":// www. w.w. @ . .. http https+ git+ssh a-b _ +a é.é ))) {'a' * 64} {'b' * 70} {'.a' * 3}",
    "aZ1é𝄞 .,;:!?'’)]<>\"“”/-_+@w\t\u2028",
)

SOURCES = st.text(st.sampled_from("ab \n"), max_size=9) | of("a b é “ 𝄞 \n \ud800", "aé“𝄞")
SAID = st.sampled_from(["", " ", "&", "é", "“”", "𝄞"])


@st.composite
def pieces(draw: st.DrawFn) -> tuple[str, bytearray, dict[int, str], int, int]:
    """Draw pieces of a source, to the letter or saying something else, line ends between some of them."""
    source, rows, said = draw(SOURCES), bytearray(), dict[int, str]()
    length = start = draw(st.integers(0, 3))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(source)))
        until = draw(st.integers(at, len(source)))
        text = draw(st.just(source[at:until]) | SAID)
        if len(text) != until - at:
            said[length] = text
        rows += ROW.pack(length, length + len(text), at, until)
        length += len(text) + draw(st.integers(0, 2))
    return source, rows, said, start, length + draw(st.integers(0, 2))


ARGUMENTS = {"addressed": st.tuples(ADDRESSES), "assembled": pieces()}

_SIZES = range(61, 67)
_LINES = (
    *combined(3, "http git+ssh :// www. @ a-b", "aZ1é_.,;:!?'’)]<\"”/+ "),
    *(f"x {'b' * size}{sign}c.d e" for size in (*range(8, 13), *_SIZES) for sign in ("@", "://")),
    *(f"a@{host}" for host in combined(4, "", "a1_-é.+")),
    *(f"a@{'b' * one}.{'c' * two}.d" for one in _SIZES for two in _SIZES),
)

CASES = {"addressed": [("\n".join(_LINES),), *((line,) for line in combined(2, "http :// www. a@", "ab/.)"))]}
