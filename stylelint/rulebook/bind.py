"""Turns YAML nodes into typed values: a field's type says what its words mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, ClassVar, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from stylelint.errors import OptionError
from stylelint.rulebook import nodes
from stylelint.rulebook.nodes import Field, Node, problem
from stylelint.text import did_you_mean

Convert = Callable[[Node], Any]
"""From a node to a value; raises `UserError`."""

TRUE, FALSE = ("true", "yes", "on"), ("false", "no", "off")
"""The words for a switch, as in YAML 1.1 but for case."""


class Option(NamedTuple):
    """A key of a check.

    Attributes:
        name: of the field.
        type: what it holds.
        required: whether it must be given.
    """

    name: str
    type: Any
    required: bool


def options(cls: Any) -> dict[str, Option]:
    """Return the keys that a kind of check, or a named tuple, reads from YAML, in its order.

    They have hyphens for underscores; one at the end, which makes a name of a word that Python keeps
    (`except_`), is dropped.
    """
    if cls not in _KNOWN:
        _KNOWN[cls] = {name.strip("_").replace("_", "-"): Option(name, *rest) for name, *rest in _fields(cls)}
    return _KNOWN[cls]


_KNOWN: dict[Any, dict[str, Option]] = {}


def has_keys(kind: Any) -> bool:
    """Tell whether an option of this type is read from a mapping with keys of its own: a named tuple."""
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_field_defaults")


def _fields(cls: Any) -> Iterator[tuple[str, Any, bool]]:
    hints = None
    if has_keys(cls):
        hints = get_type_hints(cls)
        yield from ((name, hints[name], name not in cls._field_defaults) for name in cls._fields)
        return
    for field in fields(cls):
        kind = _PLAIN.get(field.type) if isinstance(field.type, str) else field.type
        if kind is None:
            hints = hints or get_type_hints(cls)
            kind = hints[field.name]
        required = field.default is MISSING and field.default_factory is MISSING
        yield field.name, kind, required


_PLAIN: dict[str, Any] = {
    "str": str,
    "bool": bool,
    "int": int,
    "str | None": str | None,
    "int | None": int | None,
    "tuple[str, ...]": tuple[str, ...],
    "Mapping[str, str]": Mapping[str, str],
}
"""The annotations that nearly every field has; evaluating the rest costs start-up time."""


def build(cls: type, given: Mapping[str, Field], place: Node, what: str) -> Any:
    """Make a check, or an option of one that is a named tuple, from the keys of a mapping.

    Args:
        cls: its class.
        given: its keys as they are written.
        place: where an error points that no key is to blame for.
        what: what the mapping is, for errors.

    Raises:
        UserError: a key is unknown or missing, or its value is of the wrong type.
    """
    known = options(cls)
    values = {}
    for key, field in given.items():
        option = known.get(key)
        if option is None:
            raise problem(field.key, f"{what} has no key “{key}”{did_you_mean(key, known)}")
        values[option.name] = converter(option.type)(field.value)
    lacking = [key for key, option in known.items() if option.required and option.name not in values]
    if lacking:
        raise problem(place, f"{what} needs {' and '.join(f'“{key}”' for key in lacking)}")
    try:
        return cls(**values)
    except OptionError as error:
        at = given.get(error.key)
        raise problem(at.value if at else place, f"{error.key}: {error.message}") from None


@cache
def converter(kind: Any) -> Convert:
    """Return what turns a node into a value of a type.

    Raises:
        TypeError: fields of a check cannot have this type.
    """
    if kind in _SCALARS:
        return _SCALARS[kind]
    origin, args = get_origin(kind), get_args(kind)
    if origin is ClassVar or (origin is None and not has_keys(kind)):
        raise TypeError(f"no way to read {kind!r} from YAML")
    if origin is None:
        return _tuple_of_keys(kind)
    if origin is Literal:
        return _literal(args)
    if origin in (Union, UnionType):
        return _union([converter(arg) for arg in args if arg is not type(None)])
    if origin in (tuple, frozenset):
        return _many(origin, args)
    if origin in (dict, Mapping) or getattr(origin, "__name__", "") == "Mapping":
        return _mapping(converter(args[1]))
    raise TypeError(f"no way to read {kind!r} from YAML")


def _text(node: Node) -> str:
    return nodes.word(node, "a text")


def _bool(node: Node) -> bool:
    said = nodes.word(node, "“true” or “false”").lower()
    if said in TRUE or said in FALSE:
        return said in TRUE
    raise problem(node, f"expected “true” or “false”, not “{node.value}”")


def _int(node: Node) -> int:
    said = nodes.word(node, "a whole number")
    if re.fullmatch(r"[-+]?[0-9]{1,18}", said):
        return int(said)
    raise problem(node, f"expected a whole number, not “{said}”")


def _float(node: Node) -> float:
    said = nodes.word(node, "a number")
    if re.fullmatch(r"[-+]?[0-9]{1,18}(\.[0-9]{1,18})?", said):
        return float(said)
    raise problem(node, f"expected a number, not “{said}”")


def _date(node: Node) -> date:
    said = nodes.word(node, "a date")
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", said):
            return date.fromisoformat(said)
    except ValueError:
        pass
    raise problem(node, f"expected a date as in 2022-09-08, not “{said}”")


_SCALARS: dict[Any, Convert] = {str: _text, bool: _bool, int: _int, float: _float, date: _date}


def _literal(words: tuple[Any, ...]) -> Convert:
    def convert(node: Node) -> str:
        said = nodes.word(node, "one of " + ", ".join(words))
        if said not in words:
            raise problem(node, f"no “{said}” here{did_you_mean(said, words)}")
        return said

    return convert


def _union(choices: list[Convert]) -> Convert:
    if len(choices) == 1:
        return choices[0]

    def convert(node: Node) -> Any:
        from stylelint.errors import UserError

        for choice in choices[:-1]:
            try:
                return choice(node)
            except UserError:
                continue
        return choices[-1](node)

    return convert


def _many(origin: Any, args: tuple[Any, ...]) -> Convert:
    if origin is tuple and args[-1] is not Ellipsis:
        return _exactly([converter(arg) for arg in args])
    one = converter(args[0])

    def convert(node: Node) -> Any:
        return origin([one(item) for item in nodes.items(node, "a list")])

    return convert


def _exactly(parts: list[Convert]) -> Convert:
    def convert(node: Node) -> tuple[Any, ...]:
        found = nodes.items(node, "a list")
        if len(found) != len(parts):
            raise problem(node, f"expected a list of {len(parts)}, not of {len(found)}")
        return tuple(part(item) for part, item in zip(parts, found, strict=True))

    return convert


def _mapping(one: Convert) -> Convert:
    def convert(node: Node) -> dict[str, Any]:
        return {key: one(field.value) for key, field in nodes.mapping(node, "a mapping").items()}

    return convert


def _tuple_of_keys(cls: type) -> Convert:
    def convert(node: Node) -> Any:
        return build(cls, nodes.mapping(node, "a mapping"), node, "this mapping")

    return convert
