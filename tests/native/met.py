"""Arguments for the functions of met.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.native.furniture import looks

_SHARED = st.sampled_from([frozenset({0}), frozenset({1}), frozenset({1, 2}), frozenset({5})])
NEEDS = st.frozensets(st.integers(0, 5), min_size=1, max_size=2) | _SHARED
OWNERS = st.lists(st.tuples(st.integers(-1, 3) | st.just(2000), NEEDS), max_size=3).map(tuple)


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Any, ...]:
    """Draw a draft, what was seen in its blocks, who is met by that, and what tells of their lines."""
    text, blocks, _, *whole = draw(looks())
    several = st.none() | st.just(tuple(whole)) | st.just(((), *whole[1:]))
    wholes = draw(st.fixed_dictionaries(dict.fromkeys([*range(-1, 4), 2000], several)))
    indexes = st.integers(0, len(blocks) - 1) if blocks else st.just(1000)
    if not blocks:
        wholes = dict.fromkeys(wholes)
    pairs = draw(st.lists(st.tuples(indexes, st.integers(0, 5)), max_size=25))
    owners = draw(st.fixed_dictionaries(dict.fromkeys(range(6), OWNERS)))
    return text, blocks, draw(st.sampled_from([pairs, sorted(pairs)])), owners, wholes


ARGUMENTS = {"met_in_blocks": meetings()}
