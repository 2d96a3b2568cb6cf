"""A small desk: a rulebook, drafts, and stylelint as a user runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

RULEBOOK = """\
chapter: house
rules:
  very:
    check: banned
    words: [very]
    remove: true
    level: error
    message: “{found}” adds nothing.
    why: Readers skip it.
    examples:
      - {bad: A very old boat., good: A old boat.}
      - good: Every boat.
  advisor:
    check: preferred
    words: {advisor: adviser}
    message: We write “{replacement}”.
    why: The house does.
    fix: safe
    examples:
      - {bad: The advisor left., good: The adviser left.}
      - good: The advisory board left.
  nice:
    check: banned
    words: [nice]
    level: suggestion
    message: Say what is nice about it.
    why: It says nothing.
    examples:
      - bad: A nice boat.
      - good: From Nicea.
"""
OFF = """\
chapter: desk
extends: [house.yml]
rules:
  house/nice: off
"""
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "TERM"}}


def desk(folder: Path, **drafts: str) -> Path:
    """Write a rulebook, a configuration and drafts (`a` is `a.txt`) into a folder."""
    (folder / "house.yml").write_text(RULEBOOK, "utf-8")
    (folder / "stylelint.yml").write_text("rulebooks: [house.yml]\n", "utf-8")
    for name, text in drafts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def stylelint(
    folder: Path, *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the real program in a folder; a traceback is never right."""
    run = subprocess.run(
        [sys.executable, "-m", "stylelint", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        env={**ENVIRONMENT, **environment},
        check=False,
    )
    done = subprocess.CompletedProcess(
        run.args, run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8", "replace")
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def hear_ctrl_c() -> None:
    """Undo, before a program starts, that what a shell runs in the background is deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
