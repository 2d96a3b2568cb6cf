"""Arguments for the functions of waiting.c."""

from __future__ import annotations

from hypothesis import strategies as st

_SHARED = st.sampled_from([frozenset({0}), frozenset({1}), frozenset({1, 2})])
NEEDS = st.frozensets(st.integers(0, 3), min_size=1, max_size=2) | _SHARED
OWNERS = st.lists(st.tuples(st.integers(-1, 3) | st.just(2000), NEEDS), max_size=3).map(tuple)
PAIRS = st.lists(st.tuples(st.integers(0, 5) | st.just(1000), st.integers(0, 5)), max_size=25)

ARGUMENTS = {
    "met_in_blocks": st.tuples(PAIRS, st.fixed_dictionaries(dict.fromkeys(range(6), OWNERS))),
}
