"""On a machine that has nothing of ours: the command of the README."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.native.compiler import COMPILES


@pytest.mark.network
def test_make_demo_in_a_fresh_clone(tmp_path: Path) -> None:
    clone = tmp_path / "stylelint"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    path = os.pathsep.join(p for p in os.environ["PATH"].split(os.pathsep) if ".venv" not in p)
    run = subprocess.run(
        ["make", "demo"], cwd=clone, capture_output=True, encoding="utf-8", env={**os.environ, "PATH": path}
    )
    assert run.returncode == 0, run.stderr
    assert "captions/duplicate" in run.stdout
    assert "furniture/" in run.stdout
    version = subprocess.run(
        [clone / ".venv/bin/stylelint", "--version"], capture_output=True, text=True, check=True
    )
    assert version.stdout.endswith(f"(compiled: {'yes' if COMPILES else 'no'})\n")
