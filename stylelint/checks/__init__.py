"""The table of kinds.  A new kind is a module, a line here and a test module."""

from __future__ import annotations

from importlib import import_module

from stylelint.checks.base import Check

KINDS: dict[str, str] = {
    "banned": "Banned",
    "at-least": "AtLeast",
    "at-most": "AtMost",
    "broken-off": "BrokenOff",
    "capitals": "Capitals",
    "duplicate": "Duplicate",
    "furniture": "Furniture",
    "pattern": "PatternCheck",
    "preferred": "Preferred",
    "title": "Title",
    "spacing": "Spacing",
    "spelled-out": "SpelledOut",
    "required": "Required",
    "consistent": "Consistent",
    "quote-stops": "QuoteStops",
    "repeated": "Repeated",
    "run-together": "RunTogether",
    "stray": "Stray",
    "unbalanced": "Unbalanced",
    "address": "Address",
    "ages": "Ages",
    "calendar": "Calendar",
    "compounds": "Compounds",
    "cues": "Cues",
    "glued": "Glued",
    "names": "Names",
    "office-case": "OfficeCase",
    "one-office": "OneOffice",
    "echoed": "Echoed",
    "proselint": "Proselint",
    "unattributed": "Unattributed",
    "vale": "ValeCheck",
}
"""Kind → class; the module has the kind's name, with underscores for hyphens."""


def load(kind: str) -> type[Check]:
    """Return the class of a kind, importing its module only now.

    Raises:
        KeyError: there is no such kind.
    """
    module = import_module(f"stylelint.checks.{kind.replace('-', '_')}")
    found: type[Check] = getattr(module, KINDS[kind])
    return found
