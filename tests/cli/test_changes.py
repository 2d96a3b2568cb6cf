"""`--since` and `--staged` as a desk uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import desk, stylelint
from tests.repository import commit, git, repository

OLD = "A very old boat sank. The advisor\nleft on Monday.\n\nA very quiet day.\n"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    folder = desk(repository(tmp_path / "desk"))
    (folder / "a.md").write_text(OLD)
    commit(folder, b="A very old boat.\n")
    return folder


def concise(folder: Path, *arguments: str) -> list[str]:
    run = stylelint(folder, "check", "--format", "concise", "-q", *arguments)
    assert run.stderr == "", run.stderr
    return [line.partition(" ")[0] + line[line.rindex(" [") :] for line in run.stdout.splitlines()]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            ("A very old", "A very, very old"),
            ["a.md:1:3: [house/very]", "a.md:1:9: [house/very]", "a.md:1:33: [house/advisor]"],
        ),
        (("Monday", "Sunday"), ["a.md:1:27: [house/advisor]"]),  # the sentence began in the line before
        (("quiet", "silent"), ["a.md:4:3: [house/very]"]),
        (("\n\nA", "\n\nNew.\n\nA"), []),
        (("left on Monday", "left"), ["a.md:1:27: [house/advisor]"]),
    ],
)
def test_only_changed_sentences(repo: Path, change: tuple[str, str], found: list[str]) -> None:
    assert concise(repo, "--since", "HEAD") == []
    (repo / "a.md").write_text(OLD.replace(*change))
    assert concise(repo, "--since", "HEAD") == found
    assert concise(repo, "--staged") == []
    git(repo, "add", ".")
    assert concise(repo, "--staged") == found


def test_a_half_staged_draft_is_judged_as_it_will_be_committed(repo: Path) -> None:
    (repo / "b.txt").write_text("A very new boat.\n")
    git(repo, "add", "b.txt")
    (repo / "b.txt").write_text("The advisor, by a boat.\n")
    assert concise(repo, "--staged") == ["b.txt:1:3: [house/very]"]
    assert concise(repo, "--since", "HEAD") == ["b.txt:1:5: [house/advisor]"]
    (repo / "b.txt").unlink()
    assert concise(repo, "--staged") == ["b.txt:1:3: [house/very]"]
    git(repo, "rm", "-q", "--cached", "b.txt")
    assert concise(repo, "--staged") == []


@pytest.mark.parametrize("name", ["a b.txt", "-a.txt", "é😀.txt", "'\"q\\.txt", "in/a\nb.txt"])
def test_odd_names(repo: Path, name: str) -> None:
    (repo / name).parent.mkdir(exist_ok=True)
    (repo / name).write_text("A very new boat.\n")
    git(repo, "add", "--", name)
    shown = name.replace("\n", " ")
    for arguments in (
        ["--staged"],
        ["--staged", "--", name],
        ["--staged", "."],
        ["--since", "HEAD", "--", name],
    ):
        run = stylelint(repo, "check", "--format", "concise", "-q", *arguments)
        assert run.stdout == f"{shown}:1:3: error: “very” adds nothing. [house/very]\n"


def test_paths_narrow_it_down(repo: Path) -> None:
    (repo / "in").mkdir()
    for name in ("in/c.txt", "d.txt", "in/e.dat"):
        (repo / name).write_text("A very new boat.\n")
    git(repo, "add", ".")
    assert concise(repo, "--staged", "in") == ["in/c.txt:1:3: [house/very]"]
    assert concise(repo, "--staged", "in/e.dat") == ["in/e.dat:1:3: [house/very]"]
    assert concise(repo / "in", "--staged") == ["c.txt:1:3: [house/very]"]
    assert concise(repo / "in", "--staged", "../d.txt") == ["../d.txt:1:3: [house/very]"]
    (repo / "stylelint.yml").write_text("rulebooks: [house.yml]\nexclude: [in]\n")
    assert concise(repo, "--staged") == ["d.txt:1:3: [house/very]"]
    assert concise(repo, "--staged", "in/c.txt", "--force-exclude") == []


def test_what_was_named_is_looked_at_or_told(repo: Path) -> None:
    (repo / ".gitignore").write_text("*.log.txt\n")
    (repo / "x.log.txt").write_text("A very new boat.\n")
    assert concise(repo, "--since", "HEAD") == []
    assert concise(repo, "--since", "HEAD", "x.log.txt") == ["x.log.txt:1:3: [house/very]"]
    (repo.parent / "outside.txt").write_text("A very new boat.\n")
    run = stylelint(repo, "check", "--since", "HEAD", "../outside.txt")
    assert run.returncode == 2
    assert run.stderr.startswith("stylelint: ../outside.txt: is not in this repository")


def test_no_commit_yet(tmp_path: Path) -> None:
    folder = desk(repository(tmp_path), a="A very old boat.\n", b="A very old boat.\n")
    git(folder, "add", "a.txt")
    assert concise(folder, "--staged") == ["a.txt:1:3: [house/very]"]
    assert len(concise(folder, "--since", "HEAD")) == 2


def test_ignores_and_the_baseline_hold_for_changes_too(repo: Path) -> None:
    stylelint(repo, "baseline")
    (repo / "b.txt").write_text("A very old boat.\n\nA very new boat.\n")
    (repo / "c.md").write_text("<!-- stylelint: ignore house/very -->\nA very new boat.\n")
    assert concise(repo, "--since", "HEAD") == ["b.txt:3:3: [house/very]"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--since", "nope"], "--since nope: no such commit here"),
        (["--since", "HEAD", "--staged"], "--since and --staged: choose one"),
        (["--staged", "-"], "standard input is not in git"),
        (["--staged", "nope.txt"], "nope.txt: no such file or folder"),
        (["--since", "HEAD", "nope.txt"], "nope.txt: no such file or folder"),
    ],
)
def test_a_mistake_is_one_line(repo: Path, arguments: list[str], line: str) -> None:
    run = stylelint(repo, "check", *arguments)
    assert run.returncode == 2
    assert run.stderr.startswith(f"stylelint: {line}") and run.stderr.count("\n") == 1


def test_outside_of_a_repository(tmp_path: Path) -> None:
    run = stylelint(desk(tmp_path, a="A boat.\n"), "check", "--since", "HEAD")
    assert run.returncode == 2
    assert run.stderr.startswith(
        "stylelint: what has changed can only be told in a git repository: fatal: not a git"
    )


def test_in_a_hook_of_a_partial_commit(repo: Path) -> None:
    """`git commit FILE` gives its hooks an index of their own."""
    hook = repo / ".git/hooks/pre-commit"
    program = " ".join(stylelint(repo, "--version").args[:3])
    hook.write_text(f"#!/bin/sh\nexec {program} check --staged --format concise -q > found.log\n")
    hook.chmod(0o755)
    for name in ("c.txt", "d.txt"):
        (repo / name).write_text("A very new boat.\n")
    git(repo, "add", ".")
    with pytest.raises(AssertionError):
        git(repo, "commit", "-qm", "One of two", "c.txt")
    assert (repo / "found.log").read_text() == "c.txt:1:3: error: “very” adds nothing. [house/very]\n"


HEAD, TAIL = "The advisor sat.\n\n", "\nAn advisor slept.\n"
SAID = "A very long day. A very, very long advisor\nwent by.\n"


@pytest.fixture
def changed(repo: Path) -> Path:
    """A draft of which one paragraph in the midst has changed."""
    (repo / "c.md").write_text(f"{HEAD}A day.\n{TAIL}")
    commit(repo)
    (repo / "c.md").write_text(HEAD + SAID + TAIL)
    return repo


@pytest.mark.parametrize("command", [["fix"], ["check", "--fix"]])
def test_only_what_has_changed_is_mended(changed: Path, command: list[str]) -> None:
    run = stylelint(changed, *command, "--since", "HEAD", "--unsafe-fixes")
    assert run.returncode == 0, run.stdout + run.stderr
    assert (changed / "c.md").read_text() == f"{HEAD}A long day. A, long adviser\nwent by.\n{TAIL}"
    assert (changed / "a.md").read_text() == OLD


def test_a_preview_of_what_has_changed(changed: Path) -> None:
    run = stylelint(changed, "fix", "--since", "HEAD", "--diff")
    assert run.returncode == 1
    assert [line for line in run.stdout.splitlines() if line[0] in "+-"][2:] == [
        "-A very long day. A very, very long advisor", "+A very long day. A very, very long adviser",
    ]  # fmt: skip


def test_what_is_taken_out_whole_does_not_bring_its_neighbours_in(changed: Path) -> None:
    (changed / "house.yml").write_text(
        (changed / "house.yml").read_text() + "  gone:\n    check: furniture\n    lines: ['^Gone.$']\n"
        "    message: m\n    why: w\n    fix: safe\n"
        "    examples: [{bad: Gone., good: ''}, {good: Not gone.}]\n"
    )
    (changed / "c.md").write_text(f"{HEAD}Gone.\n\nA day.\n{TAIL}")
    assert stylelint(changed, "check", "--fix", "--since", "HEAD", "c.md").returncode == 0
    assert (changed / "c.md").read_text() == f"{HEAD}A day.\n{TAIL}"


def test_ignores_are_written_for_what_has_changed(changed: Path) -> None:
    run = stylelint(changed, "check", "--add-ignores", "--since", "HEAD", "c.md")
    assert (run.returncode, run.stderr) == (0, "")
    ignore = "<!-- stylelint: ignore house/advisor, house/very -->\n"
    assert (changed / "c.md").read_text() == HEAD + ignore + SAID + TAIL


@pytest.mark.parametrize("option", ["--fix", "--add-ignores"])
def test_the_index_is_not_written_to(changed: Path, option: str) -> None:
    run = stylelint(changed, "check", option, "--staged")
    assert run.returncode == 2
    assert run.stderr.startswith(
        f"stylelint: {option} writes to the working tree, and --staged looks at the index;"
    )
