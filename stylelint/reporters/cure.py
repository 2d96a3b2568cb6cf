"""What the edits of a fix would do, in words."""

from __future__ import annotations

from stylelint.diagnostics import Fix
from stylelint.reporters.terminal import printable

_LONGEST = 60


def cure(source: str, fix: Fix) -> str:
    """Say in one line what the edits would do to a source."""
    done = [_deed(source[e.span.start : e.span.end], e.text) for e in fix.edits[:3]]
    more = ["…"] if len(fix.edits) > 3 else []
    return "; ".join(done + more) + ("" if fix.safe else " (a person should look)")


def _deed(old: str, new: str) -> str:
    if not new:
        return f"take out {_quoted(old)}"
    return f"{_quoted(old)} → {_quoted(new)}" if old else f"put in {_quoted(new)}"


def _quoted(text: str) -> str:
    """Put words in quotation marks; a mark of punctuation stands bare, or it could not be made out."""
    shown = _short(text)
    return f"“{shown}”" if any(map(str.isalnum, shown)) or not shown else shown


def _short(text: str) -> str:
    line = printable(text if len(text) <= 4 * _LONGEST else text[: 4 * _LONGEST]).strip()
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
