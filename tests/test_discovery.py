"""Which files are taken: git's view of folders, names that the user gives, exclusions, links."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from stylelint.discovery import Choice, Globs, find, head

SUFFIXES = (".txt", ".md")


def tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.\n", "utf-8")


def git(root: Path, *command: str) -> None:
    subprocess.run(["git", *command], cwd=root, check=True, capture_output=True)


def found(*paths: str, exclude: tuple[str, ...] = (), force: bool = False) -> list[str]:
    choice = Choice(exclude=(Globs(exclude, os.getcwd()),))
    return find(paths, SUFFIXES, lambda path, beside: choice, force=force)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(folder: Path) -> Path:
    git(folder, "init", "-q")
    return folder


@pytest.mark.parametrize("make_git", [False, True])
def test_folders_give_known_suffixes_in_order(folder: Path, make_git: bool) -> None:
    tree(folder, "b.md", "a.TXT", "c.py", "z/y.txt", "z/a b.txt", "z/-x.md", "zz.txt", "é.md")
    if make_git:
        git(folder, "init", "-q")
    assert found(".") == ["a.TXT", "b.md", "z/-x.md", "z/a b.txt", "z/y.txt", "zz.txt", "é.md"]
    assert found("z") == ["z/-x.md", "z/a b.txt", "z/y.txt"]
    assert found("./z/") == ["./z/-x.md", "./z/a b.txt", "./z/y.txt"]


def test_a_file_is_taken_whatever_its_suffix_and_once(folder: Path) -> None:
    tree(folder, "a.py", "b.md")
    assert found("b.md", "a.py", "./b.md", ".") == ["a.py", "b.md"]


@pytest.mark.parametrize("paths", [("a.md", "b.md", "d"), ("d", "b.md", "a.md")])
def test_the_order_of_paths_changes_nothing(folder: Path, paths: tuple[str, ...]) -> None:
    tree(folder, "a.md", "b.md", "d/a.md")
    assert found(*paths) == ["a.md", "b.md", "d/a.md"]


def test_what_git_ignores_is_left_out_unless_named(repository: Path) -> None:
    tree(repository, "a.md", "build/b.md", "notes/c.md", "notes/keep.md")
    (repository / ".gitignore").write_text("build/\nnotes/c.md\n")
    assert found(".") == ["a.md", "notes/keep.md"]
    assert found("notes") == ["notes/keep.md"]
    assert found("build") == ["build/b.md"]  # named, so wanted
    assert found("notes/c.md") == ["notes/c.md"]


def test_tracked_and_new_files_are_seen_and_deleted_ones_are_not(repository: Path) -> None:
    tree(repository, "old.md", "gone.md")
    git(repository, "add", ".")
    (repository / "gone.md").unlink()
    tree(repository, "new.md")
    assert found(".") == ["new.md", "old.md"]


def test_repositories_inside_a_repository_are_looked_into(repository: Path) -> None:
    tree(repository, "a.md", "sub/b.md", "sub/skip/c.md")
    git(repository / "sub", "init", "-q")
    (repository / "sub/.gitignore").write_text("skip\n")
    assert found(".") == ["a.md", "sub/b.md"]


def test_hidden_folders_are_skipped_without_git(folder: Path) -> None:
    tree(folder, "a.md", ".cache/b.md", ".c.md")
    assert found(".") == ["a.md"]
    assert found(".cache/b.md") == [".cache/b.md"]


def test_a_hook_of_another_repository_does_not_confuse(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(repository, "a.md")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "nothing")
    (repository / ".gitignore").write_text("b.md\n")
    tree(repository, "b.md")
    assert found(".") == ["a.md"]


@pytest.mark.parametrize("make_git", [False, True])
def test_links_to_files_are_followed_and_links_to_folders_are_not(folder: Path, make_git: bool) -> None:
    tree(folder, "d/a.md")
    (folder / "link.md").symlink_to("d/a.md")
    (folder / "d" / "up").symlink_to("..")
    (folder / "broken.md").symlink_to("nowhere.md")
    (folder / ".#lock.md").symlink_to("editor@host")
    if make_git:
        git(folder, "init", "-q")
    assert found(".") == ["broken.md", "d/a.md", "link.md"]  # who reads the broken one says so


@pytest.mark.parametrize(
    ("globs", "left"),
    [
        ((), ["a.md", "old/b.md", "old/deep/c.md", "x/old/d.md"]),
        (("old",), ["a.md"]),  # a name anywhere
        (("old/",), ["a.md"]),
        (("old/deep",), ["a.md", "old/b.md", "x/old/d.md"]),
        (("old/*",), ["a.md", "x/old/d.md"]),
        (("*.md",), []),
        (("a.md", "*/old"), ["old/b.md", "old/deep/c.md"]),
        (("ld",), ["a.md", "old/b.md", "old/deep/c.md", "x/old/d.md"]),
    ],
)
def test_exclude(folder: Path, globs: tuple[str, ...], left: list[str]) -> None:
    tree(folder, "a.md", "old/b.md", "old/deep/c.md", "x/old/d.md")
    assert found(".", exclude=globs) == left


def test_what_is_excluded_is_linted_if_named_unless_forced(folder: Path) -> None:
    tree(folder, "old/a.md")
    assert found("old/a.md", exclude=("old",)) == ["old/a.md"]
    assert found("old/a.md", exclude=("old",), force=True) == []


def test_exclude_is_relative_to_its_own_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(folder, "old/a.md", "new/old/b.md")
    monkeypatch.chdir(folder / "new")
    choice = Choice(exclude=(Globs(("old/a.md",), str(folder)),))
    assert find(["..", "."], SUFFIXES, lambda path, beside: choice) == ["../new/old/b.md"]


@pytest.mark.parametrize("path", ["missing.md", "no/such/folder", "a\0b"])
def test_what_is_not_there_is_handed_on(folder: Path, path: str) -> None:
    assert found(path) == [path]


def test_globs_find_drafts_with_other_suffixes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.njk", "b.md", "c.py"):
        (tmp_path / name).write_text("x")
    choice = Choice(formats=("*.njk",))
    assert find(["."], SUFFIXES, lambda path, beside: choice) == ["a.njk", "b.md"]


@pytest.mark.parametrize(
    ("path", "expected"), [("a.md", ""), ("d/a.md", "d/"), ("d/e/a.md", "d/e/"), ("/a.md", "/"), ("", "")]
)
def test_what_names_the_folder_of_a_path(path: str, expected: str) -> None:
    assert head(path) == expected
    assert os.path.abspath(head(path)) == os.path.abspath(os.path.dirname(path))


class Barred:
    """A file on a disk that must be asked what it is, in a folder in which nothing may be asked."""

    name = "barred.md"
    path = "./barred.md"

    def is_symlink(self) -> bool:
        return False

    def is_file(self) -> bool:
        raise PermissionError(self.path)


def test_what_cannot_be_looked_at_is_left_to_whoever_reads_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "scandir", lambda _: iter([Barred()]))
    assert found(".") == ["barred.md"]


def test_git_is_asked_only_where_there_is_a_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(folder, "a/b.md", "a/c/d.md", "e/f.md")
    git(folder / "e", "init", "-q")
    asked: list[str] = []
    run = subprocess.run

    def noted(command: list[str], **options: Any) -> Any:
        asked.append(command[2])
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", noted)
    assert found("a") == ["a/b.md", "a/c/d.md"]
    assert not asked
    assert found(".") == ["a/b.md", "a/c/d.md", "e/f.md"]
    assert asked == ["e"]


def test_a_link_into_a_repository_is_seen_as_git_sees_it(folder: Path) -> None:
    tree(folder, "there/a.md", "there/d/b.md", "there/d/c.md")
    (folder / "there/.gitignore").write_text("c.md\n", "utf-8")
    git(folder / "there", "init", "-q")
    (folder / "link").symlink_to("there/d")
    assert found("link") == ["link/b.md"]


@pytest.mark.parametrize(
    ("globs", "base", "path", "covered"),
    [
        (("old",), "", "old", True),
        (("old",), "", "old/a.txt", True),
        (("old",), "", "new/old/b/a.txt", True),
        (("new/old",), "", "new/old/b/a.txt", True),
        (("old/",), "", "old/a.txt", True),
        (("a.txt",), "", "b/a.txt", True),
        (("b/*.txt",), "", "b/c/a.txt", True),
        (("*.txt",), "", "a.txt", True),
        (("c/*.txt",), "", "b/c/a.txt", False),
        (("old",), "", "older/a.txt", False),
        (("c/*.txt",), "b", "b/c/a.txt", True),
        (("b/*.txt",), "b", "b/a.txt", False),
        (("../a.txt",), "b", "a.txt", True),
        (("c",), "b", "c/a.txt", True),
        ((".",), "b", "b", True),
        ((".",), "b", "./b/", True),
        (("..",), "b", "b", False),
        (("..",), "b", "./c", True),
        (("c",), "", "b/../c/a.txt", True),
        (("b",), "", "b/../c/a.txt", False),
        ((), "", "a.txt", False),
    ],
)
def test_what_globs_cover(folder: Path, globs: tuple[str, ...], base: str, path: str, covered: bool) -> None:
    some = Globs(globs, str(folder / base))
    assert some.covers(path) is covered
    assert some.covers(os.path.join(folder, path)) is covered


def test_globs_without_a_base_start_from_where_we_are(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = Globs(("b/*.txt",))
    tree(folder, "b/a.txt")
    assert some.covers("b/a.txt")
    monkeypatch.chdir(folder / "b")
    assert not some.covers("b/../a.txt")
    assert not some.covers("a.txt")
