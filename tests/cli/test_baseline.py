"""`stylelint baseline`, and how `check` and `fix` heed it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.desk import desk, stylelint

NAME = ".stylelint-baseline.json"
VERY, ADVISOR = "A very old boat.\n", "The advisor left.\n"


def concise(folder: Path, *arguments: str) -> list[str]:
    run = stylelint(folder, "check", "--format", "concise", "-q", *arguments)
    assert run.returncode == bool([line for line in run.stdout.splitlines() if " suggestion: " not in line])
    return [line.partition(" ")[0] + line[line.rindex(" [") :] for line in run.stdout.splitlines()]


def noted(folder: Path) -> list[tuple[str, str]]:
    return [(e["path"], e["rule"]) for e in json.loads((folder / NAME).read_text())["entries"]]


def test_what_was_there_before_is_told_no_more(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=f"{VERY}\n{ADVISOR}", b=VERY)
    run = stylelint(folder, "baseline")
    assert (run.returncode, run.stdout) == (0, f"{NAME}: 3 entries, 3 new, 0 gone\n")
    assert noted(folder) == [("a.txt", "house/advisor"), ("a.txt", "house/very"), ("b.txt", "house/very")]
    assert concise(folder) == []
    assert concise(folder, "--no-baseline") == concise(folder, "--baseline", empty(folder))
    (folder / "a.txt").write_text(f"A very new boat.\n\n{ADVISOR}\n{VERY}")
    assert concise(folder) == ["a.txt:1:3: [house/very]"]
    (folder / "inner").mkdir()
    (folder / "inner" / "c.txt").write_text(VERY)
    assert concise(folder / "inner") == ["c.txt:1:3: [house/very]"]
    assert concise(folder / "inner", "../b.txt") == []


def test_of_a_known_draft_no_more_is_told_than_of_a_new_one(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=f"{VERY}\n{ADVISOR}", b=VERY, c="A boat.\n")
    concise(folder, "--no-baseline")  # from now on all is known of them but what a baseline needs
    stylelint(folder, "baseline", "b.txt", "c.txt")
    for _ in range(3):
        told = concise(folder)
        assert told == ["a.txt:1:3: [house/very]", "a.txt:3:5: [house/advisor]"]
        assert told == concise(folder, "--no-cache")
    (folder / "b.txt").write_text(f"{VERY}\nA very new boat.\n")
    for _ in range(2):
        assert (
            concise(folder, "b.txt") == concise(folder, "--no-cache", "b.txt") == ["b.txt:3:3: [house/very]"]
        )
    (folder / "c.txt").write_text(f"{VERY}\n<!-- stylelint: ignore house/very -->\nA very new boat.\n")
    for _ in range(2):
        assert concise(folder, "c.txt") == concise(folder, "--no-cache", "c.txt")


def empty(folder: Path) -> str:
    (folder / "empty.json").write_text('{"version": 1, "entries": []}')
    return "empty.json"


def test_it_is_the_same_from_every_folder(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    (folder / "in").mkdir()
    (folder / "in/a.txt").write_text(VERY)
    stylelint(folder, "baseline")
    before = (folder / NAME).read_bytes()
    run = stylelint(folder / "in", "baseline")
    assert run.stdout.endswith(f"{NAME}: 1 entry, 0 new, 0 gone\n")
    assert (folder / NAME).read_bytes() == before


def test_written_again_it_forgets_what_is_gone(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=VERY, b=VERY, c=VERY)
    stylelint(folder, "baseline")
    (folder / "a.txt").write_text("A boat.\n")
    (folder / "b.txt").unlink()
    (folder / "d.txt").write_text(ADVISOR)
    assert stylelint(folder, "baseline", "--prune").stdout == f"{NAME}: 1 entry, 0 new, 2 gone\n"
    assert noted(folder) == [("c.txt", "house/very")]
    assert stylelint(folder, "baseline").stdout == f"{NAME}: 2 entries, 1 new, 0 gone\n"


def test_some_drafts_or_rules_leave_the_others_as_they_were(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=f"{VERY}\n{ADVISOR}", b=VERY)
    stylelint(folder, "baseline")
    (folder / "a.txt").write_text("A boat.\n")
    (folder / "b.txt").write_text("A boat.\n")
    stylelint(folder, "baseline", "--select", "house/very", "a.txt")
    assert noted(folder) == [("a.txt", "house/advisor"), ("b.txt", "house/very")]


def test_a_renamed_draft_keeps_its_entries(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=VERY)
    stylelint(folder, "baseline")
    (folder / "a.txt").rename(folder / "z.txt")
    assert concise(folder) == []
    assert concise(folder, "--strict-baseline") == []
    stylelint(folder, "baseline", "--prune")
    assert noted(folder) == [("z.txt", "house/very")]


def test_a_strict_baseline_tells_what_is_gone(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=f"{VERY}\n{ADVISOR}", b=VERY)
    stylelint(folder, "baseline")
    (folder / "a.txt").write_text(f"{ADVISOR}\nAn advisor.\n")
    assert concise(folder) == ["a.txt:3:4: [house/advisor]"]
    stale = f"{NAME}:3:1: [stylelint/stale-baseline]"
    assert concise(folder, "--strict-baseline") == [stale, "a.txt:3:4: [house/advisor]"]
    assert concise(folder, "--strict-baseline", "b.txt") == []
    assert concise(folder, "--strict-baseline", "--select", "house/advisor") == ["a.txt:3:4: [house/advisor]"]
    assert concise(folder, "--strict-baseline", "--ignore", "stylelint") == ["a.txt:3:4: [house/advisor]"]


def test_it_can_be_shown_without_counting(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=VERY)
    stylelint(folder, "baseline")
    run = stylelint(folder, "check", "--show-baselined", "--format", "jsonl", "--fail-on", "suggestion")
    told = json.loads(run.stdout)
    assert (run.returncode, told["level"], told["fix"]) == (0, "suggestion", None)
    assert told["message"] == "“very” adds nothing. (in the baseline)"


def test_what_it_has_is_not_mended(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=ADVISOR)
    stylelint(folder, "baseline")
    (folder / "a.txt").write_text(f"{ADVISOR}\nAn advisor.\n")
    stylelint(folder, "fix")
    assert (folder / "a.txt").read_text() == f"{ADVISOR}\nAn adviser.\n"
    stylelint(folder, "fix", "--no-baseline")
    assert (folder / "a.txt").read_text() == "The adviser left.\n\nAn adviser.\n"


def test_it_is_not_written_where_not_everything_was_looked_at(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=VERY)
    stylelint(folder, "baseline")
    before = (folder / NAME).read_bytes()
    (folder / "b.txt").write_bytes(b"%PDF-1.7")
    run = stylelint(folder, "baseline")
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1].startswith("stylelint: no baseline was written")
    assert (folder / NAME).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["check", "--baseline", "no.json"], "no.json: no such file or folder"),
        (["check"], f"{NAME}:1:1: not JSON; was it merged by hand?"),
        (["baseline"], f"{NAME}:1:1: not JSON; was it merged by hand?"),
        (["baseline", "-"], "standard input has no place in a baseline"),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, arguments: list[str], line: str) -> None:
    folder = desk(tmp_path, a=VERY)
    (folder / NAME).write_text("<<<<<<< HEAD\n")
    run = stylelint(folder, *arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"stylelint: {line}") and run.stderr.count("\n") == 1
