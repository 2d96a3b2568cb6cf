"""The kind `spacing`."""

from __future__ import annotations

import pytest

from stylelint.checks.spacing import Spacing
from stylelint.readers import read
from tests.checks.told import marked, mended, told

SEVERAL = Spacing(pattern=(r"[a-z,]( {2,})[a-z]",), group=1, replace=" ")
BEFORE = Spacing(pattern=(r"[a-z]( +[,.])(?: |$)",), group=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour  board met.", ["  "]),
        ("The harbour \u00a0board met.", [" \u00a0"]),
        ("The harbour board met.", []),
        ("The harbour  \n\nboard met.", []),
    ],
)
def test_several_blanks(text: str, expected: list[str]) -> None:
    assert marked(SEVERAL, text) == expected


def test_mending() -> None:
    assert mended(SEVERAL, "The harbour   board met.", fix="safe") == "The harbour board met."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour  board met .", ["  "]),
        ("The harbour<br />\nboard met.", []),
        ("The harbour  \nboard met.", []),
    ],
)
def test_line_ends_and_markup_make_no_blanks(text: str, expected: list[str]) -> None:
    assert marked(SEVERAL, read("draft.md", text.encode())) == expected


def test_a_tag_between_them_is_no_blank() -> None:
    line = "The number of days until the tide <img src='x.png'>. And so on"
    assert [d.column for d in told(BEFORE, read("draft.md", f"{line} .".encode()))] == [len(line) + 1]
