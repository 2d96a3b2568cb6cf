"""How much is too much: `--max-warnings` and budgets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.desk import desk, stylelint

ADVISOR, VERY = "An advisor.\n", "A very old boat.\n"


@pytest.mark.parametrize(
    ("draft", "config", "arguments", "status", "said"),
    [
        (ADVISOR, "", ["--max-warnings", "1"], 0, ""),
        (ADVISOR * 2, "", ["--max-warnings", "1"], 1, "2 warnings, and 1 are allowed"),
        (ADVISOR * 2, "max-warnings: 2\n", [], 0, ""),
        (ADVISOR * 2, "max-warnings: 2\n", ["--max-warnings", "0"], 1, "2 warnings, and 0 are allowed"),
        (ADVISOR * 2, "max-warnings: 1\n", ["--exit-zero"], 0, "2 warnings, and 1 are allowed"),
        (VERY, "max-warnings: 1\n", [], 1, ""),
        (VERY, "budgets: {house/very: 1}\n", [], 0, ""),
        (VERY * 2, "budgets: {house/very: 1}\n", [], 1, "the budget of house/very is 1, and 2 were found"),
        (
            ADVISOR,
            "budgets: {house: 0}\n",
            ["--fail-on", "error"],
            1,
            "the budget of house is 0, and 1 was found",
        ),
        (VERY, "budgets: {'a*': 1}\n", [], 0, ""),
        (VERY, "budgets: {'b*': 1}\n", [], 1, ""),
        (
            VERY,
            "budgets: {hose: 1}\n",
            [],
            2,
            "stylelint.yml:2:11: no rule, chapter or folder “hose”; did you mean",
        ),
        (VERY, "budgets: {'a*': 1}\n", ["a.txt", "nope.txt"], 2, "nope.txt: no such file or folder"),
    ],
)
def test_exit_status(
    tmp_path: Path, draft: str, config: str, arguments: list[str], status: int, said: str
) -> None:
    folder = desk(tmp_path, a=draft.replace("\n", "\n\n"))
    (folder / "stylelint.yml").write_text(f"rulebooks: [house.yml]\n{config}", "utf-8")
    run = stylelint(folder, "check", *arguments)
    assert run.returncode == status
    assert run.stderr.startswith(f"stylelint: {said}" if said else "") and run.stderr.count("\n") == bool(
        said
    )


def test_what_is_in_the_baseline_costs_nothing(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=VERY)
    (folder / "stylelint.yml").write_text("rulebooks: [house.yml]\nbudgets: {house: 0}\n", "utf-8")
    stylelint(folder, "baseline")
    assert stylelint(folder, "check", "--show-baselined").returncode == 0


NICE = "A nice boat.\n\n"


@pytest.mark.parametrize(
    ("level", "told", "status"),
    [
        ("suggestion", ["advisor", "nice", "very"], 1),
        ("warning", ["advisor", "very"], 1),
        ("error", ["very"], 1),
    ],
)
def test_lighter_findings_are_not_told(tmp_path: Path, level: str, told: list[str], status: int) -> None:
    folder = desk(tmp_path, a=f"{ADVISOR}\n{NICE}{VERY}")
    run = stylelint(folder, "check", "--format", "jsonl", "--min-level", level)
    rules = [json.loads(line)["rule"] for line in run.stdout.splitlines() if "house/" in line]
    assert (rules, run.returncode) == ([f"house/{rule}" for rule in told], status)


@pytest.mark.parametrize("asked", [["--fail-on", "suggestion"], ["--max-warnings", "0"]])
def test_what_is_not_told_does_not_count(tmp_path: Path, asked: list[str]) -> None:
    folder = desk(tmp_path, a=f"{ADVISOR}\n{NICE}")
    assert stylelint(folder, "check", *asked).returncode == 1
    assert stylelint(folder, "check", "--min-level", "error", *asked).returncode == 0


def test_an_ignore_of_what_is_not_told_is_of_use(tmp_path: Path) -> None:
    folder = desk(tmp_path)
    for name, text in (("a", NICE), ("b", "An old boat.\n")):
        (folder / f"{name}.md").write_text(
            f"<!-- stylelint: ignore house/nice -- so it is -->\n{text}", "utf-8"
        )
    run = stylelint(folder, "check", "--min-level", "warning", "--format", "jsonl")
    told = [json.loads(line) for line in run.stdout.splitlines() if '"rule"' in line]
    assert [(one["path"], one["rule"]) for one in told] == [("b.md", "stylelint/unused-ignore")]


def test_a_baseline_keeps_what_is_not_told(tmp_path: Path) -> None:
    folder = desk(tmp_path, a=NICE)
    stylelint(folder, "baseline")
    run = stylelint(folder, "check", "--strict-baseline", "--min-level", "warning")
    assert (run.stdout.count("baseline"), run.returncode) == (0, 0)
