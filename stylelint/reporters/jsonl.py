"""JSON Lines: a record for each diagnostic, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stylelint.reporters import Checked, Style
from stylelint.reporters.records import encode, record


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield one line for each diagnostic."""
    for result in results:
        yield "".join(f"{encode(record(d))}\n" for d in result.diagnostics)
