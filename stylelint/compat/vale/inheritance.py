"""The files of rules, and how they extend one another: whole keys, `key+` and `key-`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from stylelint.errors import UserError
from stylelint.rulebook import nodes

MAX_CHAIN = 10
"""So many rules may extend one another."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})

Resolve = Callable[[str], Path | None]
"""From `Style.Rule` to its file, None where there is none."""

Fields = dict[str, tuple[Any, Any]]
"""Key → the node of the key and its value as plain data."""


def _fields(path: Path) -> Fields:
    try:
        root = nodes.parse(path.read_bytes(), str(path), "a rule has “extends:” and “message:”")
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


def flat(path: Path, resolve: Resolve, seen: tuple[str, ...] = ()) -> Fields:
    """Read a rule's file and lay it over the one that it extends.

    Args:
        path: the file.
        resolve: finds the rules that others extend.
        seen: the names of the rules that led here.

    Raises:
        UserError: a file cannot be read, or the chain does not hold.
    """
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
    return _overlay(flat(parent, resolve, (*seen, base)), fields)


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
