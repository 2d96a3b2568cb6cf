"""JSON as `vale --output=JSON` prints it, for editors and scripts that read that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from stylelint.diagnostics import Diagnostic
from stylelint.reporters import Checked, Style
from stylelint.reporters.rules import Known
from stylelint.reporters.vale import Recipe, dotted, named, recipes

_SIGNS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What Go escapes in JSON."""


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield one object: path → its alerts in order; drafts without any are left out."""
    names, known, actions, before = named(style), Known(style.book), recipes(style), "{\n"
    for result in results:
        if not result.diagnostics:
            yield ""
            continue
        alerts = [
            _alert(d, names.get(d.rule) or dotted(d.rule), known.source(d.rule), actions.get(d.rule))
            for d in result.diagnostics
        ]
        yield before + _encoded({result.path.replace("\\", "/"): alerts})[2:-2]
        before = ",\n"
    yield "{}\n" if before == "{\n" else "\n}\n"


def _alert(d: Diagnostic, check: str, link: str, recipe: Recipe | None) -> dict[str, Any]:
    """Return an alert as Vale has it; the span counts columns from 1, its end included."""
    width = d.end_column - 1 if d.end_line == d.line else d.column + len(d.text) - 1
    fixes = {"Suggestions": made} if (made := _suggestions(d)) else {}
    return {
        "Action": _action(d, recipe),
        **fixes,
        "Span": [d.column, max(d.column, width)],
        "Check": check,
        "Description": d.why,
        "Link": link,
        "Message": d.message,
        "Severity": d.level,
        "Match": d.text,
        "Line": d.line,
    }


def _suggestions(d: Diagnostic) -> list[str]:
    """Return what could stand there instead, as newer releases tell it; none for what a dictionary offers."""
    return [d.fix.edits[0].text] if d.fix else list(d.choices)


def _action(d: Diagnostic, recipe: Recipe | None) -> dict[str, Any]:
    """Return the action of a rule of Vale as its file says it, with what a replacement comes to here."""
    fix = d.fix.edits[0].text if d.fix else None
    if recipe is None:
        return _told("" if fix is None else "replace" if fix else "remove", [fix] if fix else [])
    name, params = recipe
    if name == "replace" and not params:
        return _told(name, list(d.choices) or [fix or ""])
    return _told(name, list(params))


def _told(name: str, params: list[str]) -> dict[str, Any]:
    return {"Name": name, "Params": params or None}


def _encoded(value: Any) -> str:
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2)
    for sign, escaped in _SIGNS.items():
        text = text.replace(sign, escaped)
    return text
