"""Edits are put in exactly where they belong, and settle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.diagnostics import Edit
from stylelint.document import Span
from stylelint.fixer import PASSES, Unsettled, apply, settle


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(start, end), text)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([], "0123456789"),
        ([edit(2, 4, "xyz")], "01xyz456789"),
        ([edit(2, 4, ""), edit(6, 7, "AB")], "0145AB789"),
        ([edit(6, 7, "AB"), edit(2, 4, "")], "0145AB789"),  # any order
        ([edit(0, 0, "<"), edit(10, 10, ">")], "<0123456789>"),
        ([edit(2, 4, "x"), edit(2, 4, "x")], "01x456789"),  # said by two rules
        ([edit(2, 5, "x"), edit(4, 6, "y")], "01x56789"),  # overlap: the first
        ([edit(2, 4, "x"), edit(4, 6, "y")], "01x456789"),  # touching: the second waits
        ([edit(2, 4, ""), edit(4, 6, "")], "016789"),  # removals may touch
        ([edit(2, 5, ""), edit(4, 6, "")], "016789"),  # and overlap
        ([edit(2, 4, ""), edit(4, 6, "y")], "01456789"),
        ([edit(2, 3, "x"), edit(2, 6, "y")], "01y6789"),  # begin together: the longer
        ([edit(2, 6, "x"), edit(3, 4, "y"), edit(8, 9, "z")], "01x67z9"),
        ([edit(0, 10, "")], ""),
    ],
)
def test_apply(edits: list[Edit], expected: str) -> None:
    assert apply("0123456789", edits) == expected


PLACES = st.integers(0, 30)
EDITS = st.lists(
    st.builds(lambda a, b, text: edit(min(a, b), max(a, b), text), PLACES, PLACES, st.text(max_size=3))
)


@given(st.text(min_size=30, max_size=30), EDITS)
def test_the_order_of_edits_changes_nothing(source: str, edits: list[Edit]) -> None:
    assert apply(source, edits) == apply(source, edits[::-1])


@given(st.text(min_size=30, max_size=30), st.builds(edit, st.integers(0, 15), st.integers(15, 30), st.text()))
def test_nothing_outside_an_edit_changes(source: str, one: Edit) -> None:
    fixed = apply(source, [one])
    assert fixed.startswith(source[: one.span.start])
    assert fixed.endswith(source[one.span.end :])
    assert len(fixed) == len(source) - (one.span.end - one.span.start) + len(one.text)


def test_settle_mends_until_nothing_is_left() -> None:
    def doubled(text: str) -> list[Edit]:
        at = text.find("aa")
        return [edit(at, at + 2, "a")] if at >= 0 else []

    assert settle("baaaac", doubled) == "bac"


def test_fixes_that_undo_each_other_are_told() -> None:
    asked: list[str] = []

    def swap(text: str) -> list[Edit]:
        asked.append(text)
        return [edit(0, 1, "b" if text == "a" else "a")]

    with pytest.raises(Unsettled) as error:
        settle("a", swap)
    assert len(asked) == PASSES
    assert error.value.source in {"a", "b"}
