"""Vale's rules on AsciiDoc, which the program asciidoctor reads."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

RULE = "extends: existence\nmessage: “%s”\ntokens: [dory]\n{more}"
there = pytest.mark.skipif(shutil.which("asciidoctor") is None, reason="asciidoctor is not on the PATH")


def lines(folder: Path, text: str, more: str = "", sections: str = "") -> list[int]:
    """Return the lines in which a rule finds its word."""
    return [
        d.line for d in Desk(folder, {"Rule": RULE.format(more=more)}, "", sections).lint(text, "draft.adoc")
    ]


DRAFT = """
== Heading dory

A paragraph with a dory, *a dory* and `dory`, it's
a https://example.org/dory[link to a dory] -- a dory...

NOTE: Mind the dory.

* an item
with a dory

----
a dory in code
----

image::boat.png[a dory at sea]

|===
|Name |dory

|small |dory
|===
"""


@there
@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", [2, 4, 4, 5, 5, 7, 10, 16, 19, 21]),
        ("heading.h2", [2]),
        ("list", [10]),
        ("alt", [16]),
        ("table.header", [19]),
        ("table.cell", [7, 21]),
        ("link", [5]),
        ("text.adoc", [2, 4, 4, 5, 5, 7, 10, 19, 21]),
    ],
)
def test_scopes(tmp_path: Path, scope: str, expected: list[int]) -> None:
    assert lines(tmp_path, DRAFT, f"scope: {scope}") == expected


@there
def test_comments_switch_rules_off(tmp_path: Path) -> None:
    text = "pass:[<!-- vale off -->]\n\nOne dory.\n\npass:[<!-- vale on -->]\n\nTwo dory.\n"
    assert lines(tmp_path, text) == [7]


@there
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A boat.footnote:[One of wood.] Then 1 mast.\n\nA dory.\n", [3]),
        (
            ":toc:\n:sectnums:\n\n== Dory\n\nA dory.\n\n== A small dory\n\n.A dory\n|===\n|dory\n|===\n",
            [6, 8, 10, 12],
        ),
        ("* [x] dory\n* [ ] a dory\n", [1, 2]),
        (
            ":url: https://example.org/a\n\n" + "A boat.\n\n" * 40 + "See {url}.\n\n== One dory\n\nA dory.\n",
            [85, 87],
        ),
        ("See <<dory>> first.\n\nA dory.\n", [3]),
        (":stem:\n\nSee stem:[dory^2] now.\n\n[stem]\n++++\ndory\n++++\n\nA dory.\n", [10]),
    ],
)
def test_what_the_program_makes_up_is_no_prose(tmp_path: Path, text: str, expected: list[int]) -> None:
    assert lines(tmp_path, text) == expected


@there
def test_front_matter(tmp_path: Path) -> None:
    text = "---\ntitle: A dory\n---\n\nOne dory.\n"
    assert lines(tmp_path, text) == [2, 5]
    assert lines(tmp_path, text, "scope: text.frontmatter.title") == [2]


@there
def test_attributes_of_a_configuration_hold(tmp_path: Path) -> None:
    text = "ifdef::boats[]\nOne dory.\nendif::[]\n\nTwo dory.\n"
    assert lines(tmp_path, text) == [5]
    with_boats = "[asciidoctor]\nboats = YES\n[*]\nBasedOnStyles = House"
    assert lines(tmp_path, text, sections=with_boats) == [2, 5]


def test_without_the_program_it_is_said_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(UserError, match=r"draft\.adoc.*asciidoctor, which is not on the PATH"):
        lines(tmp_path, "One dory.\n")


def test_a_program_that_fails_is_no_clean_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(command: list[str], **_: Any) -> Any:
        raise subprocess.CalledProcessError(1, command, stderr=b"out\nof order\n")

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", fails)
    with pytest.raises(UserError, match=r"draft\.adoc: asciidoctor fails: out of order\Z"):
        lines(tmp_path, "One dory.\n")


def test_signs_that_the_program_replaces_are_those_of_the_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = "<p>it&#8217;s a dory&#8201;&#8212;&#8201;&#8220;a dory&#8221;&#8230;&#8203;</p>"
    asked: list[list[str]] = []

    def answers(command: list[str], **_: Any) -> Any:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, html.encode(), b"")

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", answers)
    desk = Desk(
        tmp_path,
        {"Rule": RULE.format(more="")},
        "",
        "[asciidoctor]\na = b\nc = NO\n[*]\nBasedOnStyles = House",
    )
    found = desk.lint('it\'s a dory -- "`a dory`"...\n', "draft.adoc")
    assert [(d.column, d.text) for d in found] == [(8, "dory"), (20, "dory")]
    assert asked[0][:5] == ["asciidoctor", "-a", "a=b", "-a", "c!"]
