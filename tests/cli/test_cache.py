"""`stylelint cache`, and how `check` uses what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import desk, stylelint


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "desk").mkdir()
    return desk(tmp_path / "desk", a="A very old boat.\n", b="The advisor left.\n", c="A boat.\n")


def run(home: Path, *arguments: str) -> tuple[int, str, str]:
    done = stylelint(home, *arguments, STYLELINT_CACHE_DIR=str(home.parent / "cache"))
    return done.returncode, done.stdout, done.stderr


def kept(home: Path) -> set[str]:
    return {path.parent.name for path in (home.parent / "cache").rglob("*") if path.is_file()}


def test_a_second_run_says_the_same(home: Path) -> None:
    first = run(home, "check", "--statistics")
    assert first[0] == 1
    assert run(home, "check", "--statistics") == first
    assert kept(home) == {"rulebooks", "results"}


def test_ignores_baselines_and_selections_hold_for_what_is_known_too(home: Path) -> None:
    (home / "a.md").write_text("A very boat. <!-- stylelint: ignore-line house/very -- it is -->\n", "utf-8")
    for _ in range(2):
        assert "a.md" not in run(home, "check")[1]
        assert "a.md" in run(home, "check", "--no-ignores")[1]
        assert "b.txt" not in run(home, "check", "--select", "house/very")[1]
    run(home, "baseline")
    for _ in range(2):
        assert run(home, "check")[0] == 0
        assert run(home, "check", "--no-baseline")[0] == 1


def test_ignores_that_are_of_no_use_are_told_every_time(home: Path) -> None:
    (home / "c.md").write_text("A boat. <!-- stylelint: ignore-line house/very -- it is -->\n", "utf-8")
    first = run(home, "check", "c.md")
    assert "stylelint/unused-ignore" in first[1]
    assert run(home, "check", "c.md") == first


def test_fixes_are_made_of_drafts_that_are_known(home: Path) -> None:
    run(home, "check")
    assert run(home, "check", "--fix", "b.txt")[0] == 0
    assert (home / "b.txt").read_text("utf-8") == "The adviser left.\n"


def test_nothing_is_read_or_kept_where_nobody_wants_it(home: Path) -> None:
    first = run(home, "check", "--no-cache")
    assert kept(home) == {"rulebooks"}
    run(home, "check")
    for path in (home.parent / "cache/results").iterdir():
        path.write_bytes(b"not to be read")
    assert run(home, "check", "--no-cache") == first
    assert {path.read_bytes() for path in (home.parent / "cache/results").iterdir()} == {b"not to be read"}


def test_the_folder_is_told_and_emptied(home: Path) -> None:
    run(home, "check")
    folder = home.parent / "cache"
    assert run(home, "cache", "dir") == (0, f"{folder}\n", "")
    files = [path for path in folder.rglob("*") if path.is_file()]
    status, said, _ = run(home, "cache", "clear")
    assert status == 0
    assert said.startswith(f"{len(files)} files deleted, ")
    assert not folder.exists()
    assert run(home, "cache", "clear")[:2] == (0, "0 files deleted, 0.0 MB\n")


def test_what_is_not_ours_stays(home: Path) -> None:
    run(home, "check")
    mine = home.parent / "cache/mine.txt"
    mine.write_text("x", "utf-8")
    run(home, "cache", "clear")
    assert [path.name for path in mine.parent.iterdir()] == ["mine.txt"]
