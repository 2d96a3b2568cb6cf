"""Arguments for the functions of twins.c and captions.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from stylelint.checks._likeness import Twins
from stylelint.checks._twins import Wanted
from stylelint.document import Block
from tests.native.strategies import mostly

KINDS = st.sampled_from(["alt", "alt", "paragraph", "figure", ""])
ROLES = st.sampled_from(["caption", "caption", "metadata", "paragraph", "standfirst"])
LETTERS = st.sampled_from(["A ship", "a SHIP", "Ships", "4 of them", "The pier", "_a"])
OPENINGS = LETTERS | st.sampled_from(["Ann’s", "Ann's", "Annß", "the", "“Ann", " x", "", "É", "K"])


@st.composite
def captions(draw: st.DrawFn) -> tuple[str, Any]:
    """Draw a text whose blocks begin alike, some of them captions."""
    text, blocks = "", list[Block]()
    usual = draw(st.sampled_from([LETTERS, OPENINGS]))
    rest = st.sampled_from(
        ["", "", " lies on its side", ", lies ON its side.", " in São", " \x1a", " (AP)", "/Getty"]
    )
    for caption in draw(st.lists(st.tuples(usual, rest).map("".join), max_size=9)):
        blocks.append(Block(len(text), len(text) + len(caption), draw(KINDS), draw(ROLES)))
        text += caption + draw(st.sampled_from(["\n", "", "é"]))
    return text, draw(st.sampled_from([list, tuple]))(blocks)


SHARES = st.sampled_from([0.0, 0.3, 0.6, 0.85, 1.0])
COUNTS = st.integers(0, 9)
_WISHES: dict[str, st.SearchStrategy[Any]] = {
    "one": st.sampled_from(["alt", "standfirst"]),
    **dict.fromkeys(("exact", "credited"), st.booleans()),
    **dict.fromkeys(("inside", "share", "inside_below", "share_below"), SHARES),
    **dict.fromkeys(("together", "shorter"), COUNTS),
    "times": st.sampled_from([1, 2, 9]),
}


@st.composite
def wanted(draw: st.DrawFn) -> Wanted:
    """Draw what is wanted of twins: few are met by much at once."""
    few = st.sets(st.sampled_from(sorted(_WISHES)), max_size=2)
    names = sorted(draw(mostly(few, st.just(set(_WISHES)))))
    return Wanted(**{name: draw(_WISHES[name]) for name in names})


@st.composite
def told(draw: st.DrawFn) -> tuple[object, ...]:
    """Draw twins, and what is wanted of them."""
    blocks = draw(st.lists(st.builds(Block, st.just(0), st.just(4), KINDS, ROLES), min_size=1, max_size=6))
    number = st.integers(0, len(blocks) - 1)
    credited = st.tuples(st.booleans(), st.booleans())
    fields = number, number, st.booleans(), SHARES, SHARES, COUNTS, COUNTS, COUNTS, credited
    twins = draw(st.lists(st.builds(Twins, *fields), max_size=9))
    roles = draw(st.none() | st.frozensets(ROLES) | st.sets(ROLES))
    return twins, tuple(blocks), roles, draw(wanted())


ARGUMENTS = {
    "alike_captions": captions(),
    "chosen": told(),
}


_USUAL = Twins(0, 1, False, 0.3, 0.6, 4, 8, 3, (False, False))
_FIELDS: dict[str, list[Any]] = {
    "exact": [True],
    "share": [0.0, 0.29, 0.31, 1.0],
    "inside": [0.0, 0.59, 0.61, 1.0],
    "shorter": [0, 3, 5],
    "longer": [0, 4, 9],
    "together": [0, 2, 4],
    "credited": [(True, False), (False, True), (True, True)],
}
_NEAR = [
    _USUAL,
    *(_USUAL._replace(**{name: value}) for name, values in _FIELDS.items() for value in values),
    *(_USUAL._replace(shorter=shorter, longer=longer) for shorter in (0, 1) for longer in (0, 1, 2, 3)),
]
_CLOSE: dict[str, list[Any]] = {
    "exact": [True, False],
    "credited": [True, False],
    "inside": [0.6],
    "share": [0.3],
    "together": [3],
    "shorter": [4],
    "inside_below": [0.6],
    "share_below": [0.3],
    "times": [1, 2, 3],
}
_BLOCKS = tuple(Block(0, 4, kind, role) for kind in ("alt", "figure") for role in ("caption", "standfirst"))
_PAIRS = [_USUAL._replace(first=first, second=second) for first in range(4) for second in range(4)]

_BEGUN = [
    f"{one}{rest}"
    for one in ("A ship", "a SHIP", "Ann's", "É a", "")
    for rest in (
        "",
        " lies",
        " 4",
        " 5",
        " _",
        " 4 lies",
        ", Lies.",
        " é",
        " \x1a",
        " (AP)",
        "é",
        "_x",
        "z",
        "{",
        "@",
    )
]


def _captions(first: str, second: str, kinds: tuple[str, str]) -> tuple[object, ...]:
    """Return two captions, the one below the other."""
    size = len(first)
    blocks = [Block(0, size, kinds[0], "caption"), Block(size, size + len(second), kinds[1], "caption")]
    return first + second, blocks


CASES = {
    "alike_captions": [
        _captions(one, other, kinds)
        for one in _BEGUN
        for other in _BEGUN
        for kinds in (("alt", "figure"), ("figure", "figure"))
    ],
    "chosen": [
        *(
            (_NEAR, _BLOCKS, None, Wanted(**{name: value}))
            for name, values in _CLOSE.items()
            for value in values
        ),
        *(
            (_PAIRS, _BLOCKS, roles, Wanted(one=one))
            for roles in (None, {"caption"}, {"caption", "standfirst"}, set())
            for one in ("", "alt", "caption")
        ),
    ],
}
