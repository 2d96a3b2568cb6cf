"""Arguments for the functions of masks.c."""

from __future__ import annotations

from hypothesis import strategies as st

from stylelint.readers.masks import Region
from tests.native.strategies import of

PAIRS = of("{{ }} {% %}", "a{}%\n \t\r\xa0é𝄞")
PLACES = of("]( ]: [a [b]: '  [c]:' [e]:f", "a[]():\n \t\xa0é𝄞")
SPACED = st.builds(str.__add__, PLACES, st.sampled_from(["", "a" * 196, " " * 198]))
MARKS = st.sampled_from([("{{", "}}"), ("{%", "%}"), ("a", "a"), ("é{", "}")])

BETWEEN = st.tuples(PAIRS, MARKS, st.sampled_from([8000, 6]), st.integers(0, 9)).map(
    lambda drawn: (drawn[0], *drawn[1], *drawn[2:])
)
BLOTTED = of("]( ]: [a [b]: [e]:f", "a[]():\n\r \t\xa0é𝄞")


@st.composite
def masked(draw: st.DrawFn) -> tuple[str, list[Region], int]:
    """Return a source, regions in order, and where its body begins."""
    source = draw(BLOTTED)
    bounds = draw(st.lists(st.integers(0, len(source)), min_size=1, max_size=13).map(sorted))
    regions = [
        Region(start, end, lines=lines, opens=opens if end - start >= len(opens) else "")
        for start, end in zip(bounds[1::2], bounds[2::2], strict=False)
        for lines, opens in [draw(st.sampled_from([(False, ""), (False, ""), (True, ""), (True, "- ")]))]
    ]
    return source, regions, bounds[0]


ARGUMENTS = {
    "blotted": masked(),
    "between": BETWEEN,
    "in_address": st.builds(lambda text, more: (text + more, len(text)), SPACED, PLACES),
}
