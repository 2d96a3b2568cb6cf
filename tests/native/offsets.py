"""Arguments for the functions of offsets.c."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.native.strategies import of

_TEXT = of("Zoë na 𝄞x €5", " aé€𝄞_-.\n", st.characters(codec="utf-8"))


MORE = st.just(()) | st.just((1, 2))


@st.composite
def _found(
    draw: st.DrawFn,
) -> tuple[list[list[tuple[int, int]]], str, bytes, list[tuple[int, ...]], bool]:
    """Draw a text, stretches of it, and matches in these one after the other.

    Mostly both of their ends lie between characters, and those of their groups.
    """
    text = draw(_TEXT)
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    stretches = [(*both, *draw(MORE)) for both in zip(bounds[::2], bounds[1::2], strict=False)]
    looked = "".join(text[start:end] for start, end, *_ in stretches)
    data = looked.encode()
    between = st.integers(0, len(looked)).map(lambda at: len(looked[:at].encode()))
    edge = between | between | between | st.integers(0, len(data))
    edges = sorted(draw(st.lists(edge, max_size=12)))
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        place = st.integers(start, end)
        group = st.tuples(place, place).map(lambda pair: (min(pair), max(pair))) | st.just((-1, -1))
        found.append([(start, end), *draw(st.lists(group, max_size=2))])
    return found, text, data, stretches, draw(st.booleans())


ARGUMENTS = {"placed": _found()}
