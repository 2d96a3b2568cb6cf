"""One rule of a Vale style, read from its file with every mistake told at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from stylelint.compat.vale.actions import problem
from stylelint.compat.vale.inheritance import Fields, Resolve, flat
from stylelint.compat.vale.ini import Entry
from stylelint.compat.vale.keys import DEFAULTS, EMPTY, HEADER, KINDS, LENIENT, LEVELS, Type
from stylelint.errors import UserError
from stylelint.rulebook import nodes
from stylelint.text import did_you_mean

_TRUE = frozenset({"1", "t", "T", "true", "TRUE", "True"})
_FALSE = frozenset({"0", "f", "F", "false", "FALSE", "False", ""})


@dataclass(frozen=True)
class ValeRule:
    """A rule as its file says it, defaults filled in.

    Attributes:
        name: `Style.Rule`.
        kind: existence, substitution ….
        level: suggestion, warning or error.
        message, description: templates of Go's `fmt`.
        scope: its selectors.
        action, params: the cure; "" for none.
        limit: how often it is told in one file; 0 for always.
        selectors: of CSS in its scope, by the names that they have there.
        keys: the other keys of the kind, each of its type.
        path: the file it stands in; "" for one of Vale's own.
    """

    name: str
    kind: str
    level: str = "warning"
    message: str = ""
    description: str = ""
    link: str = ""
    scope: tuple[str, ...] = ("text",)
    action: str = ""
    params: tuple[str, ...] = ()
    limit: int = 0
    matchcase: bool = False
    selectors: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""

    @property
    def style(self) -> str:
        """The part of the name before the first full stop."""
        return self.name.partition(".")[0]


def read_rule(path: Path, name: str, resolve: Resolve) -> ValeRule:
    """Read a rule's file.

    Args:
        path: the file.
        name: `Style.Rule`.
        resolve: finds the rules that this one extends.

    Raises:
        UserError: the file cannot be read or says something that Vale refuses, too.
    """
    fields = flat(path, resolve)
    return _rule(fields, path, name)


def with_params(rule: ValeRule, given: Mapping[str, Entry], path: str) -> ValeRule:
    """Return a rule with keys set by a configuration: numbers, truth values and the level.

    Args:
        rule: as its file says it.
        given: the keys in small letters, their values and lines.
        path: of the configuration.

    Raises:
        UserError: there is no such key, or it is not for a configuration to say.
    """
    types = {"level": HEADER["level"], "limit": HEADER["limit"], "matchcase": HEADER["matchcase"]}
    types |= {k: wanted for k, wanted in KINDS[rule.kind].items() if wanted in ("bool", "int", "float")}
    for key, entry in given.items():
        value = entry.values[-1]
        if key not in types or (key == "level" and value not in LEVELS):
            what = f"“{value}” is no level" if key == "level" else f"a configuration cannot set “{key}”"
            raise UserError(f"{rule.name}: {what}{did_you_mean(key, types)}", path, entry.line, 1)
        try:
            said = value if key == "level" else scalar(key, value, types[key])
        except ValueError as error:
            raise UserError(f"{rule.name}: {error}", path, entry.line, 1) from None
        if key in HEADER:
            changed: dict[str, Any] = {key: said}
            rule = replace(rule, **changed)
        else:
            rule = replace(rule, keys={**rule.keys, key: said})
    return rule


def _rule(fields: Fields, path: Path, name: str) -> ValeRule:
    lowered = {key.lower(): value for key, value in fields.items()}
    if "extends" not in fields or lowered["extends"][1] is None:
        raise UserError("the key “extends” is missing", str(path), 1, 1)
    node, kind = fields["extends"]
    if kind not in KINDS:
        raise nodes.problem(node, f"no kind of rule “{kind}”{did_you_mean(str(kind), KINDS)}")
    if "message" not in fields:
        raise UserError("the key “message” is missing", str(path), 1, 1)
    _refuse(fields, kind)
    header = {key: _value(lowered, key, HEADER[key]) for key in HEADER if key not in ("action", "tests")}
    keys = {key: _value(lowered, key, kind_type) for key, kind_type in KINDS[kind].items()}
    action, params = _action(lowered)
    scope, selectors = _selectors(header["scope"], lowered)
    return ValeRule(
        name, kind, header["level"] or "warning", header["message"], header["description"],
        header["link"], _scope(kind, scope, keys), action, params, header["limit"],
        header["matchcase"], selectors, keys, str(path),
    )  # fmt: skip


def _selectors(scope: tuple[str, ...], lowered: Fields) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return a scope with names for the selectors of CSS in it, and these by name."""
    if not any("doc(" in said for said in scope):
        return scope, {}
    from stylelint.compat.vale.selection import available, check, named

    made, selectors = [], {}
    for said in scope:
        try:
            text, found = named(said)
            for selector in found.values() if available() else ():
                check(selector)
        except ValueError as error:
            raise nodes.problem(lowered["scope"][0], str(error)) from None
        made.append(text)
        selectors.update(found)
    return tuple(made), selectors


