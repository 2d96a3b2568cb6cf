"""Marks of one block: the quick look at those that open and close by turns."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from stylelint.anatomy.quotes import Pair, Parsed, _Parser, _simple, find_marks


def test_marks_that_open_and_close_by_turns() -> None:
    text = "He said “so” and “no”."
    assert _simple(text, 0, len(text), find_marks(text)) == [Pair(8, 12, 0), Pair(17, 21, 0)]


@given(st.text(alphabet="\"“”‘’'a5 (.\n½", max_size=14))
@settings(max_examples=400)
def test_the_quick_look_says_what_the_parser_says(text: str) -> None:
    marks = find_marks(text)
    simple = _simple(text, 0, len(text), marks)
    assert simple is None or Parsed(simple, [], []) == _Parser(text, 0, len(text), marks).run()
