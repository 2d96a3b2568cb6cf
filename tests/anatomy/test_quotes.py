"""Marks of one block: the quick look at those that open and close by turns."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stylelint.anatomy.quotes import _FEET, _Parser, by_turns, find_marks, parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “so” and “no”.", True),
        ('He said "so" and "no".', True),
        ('He said “so" and “no”.', False),
        ('It is 5" wide, he said. "So."', False),
        ("The boys’ “so”.", False),
        ("He wrote “5'5”.", True),
    ],
)
def test_marks_that_open_and_close_by_turns(text: str, expected: bool) -> None:
    assert by_turns(text, 0, len(text), find_marks(text)) is expected


@given(st.text(alphabet="\"“”‘’'a5 (.\n½", max_size=14))
@settings(max_examples=400)
def test_the_quick_looks_say_what_the_parser_says(text: str) -> None:
    marks = find_marks(text)
    # Where all pair by turns, a mark that stands where one for inches does closes a quotation all the same.
    assume(not any(text[at] == "”" and _FEET.search(text, 0, at) for at in marks))
    assert parse(text, 0, len(text), marks) == _Parser(text, 0, len(text), marks).run()
