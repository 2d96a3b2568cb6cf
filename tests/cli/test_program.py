"""What the program says of itself: its version, and the fingerprint that keeps what it has found apart."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stylelint import __version__, native
from tests.cli.desk import stylelint

needs_compiled = pytest.mark.skipif(native.COMPILED is None, reason="nothing is compiled here")


def fingerprint(switch: str) -> str:
    command = [sys.executable, "-c", "from stylelint.cli.program import fingerprint; print(fingerprint())"]
    env = {**os.environ, native.SWITCH: switch}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout


@pytest.mark.parametrize(
    ("switch", "said"), [pytest.param("", "yes", marks=needs_compiled), ("0", "no")], ids=["with", "without"]
)
def test_the_version_says_whether_compiled_parts_are_in_use(tmp_path: Path, switch: str, said: str) -> None:
    for option in ("--version", "-V"):
        run = stylelint(tmp_path, option, STYLELINT_NATIVE=switch)
        assert (run.stdout, run.stderr) == (f"stylelint {__version__} (compiled: {said})\n", "")


@needs_compiled
def test_what_was_found_with_compiled_parts_is_no_answer_for_python_alone() -> None:
    assert fingerprint("") == fingerprint("") != fingerprint("0") == fingerprint("0")
