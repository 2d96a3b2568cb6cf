"""A whole report is the same, to the byte, with what is compiled and with Python alone."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from stylelint import native
from stylelint.formats import SUFFIXES
from stylelint.rulebook import load
from tests.conftest import ROOT
from tests.made import made

BOOKS = ("us-news", "uk-news", "proselint")
DRAFTS = 150


def report(folder: Path, *command: str, **environment: str) -> tuple[int, bytes, bytes]:
    """Return the status of a run and all that it says."""
    done = subprocess.run(
        [sys.executable, "-m", "stylelint", *command],
        cwd=folder, capture_output=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def both(folder: Path, *command: str) -> tuple[tuple[int, bytes, bytes], tuple[int, bytes, bytes]]:
    if native.COMPILED is None:
        pytest.skip("nothing is compiled here")
    return report(folder, *command), report(folder, *command, **{native.SWITCH: "0"})


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Drafts in all formats, made of the examples of all rules, our own pages and the example drafts."""
    folder, chance = tmp_path_factory.mktemp("hostile"), random.Random(5)
    (folder / "stylelint.yml").write_text(f"rulebooks: [{', '.join(BOOKS)}]\n", "utf-8")
    examples = [example.text for rule in load(BOOKS).rules for example in rule.examples]
    texts = [*map("\n\n".join, zip(*[iter(examples)] * 12, strict=False))]
    texts += [path.read_text("utf-8") for path in (*ROOT.glob("docs/*.md"), *ROOT.glob("examples/drafts/*"))]
    for number in range(DRAFTS):
        suffix = chance.choice([*SUFFIXES])
        (folder / f"{number:03}{suffix}").write_bytes(made(chance, texts))
    return folder


@pytest.mark.parametrize("form", ["json", "text"])
def test_on_the_example_drafts(form: str, tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(ROOT / "examples", folder)
    compiled, python = both(folder, "check", "--no-cache", "--format", form)
    assert compiled[1] and compiled == python


def test_on_drafts_that_nobody_wrote(hostile: Path) -> None:
    compiled, python = both(hostile, "check", "--no-cache", "--jobs", "1", "--format", "jsonl")
    assert compiled[1].count(b"\n") > DRAFTS
    assert compiled == python


def test_what_would_be_mended_in_them(hostile: Path) -> None:
    compiled, python = both(hostile, "fix", "--diff", "--unsafe")
    assert compiled[1].count(b"\n+") > DRAFTS // 3
    assert compiled == python
