"""Every text that a house can give to any kind is tried with expressions that hang a backtracking engine.

The list is made from the kinds themselves, so that a new one, or a new key, is tried too.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, get_type_hints

import pytest

from stylelint.checks import KINDS, load
from stylelint.checks.base import Check, View
from stylelint.checks.cues import Cue
from stylelint.errors import UserError
from stylelint.readers import read
from stylelint.rulebook import load as load_rulebooks
from tests.forked import ends

CATASTROPHIC = (
    "(a+)+$", "(a|aa)+$", "(.*)*x", r"(\w+\s?)+:", r"(\w+ ?)+!", "(a{1,30}){1,30}b", "(?:a?){40}a{40}b",
    "a(?:[^z]*z)?", "(a{1,100}){1,100}", r"(a+)\1+b", "(?=(a+)+b)a",
)  # fmt: skip
HOSTILE = (
    "a.md",
    f"---\ntitle: {'a' * 3000}!\n---\n\n{'a' * 3000}\n\n{'a ' * 1500}\n\nHe said {'aa, ' * 800}b",
)
SLOW = 60
"""Seconds after which a kind hangs: all that it is tried with takes less than one."""

GIVEN: dict[str, dict[str, Any]] = {
    "at-least": {"words": 3}, "at-most": {"words": 3}, "spelled-out": {"words": {"aa": "a a"}},
    "required": {"metadata": ("title",)}, "proselint": {"path": "typography.symbols.ellipsis"},
    "cues": {"cues": {"a": Cue(9, ("a",), key=True)}},
}  # fmt: skip
"""What an instance is made of for kinds of which no bundled rule is, or only one that does not fit."""


@cache
def instances() -> Mapping[str, Check]:
    """Return one check of each kind but `vale`, whose expressions stand in files of their own."""
    bundled = {
        rule.check.kind: rule.check for rule in load_rulebooks(["us-news", "uk-news", "proselint"]).rules
    }
    return {k: load(k)(**GIVEN[k]) if k in GIVEN else bundled[k] for k in KINDS if k != "vale"}


def with_expression(check: Check, expression: str) -> Iterator[tuple[str, Check]]:
    """Yield each key that takes text, and the check with an expression there."""
    hints: Mapping[str, Any] = get_type_hints(type(check))
    for field in dataclasses.fields(check):  # type: ignore[arg-type]  # every kind is a dataclass
        given = {
            "str": expression, "str | None": expression, "tuple[str, ...]": (expression,),
            "tuple[tuple[str, ...], ...]": ((expression, "b"), ("c", "d")),
            "collections.abc.Mapping[str, str]": {"title": expression, expression: "b"},
        }  # fmt: skip
        value = given.get(str(hints[field.name]).removeprefix("<class '").removesuffix("'>"))
        if field.name == "cues":
            value = {"a": Cue(9, (expression,), key=True)}
        if value is not None:
            more = {"regex": True} if check.kind == "consistent" else {}
            yield field.name, dataclasses.replace(check, **{field.name: value, **more})  # type: ignore[type-var]


def run(kind: str) -> None:
    """Try a kind with all expressions in all keys; those that it refuses are told to the house."""
    document = read(HOSTILE[0], HOSTILE[1].encode())
    for expression in CATASTROPHIC:
        for _, check in with_expression(instances()[kind], expression):
            with suppress(UserError):
                if not list(check.problems()):
                    list(check.needs())
                    list(check.find(View(document)))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="to start Python anew for each kind takes too long")
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "vale"])
def test_no_text_that_a_house_can_give_makes_a_kind_hang(kind: str) -> None:
    instances()
    ends(run, kind, within=SLOW)


def test_what_is_tried() -> None:
    tried = {(kind, key) for kind, check in instances().items() for key, _ in with_expression(check, "a")}
    refused = {
        (kind, key)
        for kind, check in instances().items()
        for key, one in with_expression(check, "(")
        if any("expression" in said for _, said in one.problems())
    }
    assert refused <= tried
    assert {
        ("pattern", "pattern"),
        ("furniture", "lines"),
        ("cues", "cues"),
        ("required", "matches"),
    } <= refused
