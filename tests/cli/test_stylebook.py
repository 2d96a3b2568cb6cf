"""The command that writes a stylebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import OFF, desk, stylelint


def test_a_site_for_the_rules_in_force(tmp_path: Path) -> None:
    desk(tmp_path)
    done = stylelint(tmp_path, "stylebook", "out/site", "--title", "The Desk")
    assert (done.returncode, done.stdout) == (0, f"3 rules in 5 files: {Path('out/site/index.html')}\n")
    assert "<title>The Desk</title>" in (tmp_path / "out/site/index.html").read_text("utf-8")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out/site").iterdir()}
    assert len(before) == 5
    assert stylelint(tmp_path, "stylebook", "out/site", "--title", "The Desk").returncode == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "out/site").iterdir()} == before


def test_what_is_off_or_ignored_is_left_out(tmp_path: Path) -> None:
    desk(tmp_path)
    (tmp_path / "off.yml").write_text(OFF, "utf-8")
    (tmp_path / "stylelint.yml").write_text("rulebooks: [off.yml]\nignore: [house/advisor]\n", "utf-8")
    assert stylelint(tmp_path, "stylebook", "--format", "markdown", "out").stdout.startswith("1 rule ")
    page = (tmp_path / "out/chapter-house.md").read_text("utf-8")
    assert "house/very" in page and "house/nice" not in page and "house/advisor" not in page


def test_other_files_stay(tmp_path: Path) -> None:
    desk(tmp_path)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.html").write_text("mine", "utf-8")
    stylelint(tmp_path, "stylebook", "out")
    assert (tmp_path / "out/mine.html").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["house.yml"], "house.yml: cannot be made: "),
        (["house.yml/site"], "house.yml/site: cannot be made: "),
        ([], "Missing argument"),
        (["--rulebook", "nosuch", "out"], "no rulebook “nosuch”"),
        (["--format", "pdf", "out"], "pdf"),
    ],
)
def test_what_cannot_be(tmp_path: Path, arguments: list[str], said: str) -> None:
    desk(tmp_path)
    done = stylelint(tmp_path, "stylebook", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
