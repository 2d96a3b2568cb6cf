"""The C sources: what is in use was compiled from them, and they are plain C."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

import hatch_build
from stylelint import native
from tests.conftest import ROOT
from tests.native.compiler import COMPILES, HEADERS


def test_the_module_in_use_is_of_these_sources() -> None:
    """Otherwise `make native` brings it up to date."""
    if os.environ.get(native.SWITCH) == "0":
        pytest.skip(f"{native.SWITCH}=0 asks for Python alone")
    if native.COMPILED is None:
        assert not COMPILES
    else:
        assert hatch_build.fingerprint(ROOT) == native.COMPILED.SOURCES


@pytest.mark.skipif(not shutil.which("nm"), reason="no nm is here")
def test_nothing_is_kept_between_two_calls() -> None:
    """What is static is const, but for tables that Python wants: so many interpreters may share a process."""
    if native.COMPILED is None or sys.platform != "linux":
        pytest.skip("nothing is compiled here in a form that is read")
    command = ["nm", "--format", "sysv", str(native.COMPILED.__file__)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    symbols = [[*map(str.strip, line.split("|"))] for line in done.stdout.splitlines() if "|" in line]
    data = {name for name, *_, section in symbols if section in {".data", ".bss"} and name[0] not in "_."}
    tables = {name for name in data if name.endswith("_functions")}
    assert tables and data - tables <= {"attributes", "definition", "methods", "slots", "spec", "completed.0"}


STRICT = ("-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only")


@pytest.mark.parametrize("compiler", ["gcc", "clang"])
def test_it_is_plain_c(compiler: str) -> None:
    if not (shutil.which(compiler) and COMPILES):
        pytest.skip(f"no {compiler} is here, or no headers of Python")
    sources = [str(ROOT / path) for path in hatch_build.sources(ROOT) if path.suffix == ".c"]
    done = subprocess.run(
        [compiler, *STRICT, "-isystem", str(HEADERS), *sources],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
