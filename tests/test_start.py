"""A run on one draft loads what it needs and nothing else: names, not times, which move with the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import contextlib, io, sys
before = set(sys.modules)
from stylelint.cli import main
with contextlib.redirect_stdout(io.StringIO()) as said:
    status = main(sys.argv[1:])
print(status, *sorted(set(sys.modules) - before))
"""

DEAR = {
    "concurrent", "dataclasses", "difflib", "hashlib", "html", "logging", "multiprocessing", "proselint",
    "pyromark", "regex", "shutil", "subprocess", "tempfile", "tomllib", "unicodedata", "yaml",
}  # fmt: skip
"""Libraries that take a millisecond or more to import; a run on a draft in plain text has no use for them."""

OTHERS = {
    "annotate", "baseline", "changed", "compat", "directives", "examples", "fixer", "ignorefile",
    "proofread", "stylebook", "suppress",
}  # fmt: skip
"""Parts of stylelint that are for other runs."""

PARTS_OF_OTHERS = {
    "stylelint.cli.fix", "stylelint.cli.mender", "stylelint.cli.pool", "stylelint.cli.timing",
    "stylelint.cli.write", "stylelint.readers.markdown", "stylelint.readers.html", "stylelint.reporters.html",
    "stylelint.rulebook.bind", "stylelint.rulebook.build", "stylelint.rulebook.inherit",
    "stylelint.rulebook.loader", "stylelint.rulebook.nodes", "stylelint.rulebook.schema",
}  # fmt: skip

SILENT = {"title", "calendar", "ages", "consistent", "compounds", "unbalanced", "one_office", "office_case"}
"""Kinds of checks that have nothing to look for in the line below."""


def loaded(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """Return the exit status of a run, and the modules that it loads beside those of a bare Python."""
    env = {**os.environ, "STYLELINT_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    status, *modules = done.stdout.split()
    return int(status), set(modules)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "line.txt").write_text("He said the the boat sank.\n", "utf-8")
    loaded(tmp_path, "check", "line.txt")  # keeps the rulebook compiled
    return tmp_path


def test_a_run_on_one_line_loads_little(desk: Path) -> None:
    (desk / "line.txt").write_text("He said the the ship sank.\n", "utf-8")
    status, modules = loaded(desk, "check", "line.txt")
    assert status == 1
    assert not {name for name in modules if name.partition(".")[0] in DEAR}
    assert not {name for name in modules if name.startswith("stylelint.") and name.split(".")[1] in OTHERS}
    assert not modules & PARTS_OF_OTHERS
    assert not modules & {f"stylelint.checks.{kind}" for kind in SILENT}


def test_kinds_at_work_load_little_besides(desk: Path) -> None:
    said = "NATO Secretary-General Jens Stoltenberg spoke on Tuesday, February 29, 2020."
    (desk / "line.txt").write_text(f"{said}\n\nSign up for our newsletter today\n", "utf-8")
    _, modules = loaded(desk, "check", "line.txt")
    assert modules >= {f"stylelint.checks.{kind}" for kind in ("title", "calendar", "cues", "furniture")}
    assert not modules & {"calendar", "dataclasses", "locale", "stylelint.checks._items"}


def test_a_configuration_is_kept_too(desk: Path) -> None:
    (desk / "stylelint.yml").write_text("exclude: [old]\n", "utf-8")
    before, read = loaded(desk, "check", "line.txt")
    after, kept = loaded(desk, "check", "line.txt")
    assert (before, after) == (1, 1)
    assert "yaml" in read
    assert not {name for name in kept if name.partition(".")[0] in DEAR}
    assert "stylelint.config.parse" not in kept


def test_a_draft_that_is_known_needs_no_check_and_no_reader(desk: Path) -> None:
    status, modules = loaded(desk, "check", "line.txt")
    assert status == 1
    assert not {name for name in modules if name == "re2" or name.startswith("stylelint.anatomy.roles")}
    assert "stylelint.readers.text" not in modules
    kinds = {name for name in modules if name.startswith("stylelint.checks.")}
    assert kinds <= {"stylelint.checks.base"}


@pytest.mark.parametrize("command", ["--help", "--version", "cache", "rule"])
def test_other_commands_do_not_load_the_one_that_is_not_called(desk: Path, command: str) -> None:
    _, modules = loaded(desk, command, "--help")
    assert not modules & {"stylelint.cli.check", "stylelint.engine", "re2"}
