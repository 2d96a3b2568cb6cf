"""`show-config` and `show-files`: what holds and what would be looked at, without looking."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.desk import desk, stylelint

HOUSE = "rulebooks: [house.yml]\nignore: [house/nice]\nfix: {house/very: none}\nexclude: [old]\n"
SPORT = "extends: ../stylelint.yml\nignore: [house/very]\n"
SPORT += "paths: {'live/*': {fail-on: error, skip: {ids: ['no']}}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk(tmp_path)
    (tmp_path / "sport").mkdir()
    (tmp_path / "stylelint.yml").write_text(HOUSE)
    (tmp_path / "sport/stylelint.yml").write_text(SPORT)
    return tmp_path


def test_each_value_and_where_it_was_written(folder: Path) -> None:
    run = stylelint(folder, "show-config", "sport/live/a.txt")
    assert run.stdout == (
        "# What holds for sport/live/a.txt: sport/stylelint.yml\n"
        "# extends ../stylelint.yml  (sport/stylelint.yml:1:10)\n"
        "# paths live/*  (sport/stylelint.yml:3:9)\n"
        "rulebooks:\n  - house.yml  # stylelint.yml:1:13\n"
        "select: []  # default\n"
        "ignore:\n  - house/nice  # stylelint.yml:2:10\n  - house/very  # sport/stylelint.yml:2:10\n"
        "fail-on: error  # sport/stylelint.yml:3:20\n"
        "max-warnings: null  # default\n"
        "budgets: {}  # default\n"
        "fix:\n  house/very: none  # stylelint.yml:3:7\n"
        "require-reasons: false  # default\n"
        "include: []  # default\n"
        "exclude:\n  - old  # stylelint.yml:4:11\n"
        "formats: {}  # default\n"
        "skip: {ids: ['no']}  # sport/stylelint.yml:3:36\n"
        "roles: []  # default\n"
    )
    assert yaml.safe_load(run.stdout)["fix"] == {"house/very": "none"}


def test_as_json(folder: Path) -> None:
    record = json.loads(stylelint(folder / "sport", "show-config", "--format", "json", "live/a.txt").stdout)
    assert record["configuration"] == "stylelint.yml"
    assert record["paths"] == [{"glob": "live/*", "from": "stylelint.yml:3:9"}]
    assert record["settings"]["fail-on"] == {"value": "error", "from": ["stylelint.yml:3:20"]}
    assert record["settings"]["select"] == {"value": [], "from": []}
    assert record["settings"]["ignore"]["value"] == ["house/nice", "house/very"]
    assert not record["left_out"]


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ([], "# What holds for this folder: stylelint.yml"),
        (["old/a.txt"], "# What holds for old/a.txt: stylelint.yml"),
        (["sport"], "# What holds for sport: sport/stylelint.yml"),
        (["--config", "sport/stylelint.yml", "a.txt"], "# What holds for a.txt: sport/stylelint.yml"),
        (["a\nb.txt"], "# What holds for a b.txt: stylelint.yml"),
    ],
)
def test_what_it_is_shown_for(folder: Path, arguments: list[str], first: str) -> None:
    run = stylelint(folder, "show-config", *arguments)
    assert run.stdout.splitlines()[0] == first
    assert ("# It is left out of folders." in run.stdout) == ("old/a.txt" in arguments)


def test_without_any_configuration(tmp_path: Path) -> None:
    run = stylelint(tmp_path, "show-config")
    says = "# What holds for this folder: no configuration, so that these are the defaults"
    assert run.stdout.splitlines()[0] == says


def test_a_mistake_is_told(folder: Path) -> None:
    (folder / "sport/stylelint.yml").write_text("extends: ../house.yml\n")
    run = stylelint(folder, "show-config", "sport/a.txt")
    assert run.returncode == 2
    assert run.stderr.startswith("stylelint: house.yml:1:1: a configuration has no key “chapter”")


def test_the_drafts_that_would_be_looked_at(folder: Path) -> None:
    for name in ("a.txt", "b c.md", "sport/x.html", "old/a.txt", "n.py"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("A boat.\n")
    assert stylelint(folder, "show-files").stdout == "a.txt\nb c.md\nsport/x.html\n"
    assert stylelint(folder, "show-files", "old/a.txt", "n.py").stdout == "n.py\nold/a.txt\n"
    assert stylelint(folder, "show-files", "--force-exclude", "old/a.txt", "n.py").stdout == "n.py\n"
    run = stylelint(folder, "show-files", "-0", "sport", "nope.txt")
    assert (run.returncode, run.stdout) == (2, "sport/x.html\0")
    assert run.stderr == "stylelint: nope.txt: no such file or folder\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_names_come_out_as_they_are(folder: Path) -> None:
    name = os.fsencode(folder) + b"/\xe9\n.txt"
    with open(name, "w") as file:
        file.write("A boat.\n")
    command = [sys.executable, "-m", "stylelint", "show-files", "-0"]
    assert subprocess.run(command, cwd=folder, capture_output=True).stdout == b"\xe9\n.txt\0"
