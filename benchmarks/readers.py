"""How fast drafts are read, by format: MB/s on one core, and as a ratio to the parser alone.

    python benchmarks/readers.py FOLDER

FOLDER holds Markdown; the other formats are made from it.  Ratios say more than speeds: both parts
of one are measured in the same run, in the time of the process, so that a busy machine changes little.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pyromark

from stylelint.readers.html import read_html
from stylelint.readers.markdown import _options, read_markdown, read_mdx
from stylelint.readers.tags import tokens
from stylelint.readers.text import read_text

ROUNDS = 5


def best(work: Callable[[str], object], drafts: list[str]) -> float:
    """Return the least seconds that it takes to do something with all drafts."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for draft in drafts:
            work(draft)
        times.append(time.process_time() - begun)
    return min(times)


def drain(things: Iterable[object]) -> None:
    for _ in things:
        pass


def main(folder: str) -> None:
    markdown = [path.read_text("utf-8") for path in sorted(Path(folder).rglob("*.md"))]
    if not markdown:
        raise SystemExit(f"{folder}: no Markdown in it")
    metadata = _options() | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    pages = [pyromark.html(draft, options=metadata) for draft in markdown]
    events = lambda draft: drain(pyromark.events_with_range(draft, options=_options()))  # noqa: E731
    rows: list[tuple[str, list[str], Callable[[str], object], str, Callable[[str], object]]] = [
        ("text", markdown, lambda draft: read_text("a.txt", draft), "lines", str.splitlines),
        ("markdown", markdown, lambda draft: read_markdown("a.md", draft), "pyromark's events", events),
        ("mdx", markdown, lambda draft: read_mdx("a.mdx", draft), "pyromark's events", events),
        (
            "html",
            pages,
            lambda draft: read_html("a.html", draft),
            "tags",
            lambda draft: drain(tokens(draft, 0, len(draft))),
        ),
    ]
    print("| format | MB/s | the parser alone | MB/s | ratio |\n|---|---|---|---|---|")
    for name, drafts, read, parser, parse in rows:
        size = sum(len(draft.encode()) for draft in drafts) / 1e6
        whole, alone = best(read, drafts), best(parse, drafts)
        print(
            f"| {name} | {size / whole:.1f} | {parser} | {size / alone:.1f} | {alone / whole:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
