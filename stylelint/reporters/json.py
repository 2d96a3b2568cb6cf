"""JSON: the records of JSON Lines under `diagnostics`, and the counts, as one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stylelint.diagnostics import LEVELS
from stylelint.reporters import Checked, Style, Tally
from stylelint.reporters.records import encode, record


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield the document bit by bit: a record stands on a line of its own."""
    tally, before = Tally(), '{"diagnostics": [\n'
    for result in tally.watch(results):
        records = [encode(record(diagnostic)) for diagnostic in result.diagnostics]
        if records:
            records[0], before = before + records[0], ",\n"  # all of them are not copied twice
        yield ",\n".join(records)
    yield '{"diagnostics": [' if not tally.levels else "\n"
    levels = {f"{level}s": tally.levels[level] for level in LEVELS}
    yield f'], "summary": {encode({"files": tally.files, "files_with_findings": tally.faulty, **levels})}'
    if style.statistics:
        yield f', "statistics": {encode([{"rule": rule, "count": count} for rule, count in tally.by_rule()])}'
    yield "}\n"
