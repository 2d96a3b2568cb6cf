"""Arguments for the functions of spans.c."""

from __future__ import annotations

from array import array
from typing import Any

from hypothesis import strategies as st

from stylelint.document import Block

_FAR = st.sampled_from([0, 0, 300])
"""From there Python has no number ready."""
_ROLES = ("caption", "code", "paragraph")


@st.composite
def stretches(draw: st.DrawFn) -> tuple[tuple[Block, ...], set[str] | frozenset[str] | None, int, int]:
    """Draw blocks in order that do not overlap, some empty, roles, and a stretch in one or between them."""
    edges = sorted(draw(st.lists(st.integers(0, 40), max_size=12)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    far = draw(_FAR)
    blocks = tuple(Block(far + a, far + b, role=draw(st.sampled_from(_ROLES))) for a, b in pairs)
    roles = st.sets(st.sampled_from(_ROLES))
    start = draw(st.integers(0, 42) | st.sampled_from(edges or [0]))
    size = draw(st.integers(0, 9))
    return blocks, draw(st.none() | roles | roles.map(frozenset)), far + start, far + start + size


@st.composite
def _rows(draw: st.DrawFn) -> tuple[bytes | None, int, int]:
    """Draw no pieces, or some in order, of which some are one thing, with gaps or none; and a stretch."""
    rows, at, place = array("q"), draw(_FAR), draw(_FAR)
    first = at
    for gap, size, before in draw(st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=1, max_size=8)):
        start, begin = at + gap // 3, place + before
        at, place = start + size, begin + (size if draw(st.booleans()) else draw(st.integers(0, 5)))
        rows.extend((start, at, begin, place))
    places = st.integers(max(0, first - 1), at + 2)
    start, end = draw(places), draw(places)
    known = None if draw(st.integers(0, 4)) == 0 else rows.tobytes()
    return known, start, draw(st.sampled_from([start, end, max(start, end)]))


ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "index_at": stretches().map(lambda drawn: (drawn[0], drawn[2])),
    "lies_in": stretches(),
    "located": _rows(),
}
