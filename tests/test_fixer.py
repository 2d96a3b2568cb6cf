"""Edits are put in exactly where they belong, and settle."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.diagnostics import Diagnostic, Edit, Fix, Level
from stylelint.document import Span
from stylelint.fixer import PASSES, Unsettled, apply, choose, mend, settle


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


@pytest.mark.parametrize(
    ("source", "removed", "expected"),
    [
        ("A\n\nx\ny\n\nB\n", ("x\n", "\ny"), "A\n\nB\n"),
        ("A\n\nx\ny\n\nB\n", ("x\n", "y\n\n"), "A\n\nB\n"),
        ("A\nx\ny\n\nB\n", ("x\n", "\ny"), "A\n\nB\n"),
        ("A\n\nx\ny\nB\n", ("x\n", "y\n"), "A\n\nB\n"),
        ("A\r\n\r\nx\r\ny\r\n\r\nB\r\n", ("x\r\n", "\r\ny"), "A\r\n\r\nB\r\n"),
        ("A\n\nx\ny\n", ("x\n", "\ny"), "A\n"),
        ("A\n\nx\ny\n", ("x\n", "y\n"), "A\n"),
        ("A\nx\ny\n", ("x\n", "y\n"), "A\n"),
        ("A\nx\ny", ("x\n", "y"), "A"),
        ("x\ny\n\nB\n", ("x\n", "\ny"), "B\n"),
        ("A\n\nx\ny\n\n    B\n", ("x\n", "\ny"), "A\n\n    B\n"),
        ("A\n\nx\ny\nz\n\nB\n", ("x\n", "y\n", "\nz"), "A\n\nB\n"),
        ("A x y B\n", ("x ", " y"), "A  B\n"),  # no lines of their own: as they were asked for
        ("x\ny\n", ("x\n", "\ny"), "\n"),
    ],
)
def test_neighbours_that_go_leave_no_hole(source: str, removed: tuple[str, ...], expected: str) -> None:
    spans = [(source.index(text), source.index(text) + len(text)) for text in removed]
    assert apply(source, [edit(*span, "") for span in spans]) == expected


def told(rule: str, *edits: Edit, level: Level = "warning", safe: bool = True) -> Diagnostic:
    return Diagnostic("a", Span(0, 0), rule, level, "", "", 1, 1, 1, 1, fix=Fix(safe, edits))


@pytest.mark.parametrize(
    ("found", "chosen"),
    [
        ([told("b", edit(4, 6, "x")), told("a", edit(0, 5, "y"))], ["a"]),  # the earliest place
        ([told("a", edit(0, 2, "x")), told("b", edit(0, 5, "y"), level="error")], ["b"]),  # the graver
        ([told("b", edit(0, 2, "x")), told("a", edit(0, 5, "y"))], ["a"]),  # the alphabet
        ([told("a", edit(0, 2, "x")), told("b", edit(2, 4, "y"))], ["a"]),  # what touches waits
        ([told("a", edit(0, 2, "x")), told("b", edit(3, 4, "y"))], ["a", "b"]),
        ([told("a", edit(0, 2, "x")), told("b", edit(0, 2, "x"))], ["a", "b"]),  # the same
        ([told("a", edit(0, 4, "")), told("b", edit(2, 6, ""))], ["a", "b"]),  # both removals
        ([told("a", edit(0, 4, "")), told("b", edit(2, 6, "")), told("c", edit(6, 7, "x"))], ["a", "b"]),
        ([told("a", edit(5, 6, "x")), told("b", edit(0, 1, "y"), edit(5, 7, "z"))], ["b"]),
        ([told("a", edit(0, 1, "x")), told("b", edit(0, 1, "y"), edit(5, 7, "z")), told("c", edit(6, 7, ""))],
         ["a", "c"]),  # all of a fix or nothing
        ([told("a", edit(3, 3, "x")), told("b", edit(3, 3, "y"))], ["a"]),  # two insertions in one place
        ([told("a", edit(0, 1, "x"), safe=False)], []),
        ([told("a")], []),
    ],
)  # fmt: skip
def test_which_fixes_go_in_together(found: list[Diagnostic], chosen: list[str]) -> None:
    for order in permutations(found):
        assert [d.rule for d in choose(order, unsafe=False)] == chosen
    assert not [d for d in found if d.fix and not d.fix.safe] or choose(found, unsafe=True) == found


ONE = st.tuples(st.integers(0, 20), st.integers(0, 5), st.sampled_from(["", "x", "yy"])).map(
    lambda drawn: edit(drawn[0], drawn[0] + drawn[1], drawn[2])
)


@given(st.lists(st.tuples(st.sampled_from("abc"), ONE), max_size=8))
def test_what_is_chosen_is_applied_whole(found: list[tuple[str, Edit]]) -> None:
    chosen = choose([told(rule, one) for rule, one in found], unsafe=False)
    assert bool(chosen) == bool(found)
    edits = sorted({e for d in chosen if d.fix for e in d.fix.edits})
    for one, other in pairwise(edits):
        assert one.span.end < other.span.start or not (one.text or other.text)


def words(**fixes: str) -> Callable[[str], list[Diagnostic]]:
    """Rules that each put a word in another's place: `a_b="y"` is rule a, which writes y for b."""

    def look(text: str) -> list[Diagnostic]:
        rules = [(name.split("_"), new) for name, new in fixes.items()]
        return [
            told(rule, edit(m.start(), m.end(), new))
            for (rule, old), new in rules
            for m in re.finditer(rf"\b{old}\b", text)
        ]

    return look


