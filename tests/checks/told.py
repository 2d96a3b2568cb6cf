"""Runs one check over a draft, as a rule of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stylelint.checks.base import Check
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document
from stylelint.engine import Linter
from stylelint.fixer import apply
from stylelint.readers import read
from stylelint.rulebook.rule import Rule, Rulebook


def plain(text: str) -> Document:
    """Read a draft in plain text."""
    return read("draft.txt", text.encode())


def told(check: Check, draft: str | Document, **keys: Any) -> list[Diagnostic]:
    """Return what a rule with this check says of a draft; its scope and quotes are those of the kind."""
    keys = {"scope": check.scope, "quotes": check.quotes, "message": "{found} → {replacement}", **keys}
    document = plain(draft) if isinstance(draft, str) else draft
    return Linter(Rulebook("test", (Rule("test/rule", check, **keys),))).lint(document)


def marked(check: Check, draft: str | Document, **keys: Any) -> list[str]:
    """Return the stretches that are marked."""
    return [diagnostic.text for diagnostic in told(check, draft, **keys)]


def mended(check: Check, draft: str, **keys: Any) -> str:
    """Return the draft with every edit made."""
    return apply(draft, [edit for d in told(check, draft, **keys) if d.fix for edit in d.fix.edits])


def problems(check: Check) -> Mapping[str, str]:
    """Return what is wrong with the options of a check: key → message, the last for each key."""
    return dict(check.problems())
