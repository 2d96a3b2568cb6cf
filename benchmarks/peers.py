"""Others who look at prose, on the same drafts in the same run, as multiples of stylelint's time.

proselint comes with stylelint; the others are installed with npm into `benchmarks/peers/`, and are left out
with a word where npm or its registry cannot be reached.  Each runs its own rules: what is compared is what a
newsroom would wait for, not the same work.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import corpus
from measure import BIN, Row, check, in_turn

HOME = Path(__file__).resolve().parent / "peers"
COMMANDS = {
    "textlint, four rules": ["textlint", "--config", str(HOME / "textlintrc.json")],
    "write-good": ["write-good"],
    "alex": ["alex", "--quiet"],
}
DRAFTS = 100


def peers(folder: Path) -> Iterator[Row]:
    """Yield stylelint's time, and the others' as multiples of it."""
    drafts = folder / "peers"
    corpus.write(drafts, DRAFTS, "md")
    paths = [str(path) for path in sorted(drafts.iterdir())]
    commands = {
        "stylelint": [*check(*paths), "--jobs", "1"],
        "proselint": [str(BIN / "proselint"), "check", *paths],
        **{name: [*command, *paths] for name, command in _installed().items()},
    }
    seconds = in_turn(commands, 3)
    own = seconds.pop("stylelint")
    yield Row(f"stylelint, {DRAFTS} drafts, one core", own * 1000, "ms")
    for name, taken in seconds.items():
        yield Row(f"{name}, times as long", taken / own, "×")


def _installed() -> dict[str, list[str]]:
    """Return the commands of those that could be installed."""
    bins = HOME / "node_modules/.bin"
    if not all((bins / command[0]).exists() for command in COMMANDS.values()):
        print(f"peers    {_install()}", flush=True)
    return {
        name: [str(bins / command[0]), *command[1:]]
        for name, command in COMMANDS.items()
        if (bins / command[0]).exists()
    }


def _install() -> str:
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed: textlint, write-good and alex are left out"
    try:
        done = subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "--loglevel=error"],
            cwd=HOME, capture_output=True, text=True, timeout=300,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "npm took too long: textlint, write-good and alex are left out"
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it does not say why"])[0]
        return f"npm failed, those that are missing are left out: {said}"
    return "installed with npm into benchmarks/peers/"
