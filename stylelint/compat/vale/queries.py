"""Selectors of values in data, as views of Vale have them: `info.title`, `search(has("text")).map(text)`.

They are a small part of the language of Dasel: names, numbers of entries, and the functions below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_TOKEN = re.compile(r"\s*(?:(\.{1,3}|[()\[\]])|([\w$@/-]+)\??|\"((?:\\.|[^\"\\])*)\"|'([^']*)')")
FUNCTIONS = ("all", "map", "search", "filter", "index", "first", "last")


class Step(NamedTuple):
    """A step of a selector: a name, a number, or a function with what stands in its brackets."""

    name: str
    number: int | None = None
    inner: tuple[Step, ...] | None = None


Query = tuple[Step, ...]


def compiled(source: str) -> Query:
    """Return a selector as steps.

    Raises:
        ValueError: it is none, or more of the language than is known here.
    """
    tokens, at, text = [], 0, source.strip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            raise ValueError(f"“{text[at:][:20]}” is no part of a selector that is known here")
        tokens.append(
            (found[1] or "", next((t for t in (found[2], found[3], found[4]) if t is not None), ""))
        )
        at = found.end()
    steps, rest = _path(tokens)
    if rest or not steps:
        raise ValueError(f"“{source.strip()}” is no selector that is known here")
    return steps


_Tokens = list[tuple[str, str]]


def _path(tokens: _Tokens) -> tuple[Query, _Tokens]:
    steps: list[Step] = []
    while tokens:
        sign, word = tokens[0]
        if sign == "." and len(tokens) > 1:
            tokens = tokens[1:]
        elif sign == "[" and len(tokens) > 2 and tokens[2][0] == "]" and tokens[1][1].isdigit():
            steps.append(Step("", int(tokens[1][1])))
            tokens = tokens[3:]
        elif sign:
            break
        elif len(tokens) > 1 and tokens[1][0] == "(":
            step, tokens = _function(word, tokens[2:])
            steps.append(step)
        else:
            steps += [] if word in ("$this", "$root") else [Step(word)]
            tokens = tokens[1:]
    return tuple(steps), tokens


def _function(name: str, tokens: _Tokens) -> tuple[Step, _Tokens]:
    if name not in (*FUNCTIONS, "has"):
        raise ValueError(f"the function “{name}” is not known here; known: {', '.join((*FUNCTIONS, 'has'))}")
    inner, tokens = _path(tokens)
    if not tokens or tokens[0][0] != ")":
        raise ValueError(f"the bracket after “{name}” is not closed")
    return Step(name, inner=inner), tokens[1:]


def select(query: Query, root: Any) -> list[Any]:
    """Return the nodes of a YAML tree that a selector finds, in their order."""
    found = [root]
    for step in query:
        found = list(_taken(step, found))
    return found


def _taken(step: Step, nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        if step.number is not None:
            yield from _children(node)[step.number : step.number + 1] if node.id == "sequence" else ()
        elif step.inner is None:
            yield from (value for key, value in _pairs(node) if str(key.value) == step.name)
        else:
            yield from _called(step.name, step.inner, node)


def _called(name: str, inner: Query, node: Any) -> Iterator[Any]:
    if name == "all":
        yield from _children(node)
    elif name == "map":
        # What a search or a filter has found comes one by one already.
        for one in _children(node) if node.id == "sequence" else [node]:
            yield from select(inner, one)
    elif name == "search":
        yield from (one for one in _below(node) if _holds(inner, one))
    elif name == "filter":
        yield from (one for one in _children(node) if _holds(inner, one))
    elif name in ("index", "first", "last"):
        entries = _children(node)
        number = int(inner[0].name) if name == "index" and inner and inner[0].name.isdigit() else 0
        yield from entries[-1:] if name == "last" else entries[number : number + 1]


def _holds(condition: Query, node: Any) -> bool:
    """Tell whether a node has the key that `has(…)` names."""
    return all(
        step.name == "has" and step.inner is not None and bool(select(step.inner, node)) for step in condition
    )


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return list(node.value) if node.id == "mapping" else []


def _children(node: Any) -> list[Any]:
    return [value for _, value in _pairs(node)] if node.id == "mapping" else _entries(node)


def _entries(node: Any) -> list[Any]:
    return list(node.value) if node.id == "sequence" else []


def _below(node: Any) -> Iterator[Any]:
    """Yield a node and all below it, from the top down."""
    left = [node]
    while left:
        one = left.pop()
        yield one
        left += reversed(_children(one))
