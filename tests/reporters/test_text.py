"""The report for people, to the letter."""

from __future__ import annotations

import pytest

from stylelint.reporters import Checked, Style
from stylelint.reporters.text import report
from tests.reporters.made import checked, diagnostic

EXPECTED = """\
drafts/a.md
  1:10 error titles/office
    NATO has a Secretary General.
    | The NATO Secretary-General spoke.
    |          ^^^^^^^^^^^^^^^^^
    why: NATO writes it so.
    fix: “Secretary-General” → “Secretary General”

  3:1 warning captions/two
    Two lines.
    | A café  by the 漢字 bridge 😀 advisor.
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    | (Reuters)
    | ^^^^^^^^^

  3:27 suggestion house/word
    Not this.
    | A café  by the 漢字 bridge 😀 advisor.
    |                               ^^^^^^^
    fix: take out “advisor.” (a person should look)
    see: 1:5 first here

drafts/c.md
  1:1 warning house/word
    Not this.
    | x
    | ^

1 error, 2 warnings, 1 suggestion in 2 of 3 files
1 fixable with “stylelint fix”, 1 more with “--unsafe-fixes”
"""


def test_golden() -> None:
    assert "".join(report(checked(), Style())) == EXPECTED


def test_a_file_is_reported_before_the_next_is_looked_at() -> None:
    drawn: list[str] = []

    def results() -> object:
        for result in checked():
            drawn.append(result.path)
            yield result

    pieces = report(results(), Style())  # type: ignore[arg-type]
    assert next(pieces).startswith("drafts/a.md")
    assert drawn == ["drafts/a.md"]


def test_colour_only_adds_what_can_be_taken_away() -> None:
    import re

    painted = "".join(report(checked(), Style(colour=True)))
    assert "\x1b[1;31merror\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == EXPECTED


def test_statistics_and_no_summary() -> None:
    assert "".join(report(checked(), Style(statistics=True, summary=False))).endswith(
        "\n\n2  house/word\n1  captions/two\n1  titles/office\n"
    )


@pytest.mark.parametrize(
    ("results", "line"),
    [
        ([], "nothing found in 0 files\n"),
        ([Checked("a", "x", [])], "nothing found in 1 file\n"),
        ([Checked("a", "x", [diagnostic("x", 0, 1, level="error")] * 2)], "2 errors in 1 of 1 file\n"),
    ],
)
def test_summary(results: list[Checked], line: str) -> None:
    assert list(report(results, Style()))[-1] == line


def test_a_draft_cannot_steer_the_terminal() -> None:
    source = "\x1b[2J\x07\x9b1m\u202egnorw"
    said = "".join(report([Checked("a\n\x1b[1m.md", source, [diagnostic(source, 0, 4)])], Style()))
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)
    assert "␛[2J" in said
