"""Arguments for the functions of masks.c."""

from __future__ import annotations

from itertools import product

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


_LABELLED = product(
    ["", "   ", "    ", "\t", "x", "\n", "]\n   "],
    ["[", "[]", "[a]", "[a b]", "[a\n]", "[[a]", "]"],
    [":", "", " :"],
    ["", " \t", "\n"],
    ["", "b", "b c", "b("],
)
_LINKED = product(["", "]", "a]", "]\n", "](b"], ["(", ""], ["", "b", "b)", "b(", "b c", "\x85"])
_FAR = [sign + "a" * size for sign in ("](", "[b]:", "[b]: ") for size in range(190, 202)]
_PIECES = product(["{{", "}}", "{", "\n", " ", "a"], repeat=5)


def _two_regions(before: str, inside: str, between: str) -> tuple[str, list[Region], int]:
    """Return two regions with something between them, before the first and inside of it."""
    start = len(before)
    end = start + len(inside)
    second = end + len(between)
    source = f"{before}{inside}{between}{{{{b}}}}c"
    return source, [Region(start, end), Region(second, second + 5)], 0


_BETWEEN = ["", "x", ")", "(", " ", "\n", "\xa0", "x\u2003", "](", "]"]

_WHOLE_LINES = "a\r\n b\n\rc"

CASES = {
    "blotted": [
        *(
            (_WHOLE_LINES, [Region(start, 8, lines=True, opens=opens)], start)
            for start, opens in product((0, 2, 5), ("", "- "))
        ),
        *(
            _two_regions(*all_of)
            for all_of in product(["](", "[a]: ", "]( ", "a"], ["{{a}}", "{{ a }}"], _BETWEEN)
        ),
    ],
    "between": [
        *[("".join(one), "{{", "}}", longest, 0) for one in _PIECES for longest in (6, 7)],
        *[(f"{{a{end}", "{", "\n\n", 9, 0) for end in ("\n", "\n\n", "b\n\n", "\n\n\n")],
    ],
    "in_address": [(text, len(text)) for text in [*map("".join, _LABELLED), *map("".join, _LINKED), *_FAR]],
}
