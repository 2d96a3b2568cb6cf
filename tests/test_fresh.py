"""On a machine that has nothing of ours: a wheel, and the two commands of the README."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


def test_a_wheel_carries_the_rulebooks(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    (tmp_path / "stylelint.yml").touch()  # the nearest configuration, whatever lies above
    (tmp_path / "a.txt").write_text("He said the the boat sank.\n", "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "stylelint", "check", "--format", "concise", "a.txt"],
        cwd=tmp_path, capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
    )  # fmt: skip
    assert "slips/doubled-word" in run.stdout
    assert (run.returncode, run.stderr) == (1, "")


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
