"""Holds stylelint's runs of Vale styles against Vale's own output: the alerts, and the speed.

    python benchmarks/vale.py STYLES DRAFTS                 megabytes a CPU-second on the four large styles
    python benchmarks/vale.py STYLES DRAFTS --compare DIR   which alerts only one of the two has, by style

STYLES is a folder of styles, DRAFTS one of Markdown files, DIR one of tables, NAME.tsv for each style: file
(as seen from DRAFTS), line, start, end, check, severity, match, message, as Vale printed them.

A difference is "moved" where Vale tells the same match at another line of the file, and "lost" where Vale
does not tell it. Vale looks for each match in the source again: one with markup in it is not found; one
in a line with markup is looked for from the top of the file, and told where it stands first; of several
alike in one place one is told. Fields of front matter it tells a line too high, and those whose text runs
over several lines not at all.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

# The script's own folder must not stand before the package.
sys.path = [entry for entry in sys.path if Path(entry).resolve() != Path(__file__).resolve().parent]

from stylelint.compat.vale.context import Context  # noqa: E402
from stylelint.compat.vale.kinds import made  # noqa: E402
from stylelint.compat.vale.lint import Alert, Runner  # noqa: E402
from stylelint.compat.vale.metadata import front  # noqa: E402
from stylelint.compat.vale.reading import read  # noqa: E402
from stylelint.compat.vale.styles import Styles  # noqa: E402
from stylelint.compat.vale.walk import Walk  # noqa: E402
from stylelint.text import Lines  # noqa: E402

LARGE = ("Microsoft", "Google", "write-good", "proselint")
MARKUP = re.compile(r"&#?\w+;|\]\(|[<*_`]")
PEER = 0.030
"""What Vale 3.15.1 does on the four styles, in megabytes a CPU-second of its own machine."""


class Row(NamedTuple):
    """An alert: file, line, rule and match, blanks in it as one."""

    file: str
    line: int
    check: str
    match: str


def main() -> None:
    """Compare or measure, as asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("styles", type=Path)
    parser.add_argument("drafts", type=Path)
    parser.add_argument("--compare", type=Path, metavar="DIR")
    parser.add_argument("--files", type=Path, help="a list of drafts, one a line; all *.md without")
    asked = parser.parse_args()
    names = asked.files.read_text().split() if asked.files else []
    names = names or sorted(str(p.relative_to(asked.drafts)) for p in asked.drafts.rglob("*.md"))
    drafts = {name: (asked.drafts / name).read_bytes().decode().replace("\r\n", "\n") for name in names}
    if asked.compare:
        for table in sorted(asked.compare.glob("*.tsv")):
            compare(table, asked.styles, drafts)
    else:
        measure(asked.styles, drafts)


def ready(folder: Path, *names: str) -> Runner:
    context = Context(paths=(folder,))
    rules = [rule for name in names for rule in Styles([folder]).load(name)]
    return Runner(kind for rule in rules if (kind := made(rule, context)))


def measure(folder: Path, drafts: dict[str, str]) -> None:
    runner = ready(folder, *LARGE)
    size = sum(len(text.encode()) for text in drafts.values()) / 1e6
    times = []
    # As the command does: what is made before drafts are read stays.
    gc.collect()
    gc.freeze()
    for _ in range(3):
        start, found = time.process_time(), 0
        for text in drafts.values():
            found += len(alerts(text, runner))
        times.append(time.process_time() - start)
    speed = size / sorted(times)[1]
    print(f"{size:.2f} MB, {found} alerts, {', '.join(LARGE)}")
    print(f"{speed:.2f} MB a CPU-second; Vale 3.15.1: {PEER:.3f} (on its machine); {speed / PEER:.0f} times")


def alerts(text: str, runner: Runner) -> list[Alert]:
    return runner.lint(read(text, ".md", ".md", Walk(".md")))


def compare(table: Path, folder: Path, drafts: dict[str, str]) -> None:
    runner, theirs = ready(folder, table.stem), Counter(_rows(table))
    ours: Counter[Row] = Counter()
    marked: set[Row] = set()
    heads: set[Row] = set()
    for name, text in drafts.items():
        lines, head = Lines(text), front(text)
        for alert in alerts(text, runner):
            row = Row(name, lines.place(alert.start)[0], alert.rule.name, _plain(alert.said.match))
            ours[row] += 1
            if head and alert.start < head.end:
                heads.add(row._replace(line=0))
            line = text[text.rfind("\n", 0, alert.start) + 1 : (text + "\n").find("\n", alert.end)]
            if _plain(text[alert.start : alert.end]) != row.match or MARKUP.search(line):
                marked.add(row._replace(line=0))
    total = theirs.total()
    same, missed, extra = (ours & theirs).total(), theirs - ours, ours - theirs
    moved = Counter(_nowhere(missed)) & Counter(_nowhere(extra))
    known = {row._replace(line=0) for row in theirs}
    lost = Counter(_nowhere(extra)) - moved
    alike = sum(n for row, n in lost.items() if row in known)
    within = sum(n for row, n in lost.items() if row not in known and row in marked)
    fields = sum(n for row, n in lost.items() if row not in known | marked and row in heads)
    rest, gone = lost.total() - alike - within - fields, missed.total() - moved.total()
    above = sum(n for row, n in moved.items() if row in heads)
    print(
        f"{table.stem}: {total} of Vale's; {same / total:.2%} at the same line, {moved.total()} moved "
        f"({above} in front matter), {gone} missing ({gone / total:.2%}); lost by Vale: {alike} alike, "
        f"{within} with markup, {fields} in front matter; {rest} ours alone ({rest / total:.2%})"
    )


def _nowhere(rows: Counter[Row]) -> dict[Row, int]:
    found: Counter[Row] = Counter()
    for row, number in rows.items():
        found[row._replace(line=0)] += number
    return found


def _rows(table: Path) -> list[Row]:
    rows = (line.split("\t") for line in table.read_text("utf-8").split("\n")[1:] if line)
    return [Row(row[0], int(row[1]), row[4], _plain(row[6].replace("\\n", " "))) for row in rows]


def _plain(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
