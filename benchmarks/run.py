"""Measures stylelint and prints one table; `--json FILE` writes the same figures for programs.

Times move with the machine: compare ratios of one run, never seconds of two.  `BENCH_CORPUS=DIR` measures
bulk speed on a folder of real drafts instead of made ones.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import corpus

BIN = Path(sys.executable).parent
STYLELINT = str(BIN / "stylelint")


class Row(NamedTuple):
    """One figure: what was measured, how much, in which unit."""

    name: str
    value: float
    unit: str


def main() -> None:
    """Run the benchmarks that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", metavar="FILE", help="write the figures to a file")
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all without any")
    asked = parser.parse_args()
    rows: list[Row] = []
    with TemporaryDirectory() as folder:
        os.environ["STYLELINT_CACHE_DIR"] = f"{folder}/cache"
        for part in asked.parts or PARTS:
            for row in PARTS[part](Path(folder)):
                rows.append(row)
                print(f"{part:8} {row.name:52} {row.value:10.2f} {row.unit}", flush=True)
    if asked.json:
        Path(asked.json).write_text(json.dumps([row._asdict() for row in rows], indent=1), "utf-8")


def timed(command: list[str], times: int = 5, folder: Path | None = None) -> float:
    """Return the median seconds of a command's wall-clock time."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, check=False)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def check(*paths: Path | str, options: tuple[str, ...] = ()) -> list[str]:
    """Return the command that lints paths with the default rulebook."""
    return [STYLELINT, "check", "--format", "concise", "--rulebook", "newsroom", *options, *map(str, paths)]


def start(folder: Path) -> Iterator[Row]:
    """How long until the first answer: one line, and three files as a hook has them."""
    line = folder / "line.txt"
    line.write_text("He said the the boat sank.\n", "utf-8")
    corpus.write(folder / "hook", 3, "md")
    bare = timed([sys.executable, "-c", "pass"], 15)
    click = timed([sys.executable, "-c", "import click"], 15)
    timed(check(line), 1)  # keeps the rulebook compiled
    one = timed(check(line), 15)
    yield Row("bare Python", bare * 1000, "ms")
    yield Row("python -c 'import click'", click * 1000, "ms")
    yield Row("one line", one * 1000, "ms")
    yield Row("one line, as a multiple of importing click", one / click, "×")
    yield Row("hook on three files", timed(check(*sorted((folder / "hook").iterdir()))) * 1000, "ms")


def bulk(folder: Path) -> Iterator[Row]:
    """Megabytes a second over many drafts, start-up taken off."""
    empty = folder / "empty.txt"
    empty.write_text("", "utf-8")
    base = timed(check(empty))
    real = os.environ.get("BENCH_CORPUS")
    for name in ["real"] if real else corpus.FORMATS:
        drafts = Path(real) if real else folder / f"bulk-{name}"
        size = _size(drafts) if real else corpus.write(drafts, 500, name)
        yield Row(f"{name}: {size / 1e6:.1f} MB", size / 1e6 / (timed(check(drafts), 3) - base), "MB/s")


def _size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.suffix in (".txt", ".md") and p.is_file())


def rules(folder: Path) -> Iterator[Row]:
    """What more rules cost: each adds words that hardly ever occur."""
    drafts = folder / "rules-drafts"
    corpus.write(drafts, 200)
    for count in (10, 100, 300, 1000, 3000):
        book = folder / f"rules{count}.yml"
        book.write_text(_rulebook(count), "utf-8")
        command = [STYLELINT, "check", "--rulebook", str(book), str(drafts)]
        timed(command, 1)
        yield Row(f"{count} rules, 200 drafts", timed(command, 3) * 1000, "ms")


def _rulebook(count: int) -> str:
    rule = "  r{0}: {{check: banned, words: [zq{0}x, very {0}th word], message: x}}\n"
    return "rules:\n" + "".join(rule.format(number) for number in range(count))


def files(folder: Path) -> Iterator[Row]:
    """What more files cost."""
    for count in (1, 100, 1000, 10_000):
        drafts = folder / f"files{count}"
        corpus.write(drafts, count, size=1500)
        yield Row(f"{count} files of 1.5 kB, each", timed(check(drafts), 1) * 1e6 / count, "µs")
        shutil.rmtree(drafts)


def size(folder: Path) -> Iterator[Row]:
    """What a bigger file costs: the time for each megabyte should stay the same."""
    for kilobytes in (1, 10, 100, 1000, 10_000, 50_000):
        draft = folder / "big.txt"
        draft.write_text(corpus.as_text(_long(kilobytes * 1000)), "utf-8")
        taken = timed(check(draft, options=("--quiet",)), 1)
        yield Row(f"one file of {kilobytes} kB", taken * 1000, "ms")
        draft.unlink()


def _long(length: int) -> list[str]:
    lines: list[str] = []
    seed = 0
    while length > 0:
        lines += corpus.story(seed, min(length, 20_000))
        length -= 20_000
        seed += 1
    return lines


def memory(folder: Path) -> Iterator[Row]:
    """The most memory a run takes: it must not grow with the number of files."""
    for count in (10, 1000):
        drafts = folder / f"memory{count}"
        corpus.write(drafts, count)
        code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3); "
        code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        said = subprocess.run([sys.executable, "-c", code, *check(drafts)], capture_output=True, text=True)
        unit = 1024 if sys.platform != "darwin" else 1024 * 1024
        yield Row(f"{count} files", int(said.stdout) / unit, "MB")


def peers(folder: Path) -> Iterator[Row]:
    """Others on the same drafts in the same run, as multiples of stylelint's time."""
    drafts = folder / "peers"
    corpus.write(drafts, 100, "md")
    paths = sorted(drafts.iterdir())
    timed(check(*paths), 1)
    own = timed(check(*paths), 3)
    yield Row("stylelint, 100 drafts", own * 1000, "ms")
    commands = {"proselint": [str(BIN / "proselint"), "check"]}
    for name in ("textlint", "write-good", "alex"):
        found = shutil.which(name)
        if found:
            commands[name] = [found]
    for name, command in commands.items():
        yield Row(f"{name}, times as long", timed([*command, *map(str, paths)], 1) / own, "×")


PARTS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "start": start, "bulk": bulk, "rules": rules, "files": files, "size": size, "memory": memory,
    "peers": peers,
}  # fmt: skip

if __name__ == "__main__":
    main()
