"""SARIF 2.1.0, which code hosts and editors show: the rules with their reasons, findings, and fixes.

The results come first, as they are found; the tool, with the rules that were broken, comes after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from stylelint import __version__
from stylelint.diagnostics import Diagnostic, Fix, Level
from stylelint.document import Span
from stylelint.reporters import Checked, Style
from stylelint.reporters.places import fingerprinted, listed, rooted
from stylelint.reporters.records import encode
from stylelint.reporters.rules import Known
from stylelint.text import Lines

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "suggestion": "note"}
"""Level → what SARIF calls it."""


def report(results: Iterable[Checked], style: Style) -> Iterator[str]:
    """Yield the document, a piece for each draft; what is kept meanwhile is one entry a broken rule."""
    rules = Known(style.book)
    run = '{"columnKind": "unicodeCodePoints", "results": ['
    head = f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{run}'
    yield from listed((_results(result, style, rules) for result in results), head, "]")
    tool = {"driver": {"name": "stylelint", "version": __version__, "rules": [*map(_rule, rules.met)]}}
    yield f', "tool": {encode(tool)}}}]}}\n'


def _rule(rule: Known.Entry) -> dict[str, Any]:
    address = {"helpUri": rule.source} if rule.source.startswith(("https://", "http://")) else {}
    source = f" Source: {rule.source}" if rule.source else ""
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why or rule.title},
        "help": {
            "text": f"{rule.why or rule.title}{source}",
            "markdown": f"**{rule.id}** {rule.why or rule.title}{source}",
        },
        **address,
        "defaultConfiguration": {"level": LEVELS[rule.level]},
        "properties": {"tags": [rule.id.partition("/")[0]]},
    }


def _results(result: Checked, style: Style, rules: Known) -> Iterator[str]:
    draft = _Draft(rooted(result.path, style), result.source)
    for d, fingerprint in fingerprinted(result):
        yield encode(_result(draft, d, fingerprint, rules.index(d)))


def _result(draft: _Draft, d: Diagnostic, fingerprint: str, index: int) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": d.rule,
        "ruleIndex": index,
        "level": LEVELS[d.level],
        "message": {"text": d.message},
        "locations": [draft.location({**_region(d), "snippet": {"text": d.text}})],
        "partialFingerprints": {"stylelintContext/v1": fingerprint},
    }
    if d.related:
        found["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": place.message},
                **draft.location({"startLine": place.line, "startColumn": place.column}),
            }
            for number, place in enumerate(d.related)
        ]
    return {**found, "fixes": [draft.fix(d.fix)]} if d.fix else found


def _region(d: Diagnostic) -> dict[str, int]:
    return {
        "startLine": d.line,
        "startColumn": d.column,
        "endLine": d.end_line,
        "endColumn": d.end_column,
        "charOffset": d.span.start,
        "charLength": d.span.end - d.span.start,
    }


class _Draft:
    """A draft, as results refer to it."""

    def __init__(self, path: str, source: str) -> None:
        self._artifact = {"uri": _uri(path)}
        self._lines = Lines(source)

    def location(self, region: dict[str, Any]) -> dict[str, Any]:
        return {"physicalLocation": {"artifactLocation": self._artifact, "region": region}}

    def fix(self, fix: Fix) -> dict[str, Any]:
        said = "The meaning cannot change." if fix.safe else "A person should look."
        replacements = [
            {"deletedRegion": self._place(edit.span), "insertedContent": {"text": edit.text}}
            for edit in fix.edits
        ]
        change = {"artifactLocation": self._artifact, "replacements": replacements}
        return {"description": {"text": said}, "artifactChanges": [change]}

    def _place(self, span: Span) -> dict[str, int]:
        line, column = self._lines.place(span.start)
        end_line, end_column = self._lines.place(span.end)
        return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _uri(path: str) -> str:
    from urllib.parse import quote

    quoted = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    # A first part with a colon would be a scheme; quote has escaped it.
    return f"file://{quoted}" if path.startswith("/") else quoted
