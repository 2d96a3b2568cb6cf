"""Reports on our own example drafts: the difference in a report is the review of a rule.

`make update` writes them anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
GOLDEN = Path(__file__).parent / "golden"
DRAFTS = sorted(p.relative_to(EXAMPLES).as_posix() for p in (EXAMPLES / "drafts").iterdir())


def report(draft: str, form: str) -> str:
    """What a user sees in the folder of examples."""
    command = [sys.executable, "-m", "stylelint", "check", "--exit-zero", "--format", form, draft]
    run = subprocess.run(
        command, cwd=EXAMPLES, capture_output=True, encoding="utf-8", env={**os.environ, "NO_COLOR": "1"}
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("form", ["text", "concise", "jsonl"])
@pytest.mark.parametrize("draft", DRAFTS)
def test_report(draft: str, form: str, update: bool) -> None:
    golden = GOLDEN / f"{Path(draft).stem}.{form}"
    said = report(draft, form)
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said, "utf-8")
    assert said == golden.read_text("utf-8")
