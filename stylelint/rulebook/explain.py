"""Rules as data that can be shown or written as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any

from stylelint.checks.base import Check
from stylelint.rulebook.bind import has_keys
from stylelint.rulebook.rule import Rule


def described(rule: Rule) -> dict[str, Any]:
    """Return everything that a rulebook says about a rule, as strings, numbers, lists and dicts."""
    return {
        "id": rule.id,
        "level": rule.level,
        "check": rule.check.kind,
        "options": {key: _plain(value) for key, value in given(rule.check)},
        "message": rule.message,
        "why": rule.why,
        "source": rule.source,
        "scope": None if rule.scope is None else sorted(rule.scope),
        "quotes": rule.quotes,
        "fix": rule.fix,
        "from": rule.since.isoformat() if rule.since else None,
        "until": rule.until.isoformat() if rule.until else None,
        "paths": list(rule.paths),
        "examples": [
            {"text": e.text, "bad": e.bad, "good": e.good, "finds": list(e.finds)} for e in rule.examples
        ],
        "file": rule.file,
        "line": rule.line,
    }


def options(check: Check) -> dict[str, str]:
    """Return the options of a check that are not as they are by default, in words."""
    return {key: _words(_plain(value)) for key, value in given(check)}


def given(check: Any) -> Iterator[tuple[str, Any]]:
    """Yield options of a check that are not as they are by default: their keys in rulebooks, their values."""
    for field in fields(check):
        value = getattr(check, field.name)
        default = field.default if field.default_factory is MISSING else field.default_factory()
        if field.init and value != default:
            yield field.name.strip("_").replace("_", "-"), value


def _plain(value: Any) -> Any:
    if has_keys(type(value)):
        return {name: _plain(item) for name, item in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(map(str, value))
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_words(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
