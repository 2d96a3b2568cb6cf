"""Holds stylelint's `proselint/…` rules against proselint itself: the findings, and the speed.

    python benchmarks/proselint.py DIR               how many times as fast as proselint, on the drafts in DIR
    python benchmarks/proselint.py --compare DIR     which findings only one of the two has, and why

Without DIR, made-up drafts are measured.  Both see the same text in one process on one core; times are CPU
time.  Compare ratios of one run, never seconds of two.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

# The script has the name of the package that it measures.
sys.path = [entry for entry in sys.path if Path(entry).resolve() != Path(__file__).resolve().parent]

from stylelint import readers  # noqa: E402
from stylelint.checks.base import Check, View  # noqa: E402
from stylelint.compat.proselint import name  # noqa: E402
from stylelint.document import Document  # noqa: E402
from stylelint.engine import Linter  # noqa: E402
from stylelint.rulebook import load, loads  # noqa: E402
from stylelint.rulebook.rule import Rulebook  # noqa: E402
from stylelint.text import blot, bounded, fold  # noqa: E402

RESTRICTED = "proselint/restricted-"
TURNS = 3
TOGETHER = 40
T = TypeVar("T")


class Place(NamedTuple):
    """A finding: the rule's name, start and end in the prose."""

    rule: str
    start: int
    end: int


def main() -> None:
    """Compare or measure, as asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", metavar="DIR", help="drafts; made-up ones without")
    parser.add_argument("--compare", action="store_true", help="compare findings, not speed")
    parser.add_argument("--show", metavar="REASON", help="with --compare: show the findings with this reason")
    parser.add_argument("--most", type=int, default=0, help="look at so many drafts; 0 for all")
    asked = parser.parse_args()
    drafts = list(_drafts(asked.folder))
    drafts = drafts[:: max(1, len(drafts) // asked.most)] if asked.most else drafts
    compare(drafts, asked.show) if asked.compare else measure(drafts)


def _drafts(folder: str | None) -> Iterator[bytes]:
    if folder:
        yield from (p.read_bytes() for p in sorted(Path(folder).rglob("*.txt")))
        return
    sys.path.append(str(Path(__file__).resolve().parent))
    import corpus

    yield from (corpus.as_text(corpus.story(seed)).encode() for seed in range(200))


def everything() -> Rulebook:
    """Return the rules of all checks that proselint runs by default, those that are off with us too."""
    off = [rule for rule in load(["proselint"]).off if not rule.startswith(RESTRICTED)]
    text = "extends: proselint\nrules:\n" + "".join(f"  {rule}: warning\n" for rule in off)
    return loads(text.encode(), "everything.yml")


def proselint_checks() -> tuple[Any, ...]:
    """Register proselint's checks and return them."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry

    if not CheckRegistry().checks:
        CheckRegistry().register_many(__register__)
    return tuple(__register__)


def configuration(without: tuple[str, ...] = ()) -> Any:
    """Return proselint's own configuration without a limit of findings and without some checks."""
    from proselint.config import DEFAULT

    checks = {**dict.fromkeys(without, False), **DEFAULT["checks"]}
    return {"max_errors": 10**9, "checks": {**checks, **dict.fromkeys(without, False)}}


# Speed.


def measure(drafts: list[bytes]) -> None:
    """Print how fast both are on the same drafts, warm and cold, and the ratios."""
    off = ("archaism", "typography", "weasel_words.very")
    warm("all checks that proselint runs by default", drafts, everything(), configuration())
    warm("those that are on with us", drafts, load(["proselint"]), configuration(off))
    cold()


def warm(title: str, drafts: list[bytes], book: Rulebook, config: Any) -> None:
    """Print the speed of both with the same checks."""
    texts = [draft.decode("utf-8", "replace") for draft in drafts]
    size, linter = sum(map(len, drafts)) / 1e6, Linter(book)
    documents = [readers.read("a.txt", draft) for draft in drafts]
    theirs, checks, whole = best(
        lambda: [lint_proselint(text, config) for text in texts],
        lambda: [linter.lint_all(list(map(fresh, some))) for some in groups(documents)],
        lambda: [
            linter.lint_all([readers.read("a.txt", draft) for draft in some]) for some in groups(drafts)
        ],
    )
    print(f"{title}: {size:.1f} MB")
    print(f"  proselint                          {size / theirs:8.2f} MB/s")
    print(f"  stylelint, checks alone            {size / checks:8.2f} MB/s {theirs / checks:7.1f} ×")
    print(f"  stylelint, from the file's bytes   {size / whole:8.2f} MB/s {theirs / whole:7.1f} ×")


def groups(drafts: list[T]) -> Iterator[list[T]]:
    """Yield drafts in such groups as the program lints them in."""
    yield from (drafts[at : at + TOGETHER] for at in range(0, len(drafts), TOGETHER))


def fresh(document: Document) -> Document:
    """Return a document without what has been worked out about it."""
    return Document(*document)


def lint_proselint(text: str, config: Any) -> list[Any]:
    """Return what proselint finds in a text."""
    from proselint.tools import LintFile

    proselint_checks()
    found: list[Any] = LintFile("draft", text).lint(config)
    return found


