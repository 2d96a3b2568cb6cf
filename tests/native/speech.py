"""Arguments for the functions of speech.c."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import strategies as st

from stylelint.anatomy.elisions import ELISIONS
from tests.native.blocks import drafts, lined
from tests.native.spans import stretches
from tests.native.strategies import combined

MARKED = st.text(
    st.sampled_from("“”‘’'\"" * 4 + "„‟«»‚‛ \n.,?!aeEinstx(—058½′𝄞İ\x1a") | st.characters(), max_size=24
)
LONG = st.lists(st.sampled_from(["“so”", '"no"', "‘90s ", "x" * 40, " boys’ ", "'em", "6’2”"])).map("".join)

SPANS = st.tuples(st.integers(0, 300), st.integers(0, 300)).map(lambda ends: tuple(sorted(ends)))


@st.composite
def _lying(draw: st.DrawFn) -> tuple[Any, ...]:
    """Draw blocks and spans, neither of which overlap, and rows in, between and over them."""
    blocks, roles, start, _ = draw(stretches())
    edges = sorted(draw(st.lists(st.integers(0, 42), max_size=9)))
    spans = draw(st.none() | st.just(([start - 2 + at for at in edges[::2]], [start + at for at in edges])))
    more = st.just(()) | st.just(("x",))
    places = st.tuples(st.integers(-9, 9), st.integers(0, 9), more)
    rows = [(max(0, start + at), max(0, start + at) + size, *row) for at, size, row in draw(st.lists(places))]
    return rows, blocks, roles, spans, draw(st.booleans())


ARGUMENTS = {
    "covers": _lying().map(lambda drawn: (*(drawn[3] or ([], [])), *(drawn[0] or [(1, 2)])[0][:2])),
    "lying": _lying(),
    "outermost": st.tuples(st.lists(SPANS | SPANS.map(lambda span: (*span, "x")), max_size=8).map(sorted)),
    "quoted": st.tuples(
        drafts(MARKED | LONG), st.sampled_from([ELISIONS, frozenset({"x", "90st"}), frozenset()])
    ).map(lambda drawn: (*drawn[0], drawn[1])),
}

_FEET = [
    f"a {number}{foot}{blank}{inch}{mark}{after}"
    for number in ("6", "12", "6.5", "½", "a6", "٣")
    for foot in ("", "'", "’", "′", " ft")
    for blank in ("", " ", "  ")
    for inch in ("", "2", "11", "2½", "5.5", "x")
    for mark in ('"', "”", "″", "'", "’")
    for after in ("", " a", "a")
]
_OWN = [
    f"{opening}a {word}{mark}{after}"
    for opening in ("‘", "'", "")
    for word in ("boys", "BOYS", "boyſ", "boyt", "boz", "nin", "iN", "n", "In", "boyo", "a…")
    for mark in "’'"
    for after in ("", " ", " x’", " x’ ", "s", ", “a’”")
]
_LEFT_OUT = [
    f"{before}{mark}{year}{after}"
    for before in ("", "a ", "“")
    for mark in "‘’'"
    for year in ("90s", "90", "90S", "90ſ", "90t", "9s", "900s", "em", "tis", "n")
    for after in ("", " a", "’", "' a", "é")
]
_MARKS = (
    *_FEET,
    *_OWN,
    *_LEFT_OUT,
    *(f'"so {end}"' for end in ("5", "½", "(", "a", "[", "{", "a.", "“", "‘", "«", "٣", "²")),
    *combined(4, "", "“”‘'\" a"),
    *combined(3, "", "“”‘’'\"„«»‚ .aE5"),
    *(
        f"{one}so{two} {three}"
        for one, two, three in product("“”‘’'\"„«»", "“”‘’'\"„«»", ("", "“", '5"', "a”", '"a'))
    ),
)

CASES = {"quoted": [(*lined(_MARKS), elisions) for elisions in (ELISIONS, frozenset({"n"}))]}
