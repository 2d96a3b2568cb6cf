"""Arguments for the functions of entries.c."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from stylelint.cli.entries import SHAPES
from stylelint.diagnostics import Diagnostic, Edit, Fix, Related
from stylelint.document import Span

_NUMBER = st.integers(0, 12)
_WORD = st.text(alphabet="aé€𝄞\ud800 ", max_size=3)
_EDIT = st.tuples(_NUMBER, _NUMBER, _WORD).map(list)
_FIX = st.none() | st.tuples(st.booleans(), _WORD | st.lists(_EDIT, max_size=2)).map(list)
_RELATED = st.lists(st.tuples(_NUMBER, _NUMBER, _WORD).map(list), max_size=2)
_ROW = st.builds(
    lambda rule, level, message, text, span, places, fix, related: [
        rule, level, message, text, *span, *places, fix, related,
    ],
    st.sampled_from(["a/b", "c/d"]), _WORD, _WORD, _WORD, st.tuples(_NUMBER, _NUMBER),
    st.tuples(*[_NUMBER] * 4), _FIX, _RELATED,
)  # fmt: skip
_BROKEN = _ROW.flatmap(
    lambda row: st.sampled_from(
        [
            [["a/b"]], [None], [["x/y", *row[1:]]], [[[], *row[1:]]],
            [[*row[:10], [True, [[1, 2]]], []]], [[*row[:10], [True, 1], []]], [[*row[:10], [True], []]],
            [[*row[:10], True, []]], [[*row[:11], [[1, 2]]]], [[*row[:11], None]],
        ]
    )
)  # fmt: skip
"""Rows that nobody has packed."""

_WHYS = st.just({"a/b": "Because.", "c/d": ""})

_SPAN = st.builds(Span, _NUMBER, _NUMBER)
_CURE = st.builds(Fix, st.booleans(), st.lists(st.builds(Edit, _SPAN, _WORD), max_size=2).map(tuple))


@st.composite
def _finding(draw: st.DrawFn) -> Diagnostic:
    """Draw a finding; often its fix has one edit, and that in its place."""
    span = draw(_SPAN)
    fix = draw(
        st.none() | _CURE | st.builds(Fix, st.booleans(), st.tuples(st.builds(Edit, st.just(span), _WORD)))
    )
    related = draw(st.lists(st.builds(Related, _NUMBER, _NUMBER, _WORD), max_size=2).map(tuple))
    return Diagnostic(
        "a.txt", span, "a/b", "error", draw(_WORD), draw(_WORD), 1, 2, 3, 4, "Because.", fix, related
    )


ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "rows_of": st.tuples(st.lists(_finding(), max_size=3).map(tuple)),
    "restored": st.tuples(st.lists(_ROW, max_size=3) | _BROKEN, st.just("a.txt"), _WHYS, st.just(SHAPES)),
}
