"""Runs commands and measures them: wall-clock time, taken in turns with others, and memory."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

BIN = Path(sys.executable).parent
STYLELINT = str(BIN / "stylelint")
Command = Sequence[str | Path]


class Row(NamedTuple):
    """One figure: what was measured, how much, in which unit."""

    name: str
    value: float
    unit: str


def check(*paths: Path | str, options: Sequence[str] = ()) -> list[str]:
    """Return the command that lints paths with the default rulebook."""
    return [STYLELINT, "check", "--format", "concise", "--rulebook", "newsroom", *options, *map(str, paths)]


def cache() -> Path:
    """Return the folder that keeps rulebooks and results, made for this run alone."""
    return Path(os.environ["STYLELINT_CACHE_DIR"])


def forget() -> None:
    """Forget what was found in drafts, not the rulebooks: the next run lints them anew."""
    shutil.rmtree(cache() / "results", ignore_errors=True)


def once(command: Command, folder: Path | None = None) -> float:
    """Return the seconds that a command takes."""
    # Python writes no bytecode where this is set, and compiles everything at each start.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    # Where there is a configuration, reading it is measured too: PyYAML alone takes 10 ms.
    here = folder or cache().parent
    subprocess.run(
        [*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=here, env=env
    )
    return time.perf_counter() - start


def anew(command: Command, times: int = 3) -> float:
    """Return the median seconds of a command that finds nothing kept of any draft."""
    taken = []
    for _ in range(times):
        forget()
        taken.append(once(command))
    return statistics.median(taken)


def in_turn(commands: Mapping[str, Command], times: int) -> dict[str, float]:
    """Return the median seconds of each command; they are run in turns, as the machine's pace changes."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            forget()
            taken[name].append(once(command))
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def memory(command: Command, *, kept: bool = False) -> float:
    """Return the most megabytes that a command, or the largest process it starts, has at any time.

    Args:
        command: the command.
        kept: whether it may use what was found in drafts before.
    """
    if not kept:
        forget()
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    said = subprocess.run([sys.executable, "-c", code, *map(str, command)], capture_output=True, text=True)
    return int(said.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)
