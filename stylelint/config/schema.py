"""What a configuration may say: the keys with their descriptions, and as JSON Schema for editors."""

from __future__ import annotations

from typing import Any, NamedTuple

from stylelint.config import FIXES
from stylelint.config.parse import KEYS, SECTION_KEYS
from stylelint.diagnostics import LEVELS
from stylelint.document import ROLES
from stylelint.formats import FORMATS
from stylelint.reading import SKIPPED

Schema = dict[str, Any]

# An editor reads YAML in its own way, where `no` may be a switch and `1.10` a number; for us they are words.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_MANY: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_ROLE: Schema = {"enum": list(ROLES)}


class Key(NamedTuple):
    """A key of a configuration.

    Attributes:
        about: what it is, in a sentence or two.
        schema: what may stand there.
        default: what holds where it is not written, as YAML.
        adds: whether what is said later adds to it, instead of taking its place.
    """

    about: str
    schema: Schema
    default: str
    adds: bool = False


def _table(value: Schema) -> Schema:
    return {"type": "object", "additionalProperties": value}


KEY: dict[str, Key] = {
    "extends": Key("Other configurations, as paths from this file; of several, the later wins.", _MANY, "[]"),
    "rulebooks": Key(
        "Bundled names, paths from this file, or names that packages offer; the later wins.",
        {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]},
        "[newsroom]",
    ),
    "select": Key("Rules and chapters to run; empty for all.", _MANY, "[]"),
    "ignore": Key("Rules and chapters not to run.", _MANY, "[]", adds=True),
    "fail-on": Key("The lightest level that gives exit status 1.", {"enum": list(LEVELS)}, "warning"),
    "max-warnings": Key("How many warnings may be found with exit status 0.", _COUNT, "no limit of its own"),
    "budgets": Key(
        "Rule, chapter or glob of drafts, and how many findings it may have.", _table(_COUNT), "{}", adds=True
    ),
    "fix": Key(
        "Rule or chapter, and what its fixes are to be: safe, unsafe or none.",
        _table({"enum": list(FIXES)}), "{}", adds=True,
    ),
    "require-reasons": Key(
        "Whether every ignore must say why.", {"enum": [True, False, "yes", "no"]}, "false"
    ),
    "include": Key("Globs of what is a draft in folders; empty for all with the suffix of one.", _MANY, "[]"),
    "exclude": Key("Globs of files and folders that are not linted.", _MANY, "[]", adds=True),
    "formats": Key(
        "Glob of drafts, and the format to read them in; also takes files with other suffixes from folders.",
        _table({"enum": list(FORMATS)}), "{}", adds=True,
    ),
    "skip": Key(
        "What is never read: classes, ids, shortcodes, fields of the front matter, patterns.",
        {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(SKIPPED, _MANY)}, "{}",
    ),
    "roles": Key(
        "Gives blocks of one role another, in all drafts, some files or a layout.",
        {
            "type": ["array", "object"],
            "items": {
                "type": "object", "additionalProperties": False,
                "properties": {"files": _TEXT, "layout": _TEXT, **dict.fromkeys(ROLES, _ROLE)},
            },
        },
        "[]", adds=True,
    ),
    "paths": Key(
        "Glob of drafts, and what else holds for these; of two that fit a draft, the later wins.",
        _table({"$ref": "#/$defs/section"}), "{}", adds=True,
    ),
}  # fmt: skip
"""Every key, in the order of the reference."""


def schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a configuration; the same on every run."""
    about = {key: {**KEY[key].schema, "description": KEY[key].about} for key in KEY if key in KEYS}
    section = {key: about[key] for key in KEY if key in SECTION_KEYS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "stylelint configuration",
        "description": "What a house has settled for a folder of drafts.",
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": about,
        "$defs": {"section": {"type": "object", "additionalProperties": False, "properties": section}},
    }
