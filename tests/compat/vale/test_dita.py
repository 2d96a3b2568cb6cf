"""Vale's rules on DITA, which the program dita reads."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from stylelint.errors import UserError
from tests.compat.vale.styles import Desk

RULE = "extends: existence\nmessage: “%s”\nscope: {scope}\ntokens: [dory]\n"
DRAFT = """\
<topic id="a"><title>A dory</title>
<body><p>One <b>dory</b>, <codeph>dory</codeph>.</p>
<note>Mind the dory.</note>
<codeblock>dory</codeblock></body></topic>
"""
HTML = """\
<html><head><title>A dory</title></head><body><h1 class="title">A dory</h1>
<nav>Parent: a dory</nav>
<p class="p">One <strong>dory</strong>, <code>dory</code>.</p>
<div class="note"><span class="note__title">Note:</span> Mind the dory.</div>
<pre><code>dory</code></pre></body></html>
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Stand in for the program; return what it is given, one after the other."""
    found: list[Path] = []

    def answers(command: list[str], **_: Any) -> Any:
        said = dict(part[2:].split("=", 1) for part in command[1:])
        given, out = Path(said["input"]), Path(said["output"])
        assert said["format"] == "html5" and given.read_text("utf-8") == DRAFT
        out.mkdir()
        (out / f"{given.stem}.html").write_text(HTML)
        found.append(given)
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", answers)
    return found


def desk(folder: Path, scope: str = "text") -> Desk:
    made = Desk(folder, {"Rule": RULE.format(scope=scope)})
    made.write("boats/a.dita", DRAFT)
    return made


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("text", [(1, 24), (2, 17), (3, 16)]), ("heading", [(1, 24)]), ("strong", [(2, 17)])],
)
def test_scopes(tmp_path: Path, asked: list[Path], scope: str, expected: list[tuple[int, int]]) -> None:
    found = desk(tmp_path, scope).lint(DRAFT, "boats/a.dita")
    assert [(d.line, d.column) for d in found] == expected
    assert asked == [tmp_path / "boats/a.dita"]


def test_brackets_in_a_name(tmp_path: Path, asked: list[Path]) -> None:
    made = desk(tmp_path)
    made.write("boats/[a].dita", DRAFT)
    assert [d.line for d in made.lint(DRAFT, "boats/[a].dita")] == [1, 2, 3]


def test_what_no_file_has_is_not_read(tmp_path: Path, asked: list[Path]) -> None:
    with pytest.raises(UserError, match=r"a\.dita: DITA is read from its file"):
        desk(tmp_path).lint(DRAFT + "<!-- more -->\n", "boats/a.dita")
    assert asked == []


def test_without_the_program_it_is_said_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(
        UserError, match=r"a\.dita: DITA is read by the program dita, which is not on the PATH"
    ):
        desk(tmp_path).lint(DRAFT, "boats/a.dita")


def test_a_program_that_writes_nothing_is_no_clean_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answers(command: list[str], **_: Any) -> Any:
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", answers)
    with pytest.raises(UserError, match=r"a\.dita: dita has written no HTML"):
        desk(tmp_path).lint(DRAFT, "boats/a.dita")
