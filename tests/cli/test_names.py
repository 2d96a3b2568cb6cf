"""Drafts whose names look like options, as pre-commit and xargs hand them over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import desk, stylelint

BAD = "A very old boat.\n"


@pytest.mark.parametrize("name", ["-dash.txt", "--fix.txt", "--output=x.md", "-q.TXT", "--fix two.md"])
def test_a_draft_that_is_there_is_a_draft(tmp_path: Path, name: str) -> None:
    (desk(tmp_path) / name).write_text(BAD, "utf-8")
    done = stylelint(tmp_path, "check", "--format", "concise", name)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"{name}:1:3: error" in done.stdout
    assert (tmp_path / name).read_text("utf-8") == BAD, "no option was taken out of it"
    assert stylelint(tmp_path, "check", "--", name).returncode == 1


@pytest.mark.parametrize("name", ["-gone.txt", "--fix.py", "--nosuch"])
def test_what_is_not_there_or_no_draft_is_an_option(tmp_path: Path, name: str) -> None:
    (desk(tmp_path) / "--fix.py").write_text(BAD, "utf-8")
    done = stylelint(tmp_path, "check", name)
    assert done.returncode == 2
    assert "o such option" in done.stderr


def test_fix_takes_them_too(tmp_path: Path) -> None:
    (desk(tmp_path) / "-a.md").write_text("The advisor left.\n", "utf-8")
    assert stylelint(tmp_path, "fix", "-a.md").returncode == 0
    assert (tmp_path / "-a.md").read_text("utf-8") == "The adviser left.\n"
