"""Which of a rule's lines is a stretch of text?"""

from __future__ import annotations

import pytest

from stylelint.checks._lines import IS_LINE, Lines
from stylelint.checks._macros import whole
from stylelint.checks._programs import program
from stylelint.openings import plain as opening
from tests.checks.told import plain

WORDS = ("sign up", "[^\\n]*podcast", r"\d+ likes", "read\\w+ on", "[^\\d]+ views")
LINES = Lines(
    WORDS,
    tuple(program(whole(line), case=False) for line in WORDS),
    ["", "podcast", r"^\d+", "", r"[^\d] views"],
    ["sign up", "", "", "rea", ""],
    ("paragraph",),
    5,
)


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("Sign up", None, True),
        ("Sign up", {0}, True),
        ("Sign up", {1, 3}, False),
        ("Sign up", {7}, False),  # that of something else
        ("Anything", {IS_LINE, 7}, True),
        ("Sign up now", {0}, False),
        ("PODCAST", {0, 1}, True),
        ("Ein großer Podcast", {1}, True),
        ("We all now have a podcast", {1}, False),  # too long
    ],
)
def test_a_block_is_one_of_the_lines_asked(text: str, numbers: set[int] | None, expected: bool) -> None:
    found = LINES.among(plain(f"A report.\n\n{text}"), {1: numbers})
    assert list(found) == [1] * expected


def test_a_block_of_another_kind_is_no_line() -> None:
    draft = plain("Sign up")
    quoted = draft._replace(blocks=(draft.blocks[0]._replace(kind="quote"),))
    assert LINES.among(draft, {0: {0}}) == [0]
    assert LINES.among(quoted, {0: {0}}) == []


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        ("Sign up", set(), True),  # by how it begins
        ("Our podcast", {1}, True),  # by what was seen in its block
        ("Our podcast", {0, 2}, False),
        ("Our podcast", None, True),  # nobody has looked
        ("12 likes", {2}, False),  # no word tells it
        ("Some views", {4}, True),  # a class that leaves letters out is no start
        ("Reading on", {1}, True),
        ("Reading", {1}, False),
    ],
)
def test_a_part_is_a_line_by_its_beginning_or_what_its_block_holds(
    text: str, seen: set[int] | None, expected: bool
) -> None:
    assert LINES.fit_part(text, opening(text), seen) is expected
