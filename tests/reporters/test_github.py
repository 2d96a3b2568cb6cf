"""Workflow commands, read back as GitHub's runner reads them."""

from __future__ import annotations

import re

import pytest

from stylelint.diagnostics import Level
from stylelint.reporters import Style
from tests.reporters.awkward import many, said, tricky
from tests.reporters.made import checked

COMMAND = re.compile(r"^\s*::(?P<name>[a-z-]+)(?: (?P<given>.*?))?::(?P<data>.*)$")
OLD_COMMAND = re.compile(r"##\[")


def unescaped(text: str) -> str:
    """What GitHub's runner makes of a value."""
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def commands(report: str) -> list[dict[str, str]]:
    """The commands in a log."""
    found = [match for line in report.splitlines() if (match := COMMAND.match(line))]
    return [
        {
            "": match["name"],
            "data": unescaped(match["data"]),
            **{
                key: unescaped(value)
                for key, _, value in (p.partition("=") for p in match["given"].split(","))
            },
        }
        for match in found
    ]


def test_to_the_letter() -> None:
    assert said("github", checked()).splitlines() == [
        "::error file=drafts/a.md,line=1,endLine=1,col=10,endColumn=27,title=titles/office::"
        "NATO has a Secretary General.%0AFix: “Secretary-General” → “Secretary General”",
        "::warning file=drafts/a.md,line=3,endLine=4,title=captions/two::Two lines.",
        "::notice file=drafts/a.md,line=3,endLine=3,col=27,endColumn=34,title=house/word::"
        "Not this.%0AFix: take out “advisor.” (a person should look)",
        "::warning file=drafts/c.md,line=1,endLine=1,col=1,endColumn=2,title=house/word::Not this.",
        "1 error, 2 warnings, 1 suggestion in 2 of 3 files",
    ]


def test_what_is_escaped_comes_back() -> None:
    draft = tricky()
    found = commands(said("github", [draft]))
    assert [c["file"] for c in found] == [draft.path] * 5
    assert found[0]["data"].startswith('Not <b> & "this", 100%:\nsecond ]]> line.\nFix: ')


@pytest.mark.parametrize(
    ("level", "name", "shown"),
    [("error", "error", 10), ("warning", "warning", 10), ("suggestion", "notice", 9)],
)
def test_github_s_limits_are_kept_with_a_word_about_it(level: Level, name: str, shown: int) -> None:
    log = said("github", [many(30, level, "::add-mask::##[x]")])
    found = commands(log)
    assert [c[""] for c in found].count(name) == shown + (name == "notice")
    assert found[-1]["title"] == "stylelint"
    assert found[-1]["data"].startswith(f"{30 - shown} more findings: ")
    assert log.count(f": {level}: Not this.") == 30 - shown, "the log has the rest"


def test_the_limits_hold_over_all_drafts_of_a_step() -> None:
    found = commands(said("github", [many(6), many(6), many(6)]))
    assert [c[""] for c in found] == ["warning"] * 10 + ["notice"]
    assert len(commands(said("github", [many(10)]))) == 10


def test_no_line_of_the_log_can_be_taken_for_a_command() -> None:
    log = said("github", [many(30, path="##[group]::stop-commands::x")])
    rest = [line for line in log.splitlines() if line.startswith("- ")]
    assert len(rest) == 20
    assert not any(COMMAND.match(line) or OLD_COMMAND.search(line) for line in rest)


def test_paths_are_from_the_root_of_the_repository() -> None:
    found = commands(said("github", checked(), Style(here="/r/copy/news", tops=("/r",))))
    assert found[0]["file"] == "copy/news/drafts/a.md"