def best(*works: Callable[[], object]) -> list[float]:
    """Return of each work the CPU seconds that it takes, at best, after one round to warm up.

    They take turns, so that what else the machine does falls on all of them.  In a turn a work is done over
    and over for a second, as one round of 50 milliseconds says little beside one of two seconds.
    """
    least = [float("inf")] * len(works)
    for work in works:
        work()
    for _ in range(TURNS):
        for number, work in enumerate(works):
            start, rounds = time.process_time(), 0
            while (passed := time.process_time() - start) < 1 or not rounds:
                work()
                rounds += 1
            least[number] = min(least[number], passed / rounds)
    return least


COLD = {
    "proselint": """
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
LintFile("draft", TEXT).lint()
""",
    "stylelint": """
from pathlib import Path
from stylelint import readers
from stylelint.cli import compiled
from stylelint.engine import Linter
Linter(compiled.rulebook(["proselint"], Path())).lint(readers.read("draft.txt", TEXT.encode()))
""",
}


def cold() -> None:
    """Print what one short draft takes in a new process, imports and compiling counted in."""
    text = "TEXT = 'The council met on Monday, and the result was a foregone conclusion.\\n'\n"
    figures = {}
    for which, code in COLD.items():
        run = [sys.executable, "-c", text + code + "import time; print(time.process_time())"]
        said = [subprocess.run(run, capture_output=True, text=True, check=True).stdout for _ in range(6)]
        figures[which] = min(map(float, said[1:]))
    print("cold, one sentence, CPU time of the process:", end=" ")
    print(", ".join(f"{which} {seconds * 1000:.0f} ms" for which, seconds in figures.items()))


# Findings.


def compare(drafts: list[bytes], show: str | None) -> None:
    """Print how many findings both have, and by reason those that only one has."""
    book = everything()
    linters = [Linter(book._replace(rules=tuple(r._replace(quotes=q or r.quotes) for r in book.rules)))
               for q in (None, "any")]  # fmt: skip
    counts: Counter[str] = Counter()
    for draft in drafts:
        document = readers.read("a.txt", draft)
        for reason, place in differences(document, linters):
            counts[reason] += 1
            if show and reason.startswith(show):
                context = document.prose[max(0, place.start - 40) : place.end + 40]
                print(f"{place.rule}: {document.prose[place.start : place.end]!r} in {context!r}")
    for reason, count in sorted(counts.items()):
        print(f"{count:7} {reason}")


def differences(document: Document, linters: list[Linter]) -> Iterator[tuple[str, Place]]:
    """Yield every finding of either, with `both` or the reason why only one has it."""
    ours, spoken = (
        {_place(d.rule, d.span.start, d.span.end) for d in linter.lint(document)} for linter in linters
    )
    theirs, quoted = _theirs(document)
    for place in ours & theirs:
        yield "both", place
    for place in theirs - ours:
        yield f"proselint only: {_why_theirs(document, place, ours, spoken)}", place
    for place in ours - theirs:
        yield f"stylelint only: {_why_ours(document, place, theirs, quoted)}", place


def _place(rule: str, start: int, end: int) -> Place:
    stem, _, number = rule.removeprefix("proselint/").rpartition("-")
    return Place(stem if number.isdigit() else rule.removeprefix("proselint/"), start, end)


def _theirs(document: Document) -> tuple[set[Place], set[Place]]:
    """Return what proselint finds in the prose of a document, and what it finds and takes for quoted."""
    from proselint.tools import LintFile

    blocks = [b for b in View(document, Check.scope).blocks]
    shifts, at = [], 0
    for block in blocks:
        shifts.append((at, block.start))
        at += block.end - block.start + 2
    text = "\n\n".join(document.text(block).replace("\n", " ") for block in blocks)
    file = LintFile("draft", text or " ")
    found: tuple[set[Place], set[Place]] = set(), set()
    for check in proselint_checks():
        if check.path.startswith("restricted"):
            continue
        for result in check.check_with_flags(file.content):
            start, end = result.span
            hidden = not check.flags.allow_quotes and file.is_quoted_pos(start)
            own, prose = max(pair for pair in [(0, 0), *shifts] if pair[0] <= start - 1)
            shift = prose - own - 1
            found[hidden].add(Place(name(check.path), start + shift, end + shift))
    return found


def _why_theirs(document: Document, place: Place, ours: set[Place], spoken: set[Place]) -> str:
    if place in spoken:
        return "direct speech"
    if not bounded(document.prose, place.start, place.end):
        return "cuts a word"
    hidden = blot(document.prose, document.opaque)[place.start : place.end]
    if "\x1a" in hidden:
        return "an address"
    if any(_meet(place, other) for other in ours):
        return "told with other edges"
    if any(_meet(place, other) for other in spoken):
        return "direct speech"
    return f"{place.rule}"


def _why_ours(document: Document, place: Place, theirs: set[Place], quoted: set[Place]) -> str:
    text = document.prose[place.start : place.end]
    if place in quoted:
        return "taken for quoted"
    if any(_meet(place, other) for other in theirs):
        return "told with other edges"
    if fold(text) != text:
        return "curly marks and odd blanks"
    if any(_meet(place, other) for other in quoted):
        return "taken for quoted"
    return f"{place.rule}"


def _meet(one: Place, other: Place) -> bool:
    return one.rule == other.rule and one.start < other.end and other.start < one.end


if __name__ == "__main__":
    main()
