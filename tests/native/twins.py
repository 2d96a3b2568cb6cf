"""All twins: what they are asked with, and what both of them said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import cache
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import strategies as st

import stylelint
from stylelint import native
from tests.native import (
    again,
    beginnings,
    block_twins,
    capitalised,
    compounds,
    credits,
    cues,
    diagnosing,
    document,
    entries,
    events,
    forms,
    frontmatter,
    furniture,
    likeness,
    lines,
    lookout,
    masks,
    names,
    offsets,
    page_voice,
    phrases,
    places,
    prose,
    roles,
    sentences,
    shortcodes,
    slips,
    spans,
    speech,
    tags,
    terminal,
    text,
    yamlfields,
)

Arguments = tuple[Any, ...]
Function = Callable[..., Any]

TOPICS = (
    again,
    beginnings,
    block_twins,
    capitalised,
    compounds,
    credits,
    cues,
    diagnosing,
    document,
    entries,
    events,
    forms,
    frontmatter,
    furniture,
    likeness,
    lines,
    lookout,
    masks,
    names,
    offsets,
    page_voice,
    phrases,
    places,
    prose,
    roles,
    sentences,
    shortcodes,
    slips,
    spans,
    speech,
    tags,
    terminal,
    text,
    yamlfields,
)  # fmt: skip
"""A module for each C file, so that many can work at them."""

ARGUMENTS: dict[str, st.SearchStrategy[Arguments]] = {
    name: row for topic in TOPICS for name, row in topic.ARGUMENTS.items()
}
"""What each function is asked with."""

ALONE = ARGUMENTS | {name: row for topic in TOPICS for name, row in getattr(topic, "ALONE", {}).items()}
"""The same, where C never asks Python, which forgets in many ways what it holds where memory ends."""


CASES: dict[str, list[Arguments]] = {
    name: cases for topic in TOPICS for name, cases in getattr(topic, "CASES", {}).items()
}
"""What some are asked besides, always all of it: what chance seldom draws."""

METHODS = {"CueBook": "short", "Lookout": "met"}
"""For each class the method that is asked; what an instance is made of is the first of the arguments."""


@cache
def in_python() -> dict[str, Function]:
    """Return what is marked in Python, for which every module is loaded."""
    for module in walk_packages(stylelint.__path__, "stylelint."):
        if not module.name.endswith(("__main__", "_compiled")):
            __import__(module.name)
    return {name: asked(name, made) for name, made in native.PYTHON.items()}


def compiled() -> dict[str, Function]:
    """Return what is compiled; a test that asks is skipped where nothing is."""
    if native.COMPILED is None:
        pytest.skip("nothing is compiled here")
    functions = {name: made for name, made in vars(native.COMPILED).items() if callable(made)}
    return {name: asked(name, made) for name, made in functions.items() if name[0] != "_"}


def asked(name: str, made: Function) -> Function:
    """Return a function itself; for a class one that makes an instance and asks that.

    Where it tells what is kept of one, that must make one that answers the same.
    """

    def ask(given: Iterable[object], /, *arguments: object) -> object:
        one: Any = made(*given)
        said = getattr(one, METHODS[name])(*arguments)
        if hasattr(one, "kept"):
            again = type(one).of(one.kept)
            assert (again.kept, getattr(again, METHODS[name])(*arguments)) == (one.kept, said)
        return said

    return ask if isinstance(made, type) else made


def said(function: Function, arguments: Arguments) -> tuple[object, object]:
    """Return what a function makes of arguments: its result, the error it raises, what it does to them."""
    given = deepcopy(arguments)
    try:
        result = function(*given)
    except Exception as error:
        result = type(error)
    return typed(result), typed(given)


def typed(value: Any) -> object:
    """Return a value beside its type, and so for all in it: True is no 1, and a tuple no list."""
    if isinstance(value, dict):
        return type(value), [(typed(key), typed(one)) for key, one in value.items()]
    if isinstance(value, list | tuple):
        return type(value), [typed(one) for one in value]
    if isinstance(value, set | frozenset):
        return type(value), {typed_key(one) for one in value}
    if type(value).__module__.startswith("stylelint."):
        return type(value), typed(held(value))
    return type(value), value


def held(value: object) -> dict[str, object]:
    """Return what an object of ours holds, by name."""
    slots = (name for of in type(value).__mro__ for name in getattr(of, "__slots__", ()))
    return {**getattr(value, "__dict__", {}), **{name: getattr(value, name) for name in slots}}


def typed_key(value: Any) -> object:
    """Return what `typed` does, as something that a set takes."""
    return (type(value), tuple(map(typed_key, value))) if isinstance(value, tuple) else (type(value), value)


def parts(value: Any) -> Iterator[object]:
    """Yield a value and all that is in it."""
    yield value
    if isinstance(value, list | tuple | set | frozenset | dict):
        for one in value:
            yield from parts(one)
    if isinstance(value, dict):
        for one in value.values():
            yield from parts(one)
