"""One rule of a Vale style, read from its file with every mistake told at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stylelint.compat.vale.actions import problem
from stylelint.compat.vale.keys import DEFAULTS, EMPTY, HEADER, KINDS, LENIENT, LEVELS, Type
from stylelint.errors import UserError
from stylelint.rulebook import nodes
from stylelint.text import did_you_mean

MAX_CHAIN = 10
"""So many rules may extend one another."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
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
    keys: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""

    @property
    def style(self) -> str:
        """The part of the name before the first full stop."""
        return self.name.partition(".")[0]


Resolve = Callable[[str], Path | None]
"""From `Style.Rule` to its file, None where there is none."""


def read_rule(path: Path, name: str, resolve: Resolve, level: str = "") -> ValeRule:
    """Read a rule's file.

    Args:
        path: the file.
        name: `Style.Rule`.
        resolve: finds the rules that this one extends.
        level: what the configuration says instead of the file.

    Raises:
        UserError: the file cannot be read or says something that Vale refuses, too.
    """
    fields = _flat(path, resolve, ())
    return _rule(fields, path, name, level)


Fields = dict[str, tuple[Any, Any]]
"""Key → the node of the key and its value as plain data."""


def _fields(path: Path) -> Fields:
    try:
        root = nodes.parse(path.read_bytes(), str(path))
    except OSError as error:
        raise UserError(error.strerror or str(error), str(path)) from None
    if root is None or root.id != "mapping":
        raise UserError("a rule of Vale is a mapping with “extends” and “message”", str(path), 1, 1)
    nodes.mapping(root, "a rule")
    return {str(key.value): (key, _plain(value)) for key, value in root.value}


def _plain(node: Any) -> Any:
    if node.id == "mapping":
        nodes.mapping(node, "keys and values")
        return {str(key.value): _plain(value) for key, value in node.value}
    if node.id == "sequence":
        return [_plain(value) for value in node.value]
    return None if node.value in _NULL and node.style is None else node.value


def _flat(path: Path, resolve: Resolve, seen: tuple[str, ...]) -> Fields:
    """Read a rule and lay it over the one that it extends."""
    fields = _fields(path)
    base = fields.get("extends", (None, ""))[1]
    if not isinstance(base, str) or "." not in base:
        for key, (node, _) in fields.items():
            if key[-1:] in ("+", "-"):
                raise nodes.problem(node, f"“{key}” changes what another rule says; this one extends none")
        return fields
    node = fields["extends"][0]
    if base.startswith("Vale."):
        raise nodes.problem(node, f"“{base}” is one of Vale's own rules and has no file to extend")
    if base in seen or len(seen) >= MAX_CHAIN:
        raise nodes.problem(
            node, f"rules extend one another in a circle, or more than {MAX_CHAIN} deep: “{base}”"
        )
    parent = resolve(base)
    if parent is None:
        raise nodes.problem(node, f"there is no rule “{base}” on the styles path")
    return _overlay(_flat(parent, resolve, (*seen, base)), fields)


def _overlay(parent: Fields, child: Fields) -> Fields:
    made = {key: value for key, value in parent.items() if key != "tests"}
    for key, (node, value) in child.items():
        base = key.rstrip("+-")
        if base == key:
            made |= {} if key == "extends" else {key: (node, value)}
            continue
        if base in child:
            raise nodes.problem(node, f"“{key}” changes “{base}”, which this file gives whole")
        old = parent.get(base, (None, None))[1]
        made[base] = (node, _edited(node, key, old, value))
    return made


def _edited(node: Any, key: str, old: Any, value: Any) -> Any:
    """Return a list or a mapping with entries added or taken out."""
    adding = key.endswith("+")
    if isinstance(old, dict) and adding and isinstance(value, dict):
        return {**old, **value}
    if not isinstance(old, list | dict) or not isinstance(value, list):
        raise nodes.problem(node, f"“{key}” needs a list or a mapping here and in the rule that is extended")
    if adding and isinstance(old, list):
        return [*old, *value]
    missing = [entry for entry in value if entry not in old]
    if missing:
        raise nodes.problem(node, f"“{key}”: the rule that is extended has no “{missing[0]}”")
    if isinstance(old, dict):
        return {name: said for name, said in old.items() if name not in value}
    rest = list(old)
    for entry in value:
        rest.remove(entry)
    return rest


def _rule(fields: Fields, path: Path, name: str, level: str) -> ValeRule:
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
    return ValeRule(
        name, kind, level or header["level"] or "warning", header["message"], header["description"],
        header["link"], header["scope"] or _default_scope(kind), action, params, header["limit"],
        header["matchcase"], keys, str(path),
    )  # fmt: skip


def _default_scope(kind: str) -> tuple[str, ...]:
    return (
        ("summary",)
        if kind in ("readability", "metric")
        else ("sentence",)
        if kind == "sequence"
        else ("text",)
    )


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
                if "&" not in scope and " " in str(scope).removeprefix("~").split(".")[0]:
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
    return _scalar(node, key, str(value), wanted)


def _scalar(node: Any, key: str, value: str, wanted: Type) -> Any:
    if wanted == "text":
        return value
    if wanted == "bool":
        if value in _TRUE or value in _FALSE:
            return value in _TRUE
        raise nodes.problem(node, f"“{key}” must be true or false, not “{value}”")
    if re.fullmatch(r"[-+]?\d+", value):
        return int(value) if wanted == "int" else float(value)
    if wanted == "float" and re.fullmatch(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?", value):
        return float(value)
    raise nodes.problem(node, f"“{key}” must be a number, not “{value}”")
