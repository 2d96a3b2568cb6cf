"""Every command in the documentation is run, and says what the page says it says.

A page's `console` blocks run one after the other in a fresh copy of `examples/`, which is a git repository.
A line `…` stands for any lines left out.  A block with a file name after its language is written to that file
first.  `pytest tests/test_docs.py --update` writes the real output into the pages.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = sorted(p for p in [ROOT / "README.md", *ROOT.glob("docs/*.md")] if "```" in p.read_text("utf-8"))
BLOCK = re.compile(r"^```(?P<language>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.M | re.S)
# They set up a virtual environment from an index; tests/test_fresh.py runs them.
BUNDLED = re.compile(r"(?<!\d)\d{3,}(\\ (?:rules|examples)\b)")
ELSEWHERE = re.compile(r"make |git clone|pip install|pre-commit ")


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A copy of the examples under version control."""
    folder = tmp_path / "newsroom"
    shutil.copytree(ROOT / "examples", folder)
    for command in ("init -q", "add .", "-c user.name=Sub -c user.email=sub@example.org commit -qm Drafts"):
        subprocess.run(["git", *command.split()], cwd=folder, check=True)
    return folder


def run(command: str, folder: Path) -> str:
    """What a terminal shows for one command."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "PATH": path, "NO_COLOR": "1"},
    )  # fmt: skip
    return done.stdout


def played(block: str, folder: Path) -> str:
    """A console block with the real output of each command."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{c}\n{run(c[2:], folder)}" for c in commands)


def fits(page: str, real: str) -> bool:
    """Tell whether the real output is what the page shows, `…` standing for lines left out.

    How many rules and examples are bundled may have changed: a page need not change with every new rule.
    """
    lines = (r"(?:.*\n)*" if line == "…" else re.escape(line) + r"\n" for line in page.splitlines())
    return re.fullmatch(BUNDLED.sub(r"\\d+\1", "".join(lines)), real) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_page(page: Path, newsroom: Path, update: bool) -> None:
    text = page.read_text("utf-8")
    for block in BLOCK.finditer(text):
        if block["file"]:
            file = newsroom / block["file"]
            file.parent.mkdir(exist_ok=True, parents=True)
            file.write_text(block["body"], "utf-8")
        elif block["language"] == "console":
            real = played(block["body"], newsroom)
            if update and not fits(block["body"], real):
                text = text.replace(block["body"], real)
            else:
                assert fits(block["body"], real), f"{page.name} should say:\n{real}"
    if update:
        page.write_text(text, "utf-8")


def test_commands_that_are_not_run_here_are_run_elsewhere() -> None:
    for page in PAGES:
        for block in BLOCK.finditer(page.read_text("utf-8")):
            if block["language"] in {"sh", "bash", "shell"}:
                for line in block["body"].splitlines():
                    assert ELSEWHERE.search(line), f"{page.name}: {line}"
