"""The fields of front matter whose values are text, with the places of these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from stylelint.compat.vale.html import Rows
from stylelint.errors import UserError

_NO_TEXT = re.compile(
    r"(?i:|~|null|true|false|yes|no|on|off|y|n|[-+]?\.(?:inf)|\.nan)|[-+]?(?:0x[0-9a-fA-F_]+|0o?[0-7_]+|0b[01_]+"
    r"|[0-9][0-9_,]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?)"
)


def fields(head: str, at: int) -> Iterator[tuple[str, str, Rows]]:
    """Yield key, text and places of the fields at the top of a front matter in YAML.

    Args:
        head: the front matter without its fences.
        at: where it begins in the source.
    """
    from stylelint.rulebook import nodes

    try:
        root = nodes.parse(head.encode(), "front matter")
    except UserError:
        return
    if root.id != "mapping":
        return
    starts = [0]
    for line in head.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for key, value in root.value:
        if (
            key.id == "scalar"
            and value.id == "scalar"
            and (value.style or not _NO_TEXT.fullmatch(value.value))
        ):
            begin, end = (starts[m.line] + m.column for m in (value.start_mark, value.end_mark))
            yield str(key.value), value.value, _rows(head, value, begin, end, at)


def _rows(head: str, value: Any, begin: int, end: int, at: int) -> Rows:
    """Return where a scalar stands: to the letter where it can be found so, else as one thing."""
    text: str = value.value
    found = head.find(text, begin, end)
    if found >= 0:
        return [(0, len(text), at + found, at + found + len(text))]
    rows, size, cursor = [], 0, begin
    for word in re.finditer(r"\S+\s*", text):
        plain = word[0].rstrip()
        spot = head.find(plain, cursor, end)
        if spot < 0:
            return [(0, len(text), at + begin, at + end)]
        rows.append((word.start(), word.start() + len(plain), at + spot, at + spot + len(plain)))
        cursor, size = spot + len(plain), word.end()
    return rows if size else [(0, len(text), at + begin, at + end)]
