"""Counts what runs of stylelint do, and compares with the counts that were noted: `make bench-check`.

Seconds say little on a machine that others use.  The number of function calls is the same at every run, and
so is the number of modules that are imported; what a change makes dearer by a factor shows in them.  They do
not show what goes on inside RE2 and other libraries in C: for that there is `make bench`.

    python benchmarks/count.py            compare; exit status 1 where a count has grown by more than FACTOR
    python benchmarks/count.py --note     note the counts of this state (and say why in the commit)
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import corpus

FACTOR = 1.3
"""As much more than noted is too much."""

NOTED = Path(__file__).resolve().parent / "counts.json"
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
LINE = "He said the the boat sank.\n"
DRAFTS = 40

COUNTING = """
import cProfile, contextlib, io, json, sys
from stylelint.cli import main
profile = cProfile.Profile()
with contextlib.redirect_stdout(io.StringIO()):
    profile.runcall(main, sys.argv[1:])
calls = sum(entry.callcount for entry in profile.getstats())
print(json.dumps({"calls": calls, "modules": len(sys.modules)}))
"""


def main() -> int:
    """Compare or note the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--note", action="store_true", help="note the counts")
    note = parser.parse_args().note
    noted = json.loads(NOTED.read_text("utf-8")) if NOTED.exists() else {}
    if not note and VERSION not in noted:
        print(f"no counts are noted for Python {VERSION}: nothing to compare with")
        return 0
    counts = counted()
    if note:
        NOTED.write_text(json.dumps({**noted, VERSION: counts}, indent=1, sort_keys=True) + "\n", "utf-8")
    return 0 if note else compared(noted[VERSION], counts)


def compared(noted: dict[str, int], counts: dict[str, int]) -> int:
    """Print both; return 1 where one has grown too much."""
    status = 0
    for name, count in counts.items():
        ratio = count / noted.get(name, count)
        status |= ratio > FACTOR
        remark = "  TOO MUCH" if ratio > FACTOR else "  less: note it" if ratio < 1 / FACTOR else ""
        print(f"{name:44} {count:10,}  {ratio:5.2f} × what is noted{remark}")
    return int(status)


def counted() -> dict[str, int]:
    """Return the counts of this state."""
    counts = {}
    with TemporaryDirectory() as folder:
        line = Path(folder, "line.txt")
        line.write_text(LINE, "utf-8")
        run(folder, line)  # compiles the rulebook
        one = run(folder, line)
        counts["start: calls"], counts["start: modules"] = one["calls"], one["modules"]
        for name in corpus.FORMATS:
            drafts = Path(folder, name)
            size = corpus.write(drafts, DRAFTS, name)
            calls = run(folder, drafts)["calls"] - one["calls"]
            counts[f"{name}: calls for a megabyte, first run"] = round(calls * 1e6 / size)
        again = [run(folder, which, cached=True)["calls"] for which in (line, line, drafts, drafts)]
        counts[f"{name}: calls for a draft, second run"] = round((again[3] - again[1]) / DRAFTS)
    return counts


def run(folder: str, drafts: Path, *, cached: bool = False) -> dict[str, int]:
    """Return the counts of one run over drafts.

    Args:
        folder: has the cache.
        drafts: what is linted.
        cached: whether what is known of them may be used; the rulebook is compiled in any case.
    """
    if not cached:
        for path in Path(folder, "cache/results").glob("*"):
            path.unlink()
    # Where Python writes no bytecode, it compiles everything at each start, and that counts too.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env = {**kept, "STYLELINT_CACHE_DIR": f"{folder}/cache", "PYTHONHASHSEED": "0"}
    arguments = ["check", "--jobs", "1", "--rulebook", "newsroom", "--format", "concise", str(drafts)]
    command = [sys.executable, "-c", COUNTING, *arguments]
    said = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=True)
    found: dict[str, int] = json.loads(said.stdout)
    return found


if __name__ == "__main__":
    sys.exit(main())
