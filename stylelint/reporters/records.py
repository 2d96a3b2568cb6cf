"""A diagnostic as a JSON record.  Its keys and their order are a promise to other programs."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from stylelint.diagnostics import Diagnostic, Fix

if TYPE_CHECKING:
    from json import JSONEncoder


def record(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return the record of a diagnostic.

    Lines and columns count from 1; columns and offsets in code points of the decoded file, ends
    exclusive.  Paths have forward slashes on every system.
    """
    return {
        "path": diagnostic.path.replace(os.sep, "/"),
        "rule": diagnostic.rule,
        "level": diagnostic.level,
        "message": diagnostic.message,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line,
        "end_column": diagnostic.end_column,
        "offset": diagnostic.span.start,
        "end_offset": diagnostic.span.end,
        "text": diagnostic.text,
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
        "related": [related._asdict() for related in diagnostic.related],
    }


def encode(value: Any) -> str:
    """Return a value as JSON on one line, letters of every script as they are."""
    return _encoder().encode(value)


@cache
def _encoder() -> JSONEncoder:
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False)


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"offset": e.span.start, "end_offset": e.span.end, "text": e.text} for e in fix.edits]
    return {"safe": fix.safe, "edits": edits}
