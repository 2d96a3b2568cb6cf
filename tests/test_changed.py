"""What has changed, in real repositories of every sort."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stylelint.changed import Lines, Repository, carried, key, parse, touched
from stylelint.diagnostics import Diagnostic, Related
from stylelint.document import Span
from stylelint.errors import UserError
from stylelint.readers import read
from tests.repository import commit, git, repository

THREE = "One.\nTwo.\nThree.\n"


def lines(*added: int, cut: tuple[int, ...] = ()) -> Lines:
    return Lines(frozenset(added), frozenset(cut))


def named(changes: dict[str, Lines], folder: Path) -> dict[str, Lines]:
    return {os.path.relpath(path, os.path.realpath(folder)): change for path, change in changes.items()}


def since(folder: Path, ref: str = "HEAD") -> dict[str, Lines]:
    return named(Repository(str(folder)).since(ref), folder)


def staged(folder: Path) -> dict[str, Lines]:
    return named(Repository(str(folder)).staged(), folder)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "copy")
    commit(folder, a=THREE)
    return folder


@pytest.mark.parametrize(
    ("after", "change"),
    [
        ("One.\nTwo!\nThree.\n", lines(2)),
        ("One.\nTwo.\nTwo and a half.\nThree.\n", lines(3)),
        ("One.\nThree.\n", lines(cut=(1,))),
        ("Two.\nThree.\n", lines(cut=(0,))),
        ("One.\nTwo.\nThree.", lines(3)),  # the line end at the end has gone
        ("One.\n++ b/Two.\n-- a/x\n+++ b/evil.txt\n@@ -1 +1 @@\nThree.\n", lines(2, 3, 4, 5)),
        ("One.\r\nTwo.\nThree.\n", lines(1)),
    ],
)
def test_lines_not_hunks(repo: Path, after: str, change: Lines) -> None:
    (repo / "a.txt").write_bytes(after.encode())
    assert since(repo) == {"a.txt": change}


def test_nothing(repo: Path) -> None:
    (repo / "a.txt").write_bytes(THREE.encode())
    assert since(repo) == staged(repo) == {}


@pytest.mark.parametrize(
    "name", ["a b.txt", "-a.txt", "é😀.txt", "'\"q\\.txt", "a\nb.txt", "a\tb.txt", " a .txt", "b/b/a.txt"]
)
def test_names(repo: Path, name: str) -> None:
    (repo / name).parent.mkdir(exist_ok=True, parents=True)
    (repo / name).write_text(THREE)
    assert since(repo) == {name: Lines(all=True)}  # git does not know it yet
    git(repo, "add", "--", name)
    assert staged(repo) == {name: lines(1, 2, 3)}
    commit(repo)
    (repo / name).write_text("One.\nTwo.\nThree!\n")
    assert since(repo) == {name: lines(3)}
    git(repo, "add", "--", name)
    assert dict(Repository(str(repo)).blobs([key(str(repo / name))])) == {
        key(str(repo / name)): b"One.\nTwo.\nThree!\n"
    }


@pytest.mark.parametrize(
    "setting",
    [
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("color.ui", "always"),
        ("diff.external", "false"),
        ("core.quotePath", "false"),
        ("diff.interHunkContext", "9"),
        ("diff.renames", "false"),
        ("diff.relative", "true"),
    ],
)
def test_no_setting_of_the_user_s_matters(repo: Path, setting: tuple[str, str]) -> None:
    git(repo, "config", *setting)
    git(repo, "mv", "a.txt", "é.txt")
    (repo / "é.txt").write_text("One.\nTwo.\nThree!\n")
    assert since(repo) == {"é.txt": lines(3)}


def test_renames_are_followed(repo: Path) -> None:
    text = "".join(f"Sentence {i} of the story.\n" for i in range(20))
    commit(repo, a=text)
    git(repo, "mv", "a.txt", "b.txt")
    assert staged(repo) == {}
    (repo / "b.txt").write_text(text.replace(" 7 ", " seven "))
    assert since(repo) == {"b.txt": lines(8)}
    assert staged(repo) == {}


def test_deleted_ignored_and_linked_files_are_no_drafts(repo: Path) -> None:
    commit(repo, b=THREE)
    (repo / "b.txt").unlink()
    (repo / ".gitignore").write_text("c.txt\n")
    (repo / "c.txt").write_text(THREE)
    (repo / "d.txt").symlink_to("a.txt")
    git(repo, "add", "d.txt")
    assert set(since(repo)) == {".gitignore", "d.txt"}
    assert dict(Repository(str(repo)).blobs([key(str(repo / "d.txt"))])) == {}


def test_the_index_not_the_working_tree(repo: Path) -> None:
    (repo / "a.txt").write_text("One!\nTwo.\nThree.\n")
    git(repo, "add", "a.txt")
    (repo / "a.txt").write_text("One!\nTwo.\nThree!\n")
    assert staged(repo) == {"a.txt": lines(1)}
    assert since(repo) == {"a.txt": lines(1, 3)}
    assert [data for _, data in Repository(str(repo)).blobs([key(str(repo / "a.txt"))])] == [
        b"One!\nTwo.\nThree.\n"
    ]


def test_no_commit_yet(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    (folder / "a.txt").write_text(THREE)
    (folder / "b.txt").write_text(THREE)
    git(folder, "add", "a.txt")
    assert staged(folder) == {"a.txt": lines(1, 2, 3)}
    assert since(folder) == {"a.txt": lines(1, 2, 3), "b.txt": Lines(all=True)}


def test_a_branch_answers_for_its_own_lines_alone(repo: Path) -> None:
    story = "One.\n\n\nTwo.\n\n\nThree.\n"
    commit(repo, a=story)
    git(repo, "switch", "--quiet", "--create", "story")
    commit(repo, a=story.replace("Three.", "Three!"))
    git(repo, "switch", "--quiet", "main")
    commit(repo, a=story.replace("One.", "One!"), b=THREE)
    git(repo, "switch", "--quiet", "story")
    assert since(repo, "main") == {"a.txt": lines(7)}
    git(repo, "merge", "--quiet", "--no-commit", "main")
    assert since(repo, "main") == {"a.txt": lines(7)}
    assert staged(repo) == {"a.txt": lines()}  # all of it was said on one side or the other
    (repo / "a.txt").write_text("One!\n\n\nTwo and more.\n\n\nThree!\n")
    git(repo, "add", "a.txt")
    assert staged(repo) == {"a.txt": lines(4)}
    commit(repo)
    assert since(repo, "main") == {"a.txt": lines(4, 7)}
    assert since(repo, "HEAD^2") == {"a.txt": lines(4, 7)}
    assert set(since(repo, "HEAD^1")) == {"a.txt", "b.txt"}


def test_a_conflict_is_no_draft_yet(repo: Path) -> None:
    git(repo, "switch", "--quiet", "--create", "story")
    commit(repo, a="Three!\n")
    git(repo, "switch", "--quiet", "main")
    commit(repo, a="Four!\n")
    with pytest.raises(AssertionError):
        git(repo, "merge", "story")
    assert staged(repo) == {}
    assert dict(Repository(str(repo)).blobs([key(str(repo / "a.txt"))])) == {}


def test_a_worktree(repo: Path, tmp_path: Path) -> None:
    git(repo, "worktree", "add", "--quiet", str(tmp_path / "other"), "-b", "other")
    (tmp_path / "other" / "a.txt").write_text("One!\nTwo.\nThree.\n")
    assert since(tmp_path / "other", "main") == {"a.txt": lines(1)}
    assert since(repo) == {}
    (tmp_path / "other" / "sub").mkdir()
    git(tmp_path / "other", "add", ".")
    assert set(Repository(str(tmp_path / "other" / "sub")).staged()) == {
        key(str(tmp_path / "other" / "a.txt"))
    }


def test_through_a_link_to_the_folder(repo: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(repo)
    (repo / "a.txt").write_text("One!\n")
    assert key(str(tmp_path / "link" / "a.txt")) in Repository(str(tmp_path / "link")).since("HEAD")


@pytest.mark.parametrize(
    ("ref", "hint"),
    [
        ("origin/story", "git fetch origin story:refs/remotes/origin/story"),
        ("story", "git fetch origin story"),
        ("HEAD~2", "git fetch --deepen=100, or --unshallow"),
    ],
)
def test_a_shallow_clone_says_what_to_fetch(repo: Path, tmp_path: Path, ref: str, hint: str) -> None:
    commit(repo, a="One.\n")
    git(repo, "branch", "story")
    commit(repo, a="Two.\n")
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--branch", "main", f"file://{repo}", "shallow")
    with pytest.raises(UserError, match="no such commit here, which is a shallow clone") as told:
        since(tmp_path / "shallow", ref)
    assert hint in str(told.value)
    for command in ("fetch origin story:refs/remotes/origin/story", "fetch --quiet --unshallow"):
        git(tmp_path / "shallow", *command.split())
    assert since(tmp_path / "shallow", "origin/story" if ref == "story" else ref) is not None


def test_a_shallow_clone_that_lacks_the_parting_of_the_ways(repo: Path, tmp_path: Path) -> None:
    git(repo, "switch", "--quiet", "--create", "story")
    commit(repo, b=THREE)
    git(repo, "switch", "--quiet", "main")
    commit(repo, c=THREE)
    git(
        tmp_path,
        "clone",
        "--quiet",
        "--depth",
        "1",
        "--no-single-branch",
        "--branch",
        "story",
        f"file://{repo}",
        "shallow",
    )
    with pytest.raises(UserError, match=r"is not in this clone.*--deepen"):
        since(tmp_path / "shallow", "origin/main")
    git(tmp_path / "shallow", "fetch", "--quiet", "--deepen=1")
    assert set(since(tmp_path / "shallow", "origin/main")) == {"b.txt"}


def test_no_such_commit_and_no_repository(repo: Path, tmp_path: Path) -> None:
    for ref in ("nope", "", "--all", "HEAD~9"):
        with pytest.raises(UserError, match=f"^--since {ref}: no such commit here$"):
            since(repo, ref)
    with pytest.raises(UserError, match="can only be told in a git repository"):
        Repository(str(tmp_path))


def test_parse_knows_a_file_without_a_line_end() -> None:
    none = b"\\ No newline at end of file\n"
    diff = b"diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n" + none + b"+y\n" + none
    assert list(parse(diff)) == [(b"a", lines(1))]


WRAPPED = "First sentence here. Second one\nruns over two lines. Third.\n\nAnother paragraph.\n"


@pytest.mark.parametrize(
    ("word", "change", "told"),
    [
        ("First", lines(1), True),
        ("First", lines(2), False),
        ("Second", lines(1), True),
        ("Second", lines(2), True),  # the other line of the same sentence
        ("Third", lines(1), False),
        ("Third", lines(2), True),
        ("Another", lines(1, 2), False),
        ("Another", Lines(all=True), True),
        ("Second", lines(cut=(1,)), True),  # out of its midst
        ("First", lines(cut=(1,)), False),
        ("Another", lines(cut=(3,)), False),
        ("Another", lines(cut=(4,)), False),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_changed_sentences_count(word: str, change: Lines, told: bool, end: str) -> None:
    document = read("a.md", WRAPPED.replace("\n", end).encode())
    at = document.source.index(word)
    found = Diagnostic("a.txt", Span(at, at + 3), "a/b", "error", "", word[:3], 1, 1, 1, 1)
    assert bool(touched(document, [found], change)) == told


def test_a_finding_counts_where_the_place_that_it_points_to_has_changed() -> None:
    document = read("a.txt", b"A boat.\n\nThe boat.\n\nBoats.\n")
    found = Diagnostic(
        "a.txt", Span(9, 12), "a/b", "error", "", "The", 3, 1, 3, 4, related=(Related(1, 3, "here"),)
    )
    assert touched(document, [found], lines(1)) == touched(document, [found], lines(3)) == [found]
    assert touched(document, [found], lines(5)) == []


@pytest.mark.parametrize(
    ("before", "change", "after", "now"),
    [
        ("a b c", Lines(frozenset({2})), "a b c", Lines(frozenset({2}))),
        ("a b c", Lines(frozenset({2})), "a B c", Lines(frozenset({2}))),
        ("a b c d", Lines(frozenset({2, 4})), "a c d", Lines(frozenset({3}), frozenset({1}))),
        ("a b c", Lines(frozenset({2})), "x a b c", Lines(frozenset({1, 3}))),
        ("a b c", Lines(frozenset(), frozenset({2})), "a x b c", Lines(frozenset({2}), frozenset({3}))),
        ("a b", Lines(frozenset(), frozenset({0, 2})), "a b", Lines(frozenset(), frozenset({0, 2}))),
        ("a b", Lines(all=True), "x", Lines(all=True)),
    ],
)
def test_changed_lines_are_carried_over_to_a_text_that_was_mended(
    before: str, change: Lines, after: str, now: Lines
) -> None:
    assert carried(change, before.replace(" ", "\n"), after.replace(" ", "\n")) == now
