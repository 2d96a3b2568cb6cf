"""Vale's rules on plain text that marks its chapters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compat.vale.styles import Desk

TEXT = """\
The Dory

Prologue

A dory lay there,
a small dory.

* * *

Chapter Twenty-One: The dory

Another dory.

Part II

IV

One dory more.

7

A dory.
"""


def lines(folder: Path, text: str, scope: str, name: str = "draft.txt", tokens: str = "[dory]") -> list[int]:
    """Return the lines in which a rule finds its words."""
    rule = f"extends: existence\nmessage: x\nscope: {scope}\ntokens: {tokens}\n"
    return [d.line for d in Desk(folder, {"Rule": rule}).lint(text, name)]


@pytest.mark.parametrize(
    ("scope", "tokens", "expected"),
    [
        ("text", "[dory]", [5, 6, 10, 12, 18, 22]),
        ("paragraph", "[dory]", [5, 6, 12, 18, 22]),
        ("heading", "['.+']", [1, 3, 10, 14, 16, 20]),
        ("heading.h1", "['.+']", [1, 14]),
        ("heading.h2", "['.+']", [3, 10, 16, 20]),
    ],
)
def test_scopes(tmp_path: Path, scope: str, tokens: str, expected: list[int]) -> None:
    assert lines(tmp_path, TEXT, scope, tokens=tokens) == expected
    assert lines(tmp_path, TEXT.replace("\n", "\r\n"), scope, tokens=tokens) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A dory.\n\nChapter and verse.\n",
        "A dory.\nChapter One\nand so on\n",
        "A dory.\n\nI was there.\n",
        "A dory.\n\nPart of it\n",
        "A dory.\n\n1,200\n",
        "A dory.\n\n***\n",
        "",
    ],
)
def test_what_marks_no_chapters(tmp_path: Path, text: str) -> None:
    assert lines(tmp_path, text, "heading", tokens="['.+']") == []


def test_what_is_no_plain_text(tmp_path: Path) -> None:
    assert lines(tmp_path, TEXT, "heading", "draft.log", "['.+']") == []
