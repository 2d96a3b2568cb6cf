"""The language of rulebooks as JSON Schema, for editors: made from the kinds and their dataclasses.

An editor reads YAML in its own way, where `no` may be a switch and `1.10` a number; for us they are
words.  The schema therefore takes any scalar where a text is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from inspect import cleandoc
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from stylelint.checks import KINDS, load
from stylelint.diagnostics import LEVELS
from stylelint.document import ROLES
from stylelint.formats import FORMATS
from stylelint.rulebook.bind import has_keys, options
from stylelint.rulebook.build import COMMON

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number", "boolean"]}
_NAME = "^[a-z0-9_-]+$"
_RULE_ID = "^[a-z0-9_-]+(/[a-z0-9_-]+)?$"

_ABOUT = {
    "check": "The kind of the rule; it decides which other keys there are.",
    "level": "How grave a finding is; “off” switches the rule off.",
    "message": "One sentence for the writer; {found}, {replacement} and what the check names are filled in.",
    "why": "The reason behind the rule.",
    "source": "The authority, so that the rule can be argued with.",
    "quotes": "Direct speech: left alone (skip), looked at alone (only), asked about (ask), read too (any).",
    "scope": "The roles that it looks at; “all” for every one.",
    "fix": "Its edits: safe (the meaning cannot change), unsafe (a person should look) or none.",
    "from": "The first day on which the rule holds.",
    "until": "The last day on which the rule holds.",
    "paths": "Globs of the drafts it is for; none for all.",
    "examples": "What it finds, with the cure to the letter, and at least one near miss.",
}


def schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a rulebook; the same on every run."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "stylelint rulebook",
        "description": "Rules that say how a house writes.",
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {
            "chapter": {
                "type": "string",
                "pattern": _NAME,
                "description": "The first part of the rules’ ids.",
            },
            "extends": {**_many(TEXT), "description": "Bundled names, paths, or names that packages offer."},
            "rules": {
                "description": "Rules by name; with a slash, those of another chapter.",
                "type": "object",
                "propertyNames": {"pattern": _RULE_ID},
                "additionalProperties": {"$ref": "#/$defs/rule"},
            },
        },
        "$defs": {"rule": _rule(), "example": _example(), **{f"check-{k}": _check(k) for k in sorted(KINDS)}},
    }


def _rule() -> Schema:
    """Return the schema of a rule: a word for an inherited one, else keys that hang on its check."""
    switch = {
        "enum": ["off", "on", *LEVELS, False, True],
        "description": "What becomes of an inherited rule.",
    }
    by_kind = [
        {
            "if": {"properties": {"check": {"const": kind}}, "required": ["check"]},
            "then": {"$ref": f"#/$defs/check-{kind}"},
        }
        for kind in sorted(KINDS)
    ]
    keys = {"type": "object", "properties": {"check": _kinds(), **_common()}, "allOf": by_kind}
    return {"anyOf": [switch, keys]}


def _kinds() -> Schema:
    return {"enum": sorted(KINDS), "description": _ABOUT["check"]}


def _common() -> dict[str, Schema]:
    found = {key: {**of(kind), "description": _ABOUT[key]} for key, kind in COMMON.items()}
    found["level"]["enum"] = [*found["level"]["enum"], "off", False]
    found["scope"] = {**_many({"enum": [*ROLES, "all"]}), "description": _ABOUT["scope"]}
    examples = {"type": "array", "items": {"$ref": "#/$defs/example"}}
    return {**_with_parts(found, COMMON), "examples": {**examples, "description": _ABOUT["examples"]}}


def _example() -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "anyOf": [{"required": ["bad"]}, {"required": ["good"], "properties": {"finds": False}}],
        "properties": {
            "bad": {**TEXT, "description": "A draft in which the rule must find something."},
            "good": {**TEXT, "description": "What fixing makes of it; without “bad”, a near miss."},
            "finds": {**_many(TEXT), "description": "What must be marked, in order."},
            "format": {"enum": [*FORMATS], "description": "The format that it is in."},
        },
    }


def _check(kind: str) -> Schema:
    """Return the schema of a rule with one check: its keys and those that every rule has."""
    cls = load(kind)
    known = options(cls)
    about = attributes(cls)
    own = {key: {**of(option.type), **_said(about.get(option.name))} for key, option in known.items()}
    own = _with_parts(own, {key: option.type for key, option in known.items()})
    return {
        "description": cleandoc(cls.__doc__ or "").partition("\n")[0],
        "properties": own,
        "propertyNames": {"enum": ["check", *_common(), "examples+", *own]},
        "required": ["message", *(key for key, option in known.items() if option.required)],
    }


def _with_parts(found: Mapping[str, Schema], kinds: Mapping[str, Any]) -> dict[str, Schema]:
    """Add `words+` and `words-` for keys that are lists or mappings."""
    parts: dict[str, Schema] = {}
    for key, kind in kinds.items():
        origin = get_origin(kind)
        if origin in (tuple, frozenset) or _is_mapping(origin):
            parts[f"{key}+"] = {**of(kind), "description": f"What to add to an inherited “{key}”."}
            parts[f"{key}-"] = {**_many(TEXT), "description": f"What to cut from an inherited “{key}”."}
    return {**found, **parts}


def of(kind: Any) -> Schema:
    """Return the schema of a type, as `bind.converter` reads it.

    Raises:
        TypeError: fields of a check cannot have this type.
    """
    simple = {str: TEXT, bool: _BOOL, int: {"type": "integer"}, float: {"type": "number"}, date: _DATE}
    if isinstance(kind, type) and kind in simple:
        return dict(simple[kind])
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (Union, UnionType):
        choices = [of(arg) for arg in args if arg is not type(None)]
        return choices[0] if len(choices) == 1 else {"anyOf": choices}
    if origin is tuple and args[-1] is not Ellipsis:
        return {
            "type": "array",
            "prefixItems": [of(arg) for arg in args],
            "minItems": len(args),
            "items": False,
        }
    if origin in (tuple, frozenset):
        return _many(of(args[0]))
    if _is_mapping(origin):
        return {"type": "object", "additionalProperties": of(args[1])}
    if has_keys(kind):
        return _tuple_of_keys(kind)
    raise TypeError(f"no schema for {kind!r}")


_BOOL: Schema = {"enum": [True, False, "true", "false", "yes", "no", "on", "off"]}
_DATE: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _tuple_of_keys(cls: type) -> Schema:
    known, about = options(cls), attributes(cls)
    keys = {key: {**of(option.type), **_said(about.get(option.name))} for key, option in known.items()}
    required = [key for key, option in known.items() if option.required]
    return {"type": "object", "additionalProperties": False, "properties": keys, "required": required}


def _many(one: Schema) -> Schema:
    """Return the schema of a list, for which one entry alone will do."""
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _is_mapping(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _said(text: str | None) -> Schema:
    return {"description": text} if text else {}


def attributes(cls: type) -> dict[str, str]:
    """Return what the `Attributes` section of a class's docstring says of each field, in one line."""
    section = cleandoc(cls.__doc__ or "").partition("\nAttributes:\n")[2]
    found: dict[str, str] = {}
    names: list[str] = []
    for line in section.splitlines():
        start = re.match(r" {4}([\w-]+(?:, [\w-]+)*): (.*)", line)
        if start:
            names = start[1].replace("-", "_").split(", ")
            found.update(dict.fromkeys(names, start[2]))
        elif line.startswith("     "):
            found.update({name: f"{found[name]} {line.strip()}" for name in names})
        elif line.strip():
            break
    return found
