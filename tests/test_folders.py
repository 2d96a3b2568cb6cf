"""What is listed of folders: files by the folder they lie in, and what lies beside them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from stylelint.folders import below


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.md", "a.TXT", ".hidden/c.md", "in/Stylelint.YML", "in/deep/d.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.\n", "utf-8")
    return tmp_path


def test_files_are_listed_by_folders_with_the_names_of_all_that_lies_there(folder: Path) -> None:
    assert list(map(tuple, below("."))) == [
        ("", ["a.TXT", "b.md"], {"a.txt", "b.md", ".hidden", "in"}),
        ("in/", ["Stylelint.YML"], {"stylelint.yml", "deep"}),
        ("in/deep/", ["d.md"], {"d.md"}),
    ]


def test_git_does_not_tell_all_that_lies_beside(folder: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    (folder / ".gitignore").write_text("stylelint.yml\nStylelint.YML\n", "utf-8")
    assert list(map(tuple, below("in"))) == [("in/deep/", ["d.md"], None)]


def test_a_folder_that_cannot_be_listed_is_named_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def barred(path: str) -> object:
        if path == "in":
            raise PermissionError(path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", barred)
    assert [tuple(one) for one in below(".")][1:] == [("in", [""], None)]


@pytest.mark.parametrize("name", [".git", ".GIT"])
def test_a_folder_of_gits_begins_a_repository_by_its_own_name(folder: Path, name: str) -> None:
    (folder / "in" / name).mkdir()
    listed = [one.prefix for one in below(".")]
    assert listed == ["", "in/", "in/deep/"]


def test_git_names_a_link_to_a_folder_which_is_no_file(folder: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    (folder / "again.md").symlink_to(folder / "in", target_is_directory=True)
    (folder / "link.md").symlink_to(folder / "b.md")
    subprocess.run(["git", "add", "again.md", "link.md", "b.md"], cwd=folder, check=True)
    listed = [prefix + name for prefix, names, _ in below(".") for name in names]
    assert "link.md" in listed
    assert "again.md" not in listed