def test_it_is_mended_until_nothing_is_left() -> None:
    mended = mend("a a b", words(one_a="b", two_b="c"))
    assert (mended.source, mended.applied, mended.fighting) == ("c c c", {"one": 2, "two": 3}, ())


@pytest.mark.parametrize(
    ("fixes", "fighting"),
    [
        ({"one_a": "b", "two_b": "a"}, ("one", "two")),
        ({"one_a": "b", "two_b": "d", "three_d": "a"}, ("one", "three", "two")),
        ({"one_a": "a a"}, ("one",)),  # brings about itself
        ({"zero_q": "a", "one_a": "b", "two_b": "a"}, ("one", "two")),
    ],
)
def test_rules_that_fight_are_named_and_the_rest_is_mended(
    fixes: dict[str, str], fighting: tuple[str]
) -> None:
    mended = mend("x a y", words(**fixes, other_y="z"))
    assert (mended.source, mended.applied, mended.fighting) == ("x a z", {"other": 1}, fighting)


def test_a_fix_that_changes_nothing_does_no_harm() -> None:
    assert mend("a", words(one_a="a")) == ("a", [(0, 0, 1)], {}, ())


@given(st.text("ab", max_size=12), st.lists(st.lists(ONE, max_size=4), max_size=3))
def test_what_is_kept_stands_in_both_texts(source: str, passes: list[list[Edit]]) -> None:
    asked = iter([*passes, *[[]] * PASSES])

    def look(text: str) -> list[Diagnostic]:
        return [told("a", one) for one in next(asked, []) if one.span.end <= len(text)]

    mended = mend(source, look)
    at = there = 0
    for old, new, length in mended.kept:
        assert old >= at and new >= there and (length or not source)
        assert source[old : old + length] == mended.source[new : new + length]
        at, there = old + length, new + length


@pytest.mark.parametrize(
    ("fixes", "text", "kept"),
    [
        ({"one_a": "xyz"}, "1 a 2", [(0, 0, 2), (3, 5, 2)]),
        ({"one_a": "b", "two_b": "c"}, "a 1 b", [(1, 1, 3)]),  # by two passes
        ({"one_a": "b d", "two_d": "c"}, "1 a 2", [(0, 0, 2), (3, 5, 2)]),  # the second within the first
        ({"one_a": "", "two_d": "c"}, "1 a d", [(0, 0, 2), (3, 2, 1)]),
    ],
)
def test_what_is_kept(fixes: dict[str, str], text: str, kept: list[tuple[int, int, int]]) -> None:
    assert mend(text, words(**fixes)).kept == kept
