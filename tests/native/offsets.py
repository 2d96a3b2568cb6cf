"""Arguments for the functions of offsets.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

_TEXT = of("Zoë na 𝄞x €5", " aé€𝄞_-.\n", st.characters(codec="utf-8"))


@st.composite
def _found(draw: st.DrawFn) -> tuple[list[list[tuple[int, int]]], str, bytes, int, bool]:
    """Draw a text that holds another, and matches in that.

    Mostly both of their ends lie between characters, and those of their groups.
    """
    text, before, after = draw(_TEXT), draw(st.just("") | _TEXT), draw(st.just("") | _TEXT)
    data = text.encode()
    between = st.integers(0, len(text)).map(lambda at: len(text[:at].encode()))
    edge = between | between | between | st.integers(0, len(data))
    edges = sorted(draw(st.lists(edge, max_size=12)))
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        place = st.integers(start, end)
        group = st.tuples(place, place).map(lambda pair: (min(pair), max(pair))) | st.just((-1, -1))
        found.append([(start, end), *draw(st.lists(group, max_size=2))])
    return found, before + text + after, data, len(before), draw(st.booleans())


ARGUMENTS = {"placed": _found()}
