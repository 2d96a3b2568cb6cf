"""reviewdog's diagnostics as one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stylelint.reporters import Checked, Style
from stylelint.reporters.places import listed
from stylelint.reporters.rdjsonl import SOURCE, diagnostics
from stylelint.reporters.records import encode


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield the document, a piece for each draft."""
    groups = ([encode(one) for one in diagnostics(result)] for result in results)
    return listed(groups, f'{{"source": {encode(SOURCE)}, "diagnostics": [', "]}\n")
