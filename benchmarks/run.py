"""Measures stylelint and prints one table; `--json FILE` writes the same figures for programs.

Times move with the machine: compare ratios of one run, never seconds of two.  `BENCH_CORPUS=DIR` measures
bulk speed on a folder of real drafts instead of made ones.  Unless it says otherwise, a figure is of runs
that find nothing kept of the drafts, with the rulebook compiled by a run before.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import corpus
from measure import STYLELINT, Row, anew, check, in_turn, memory, once
from peers import peers


def main() -> None:
    """Run the benchmarks that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", metavar="FILE", help="write the figures to a file")
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all without any")
    asked = parser.parse_args()
    rows: list[dict[str, object]] = []
    with TemporaryDirectory() as folder:
        os.environ["STYLELINT_CACHE_DIR"] = f"{folder}/cache"
        once(check(os.devnull))  # compiles the rulebook
        for part in asked.parts or PARTS:
            for row in PARTS[part](Path(folder)):
                rows.append({"part": part, **row._asdict()})
                print(f"{part:8} {row.name:52} {row.value:10.2f} {row.unit}", flush=True)
    if asked.json:
        Path(asked.json).write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")


def start(folder: Path) -> Iterator[Row]:
    """How long until the first answer: one line, and three files as a hook has them."""
    line = folder / "line.txt"
    line.write_text("He said the the boat sank.\n", "utf-8")
    corpus.write(folder / "hook", 3, "md")
    hook = sorted((folder / "hook").iterdir())
    click = "python -c 'import click'"
    commands = {
        "bare Python": [sys.executable, "-c", "pass"],
        click: [sys.executable, "-c", "import click"],
        "one line": check(line),
        "hook on three files": check(*hook),
    }
    seconds = in_turn(commands, 25)
    yield from (Row(name, taken * 1000, "ms") for name, taken in seconds.items())
    for name in ("one line", "hook on three files"):
        yield Row(f"{name}, times as long as importing click", seconds[name] / seconds[click], "×")


_BULK = 2_000
"""So many drafts are 12 MB: with less, most of what two processes take is to be started."""


def bulk(folder: Path) -> Iterator[Row]:
    """Megabytes a second over many drafts on one core, start-up taken off; and what two cores make of it."""
    empty = folder / "empty.txt"
    empty.write_text("", "utf-8")
    base = anew(check(empty), 5)
    real = os.environ.get("BENCH_CORPUS")
    for name in ["real"] if real else corpus.FORMATS:
        drafts = Path(real).absolute() if real else folder / f"bulk-{name}"
        size = (_size(drafts) if real else corpus.write(drafts, _BULK, name)) / 1e6
        one, two = (anew(check(drafts, options=("--jobs", jobs))) - base for jobs in "12")
        yield Row(f"{name}, {size:.1f} MB", size / one, "MB/s")
        yield Row(f"{name}, two jobs, times as fast", one / two, "×")


def _size(folder: Path) -> int:
    suffixes = {f".{name}" for name in corpus.FORMATS}
    return sum(p.stat().st_size for p in folder.rglob("*") if p.suffix in suffixes and p.is_file())


def rules(folder: Path) -> Iterator[Row]:
    """What more rules cost: each adds words that hardly ever occur."""
    drafts = folder / "rules-drafts"
    corpus.write(drafts, 200)
    for count in (10, 100, 300, 1000, 3000):
        book = folder / f"rules{count}.yml"
        book.write_text(_rulebook(count), "utf-8")
        command = [STYLELINT, "check", "--rulebook", str(book), str(drafts)]
        once(command)
        yield Row(f"{count} rules, 200 drafts", anew(command) * 1000, "ms")


def _rulebook(count: int) -> str:
    rule = "  r{0}: {{check: banned, words: [zq{0}x, very {0}th word], message: x}}\n"
    return "rules:\n" + "".join(rule.format(number) for number in range(count))


def files(folder: Path) -> Iterator[Row]:
    """What more files cost: the time for each should fall to a floor and stay there."""
    for count in (1, 100, 1000, 10_000, 30_000):
        drafts = folder / f"files{count}"
        corpus.write(drafts, count, size=1500)
        yield Row(f"{count} files of 1.5 kB, each", anew(check(drafts), 1) * 1e6 / count, "µs")
        shutil.rmtree(drafts)


def size(folder: Path) -> Iterator[Row]:
    """What a bigger file costs: the time for each megabyte should fall to a floor and stay there."""
    sorts = {
        "file": lambda length: corpus.as_text(corpus.long(length)),
        "file full of names": lambda length: corpus.as_text(corpus.long(length, peopled=True)),
        "line": lambda length: " ".join(corpus.long(length)),
    }
    for name, text in sorts.items():
        for kilobytes in (1, 10, 100, 1000, 10_000, 50_000)[: 5 if name == "line" else 6]:
            draft = folder / "big.txt"
            draft.write_text(text(kilobytes * 1000), "utf-8")
            taken = anew(check(draft, options=("--quiet",)), 1)
            yield Row(f"one {name} of {kilobytes} kB", taken * 1000, "ms")
            draft.unlink()


def space(folder: Path) -> Iterator[Row]:
    """The most memory a process of a run takes: it must not grow with the number of files."""
    for count in (10, 1000, 10_000):
        drafts = folder / f"memory{count}"
        corpus.write(drafts, count, size=3000)
        yield Row(f"{count} files", memory(check(drafts)), "MB")


def cached(folder: Path) -> Iterator[Row]:
    """A second run over drafts of which none has changed, beside a first, and beside reading them."""
    drafts = folder / "cached"
    size = corpus.write(drafts, 5000) / 1e6
    first, second = anew(check(drafts), 1), min(once(check(drafts)) for _ in range(3))
    code = "import pathlib, sys; [p.read_bytes() for p in pathlib.Path(sys.argv[1]).iterdir()]"
    yield Row(
        f"5000 drafts, {size:.0f} MB: read and nothing else", once([sys.executable, "-c", code, drafts]), "s"
    )
    yield Row("first run", first, "s")
    yield Row("second run", second, "s")
    yield Row("memory of a second run", memory(check(drafts), kept=True), "MB")


PARTS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "start": start, "bulk": bulk, "rules": rules, "files": files, "size": size, "memory": space,
    "cache": cached, "peers": peers,
}  # fmt: skip

if __name__ == "__main__":
    main()
