"""JSON: the records of JSON Lines under `diagnostics`, and the counts, as one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stylelint.diagnostics import LEVELS
from stylelint.reporters import Checked, Style, Tally, parts
from stylelint.reporters.records import encode, record


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield the document bit by bit: a record stands on a line of its own."""
    tally, before = Tally(), '{"diagnostics": [\n'
    for result in tally.watch(results):
        for some in parts(result.diagnostics):
            records = [encode(record(diagnostic)) for diagnostic in some]
            yield before + ",\n".join(records) if records else ""
            before = ",\n" if records else before
    yield '{"diagnostics": [' if not tally.levels else "\n"
    levels = {f"{level}s": tally.levels[level] for level in LEVELS}
    yield f'], "summary": {encode({"files": tally.files, "files_with_findings": tally.faulty, **levels})}'
    if style.statistics:
        yield f', "statistics": {encode([{"rule": rule, "count": count} for rule, count in tally.by_rule()])}'
    yield "}\n"