def _scope(kind: str, said: tuple[str, ...], keys: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the selectors of a rule; some kinds look at sentences or at the whole draft alone.

    A sequence that is counted is counted in what its scope selects.
    """
    if kind in ("readability", "metric"):
        return ("summary",) if said in ((), ("text",)) else said
    if kind == "sequence" and not (said and (keys["max"] or keys["min"])):
        return tuple(map(_in_sentences, said)) or ("sentence",)
    return said or ("text",)


def _in_sentences(selector: str) -> str:
    """Return a selector of the sentences in what one selects."""
    parts = [part.strip() for part in selector.split("&")]
    if any(part.partition(".")[0] == "sentence" for part in parts):
        return selector
    named = [part.removeprefix("paragraph").lstrip(".") for part in parts]
    named = [f"in.{part[4:]}" if part.startswith("doc.") else part for part in named]
    return " & ".join(["sentence", *(part for part in named if part)])


def _refuse(fields: Fields, kind: str) -> None:
    """Refuse what Vale refuses."""
    known = HEADER.keys() | KINDS[kind].keys()
    for key, (node, value) in fields.items():
        if key.lower() not in known and kind not in LENIENT:
            raise nodes.problem(
                node, f"a rule of the kind “{kind}” has no key “{key}”{did_you_mean(key, known)}"
            )
        if key == "level" and value not in LEVELS:
            raise nodes.problem(node, f"“level” must be suggestion, warning or error, not “{value}”")
        if key == "code" and value in _TRUE:
            raise nodes.problem(node, "“code” is no longer known; use “scope: raw”")
        if key == "scope":
            for scope in value if isinstance(value, list) else [value or ""]:
                if (
                    "&" not in scope
                    and "doc(" not in scope
                    and " " in str(scope).removeprefix("~").split(".")[0]
                ):
                    raise nodes.problem(node, f"the scope “{scope}” has a blank in it")


def _action(lowered: Fields) -> tuple[str, tuple[str, ...]]:
    """Return the name of the action and its parameters, steps of a pipeline laid end to end."""
    node, given = lowered.get("action", (None, None))
    if not isinstance(given, dict):
        return "", ()
    held = {key.lower(): value for key, value in given.items()}
    name, params = str(held.get("name") or ""), held.get("params")
    said = params if isinstance(params, list) else [] if params is None else [params]
    flat = [part for param in said for part in (param if isinstance(param, list) else [param])]
    made = tuple("" if part is None else str(part) for part in flat)
    wrong = problem(name, made) if name else ""
    if wrong:
        raise nodes.problem(node, wrong)
    return name, made


def _value(lowered: Fields, key: str, wanted: Type) -> Any:
    """Return the value of a key in its type, as leniently as Vale reads it."""
    node, value = lowered.get(key, (None, None))
    if value is None:
        return DEFAULTS.get(key, EMPTY[wanted]) if node is None else EMPTY[wanted]
    if wanted == "tokens":
        return tuple(t for t in value if isinstance(t, dict)) if isinstance(value, list) else ()
    if wanted == "list":
        said = value if isinstance(value, list) else list(value) if isinstance(value, dict) else [value]
        return tuple("" if v is None else str(v) for v in said)
    if wanted == "map":
        if isinstance(value, list):
            value = {k: v for entry in value if isinstance(entry, dict) for k, v in entry.items()}
        if not isinstance(value, dict):
            raise nodes.problem(node, f"“{key}” must be a mapping")
        return {k: "" if v is None else str(v) for k, v in value.items()}
    if isinstance(value, list | dict):
        raise nodes.problem(node, f"“{key}” must be a single value")
    if wanted == "text":
        return str(value)
    try:
        return scalar(key, str(value), wanted)
    except ValueError as error:
        raise nodes.problem(node, str(error)) from None


def scalar(key: str, value: str, wanted: Type) -> bool | int | float:
    """Return a number or a truth value as leniently as Vale reads it.

    Raises:
        ValueError: it is none.
    """
    if wanted == "bool":
        if value in _TRUE or value in _FALSE:
            return value in _TRUE
        raise ValueError(f"“{key}” must be true or false, not “{value}”")
    if re.fullmatch(r"[-+]?\d+", value):
        return int(value) if wanted == "int" else float(value)
    if wanted == "float" and re.fullmatch(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?", value):
        return float(value)
    raise ValueError(f"“{key}” must be a number, not “{value}”")
