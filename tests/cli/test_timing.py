"""`--timing`: the run is the same, and afterwards it is told where its time went."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stylelint.checks.banned import Banned
from stylelint.checks.duplicate import Duplicate
from stylelint.cli.timing import STEPS, Timing
from tests.cli.desk import desk, stylelint


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return desk(tmp_path, a="A very old boat.\n", b="The advisor left.\n", c="A boat.\n")


def test_the_report_and_the_status_are_the_same(home: Path) -> None:
    plain, timed = stylelint(home, "check"), stylelint(home, "check", "--timing")
    assert (timed.stdout, timed.returncode) == (plain.stdout, plain.returncode)
    assert not plain.stderr


def test_steps_and_rules_are_told(home: Path) -> None:
    said = stylelint(home, "check", "--timing").stderr
    rows = re.findall(r"^ *[\d.]+ ms +\d+%  (\S+)", said, re.M)
    assert rows[: len(STEPS)] == list(STEPS)
    assert set(rows[len(STEPS) + 1 :]) == {"house/very", "house/advisor"}, "the others were not asked"


def test_every_draft_is_linted_anew_and_nothing_is_kept(home: Path) -> None:
    stylelint(home, "check")
    said = stylelint(home, "check", "--timing").stderr
    assert "house/very" in said


def test_rules_that_cannot_be_spared_a_draft_are_counted(home: Path) -> None:
    (home / "house.yml").write_text(
        "rules:\n  twice: {check: duplicate, message: x}\n  b: {check: banned, words: [x], message: x}\n",
        "utf-8",
    )
    (home / "a.txt").write_text("A boat.\n\nA boat.\n", "utf-8")
    said = stylelint(home, "check", "--timing").stderr
    assert "Asked of every draft, as they wait for no words: 1 rule (duplicate)" in said
    assert "house/twice (asked of every draft)" in said


def test_fixes_and_standard_input_go_along(home: Path) -> None:
    done = stylelint(home, "check", "--fix", "--timing", "b.txt")
    assert done.returncode == 0
    assert (home / "b.txt").read_text("utf-8") == "The adviser left.\n"
    done = stylelint(home, "check", "--timing", "-", given=b"A very old boat.\n")
    assert done.returncode == 1
    assert "house/very" in done.stderr


def test_times_add_up_to_the_whole() -> None:
    timing = Timing(began=0.0)
    timing.steps.update(dict.fromkeys(STEPS, 0.0))
    timing.step("scan", lambda: None)
    *_, whole = [line for line in timing.table() if "in all" in line]
    shares = [int(found[1]) for line in timing.table() if (found := re.match(r".*ms +(\d+)%  \w+ +\S", line))]
    assert "100%" in whole
    assert sum(shares) - 100 in range(95, 106), "the steps, and the whole once more"


def test_a_check_knows_whether_it_can_wait() -> None:
    assert tuple(Banned(("boat",)).needs())
    assert not tuple(Duplicate().needs()) and not Duplicate().openings()
