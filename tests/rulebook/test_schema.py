"""The JSON Schema: what it lets pass and what it refuses."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml

from stylelint.checks import KINDS, load
from stylelint.rulebook.bind import options
from stylelint.rulebook.schema import attributes, schema

VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_it_is_a_schema_and_always_the_same() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema() == schema()


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("extends: newsroom", True),
        ("extends: [newsroom, ./house.yml]\nrules: {titles/x: off, x: {level: error}}", True),
        ("rules: {x: {check: banned, words: [no, 1.10, a], message: m}}", True),
        ("rules: {x: {check: banned, words: a, message: m, examples: [{bad: a}, {good: b}]}}", True),
        ("rules: {x: {words+: [a], words-: b}}", True),
        ("rules: {x: {check: banned, words: a, message: m, scope: [headline]}}", True),
        ("rules: {x: {check: preferred, words: {a: b}, message: m}}", True),
        ("{}", False),
        ("rule: {}", False),
        ("rules: {A b: off}", False),
        ("rules: {x: of}", False),
        ("rules: {x: {check: bannd}}", False),
        ("rules: {x: {check: banned, message: m}}", False),
        ("rules: {x: {check: banned, words: a}}", False),
        ("rules: {x: {check: banned, words: a, message: m, pattern: b}}", False),
        ("rules: {x: {check: banned, words: {a: b}, message: m}}", False),
        ("rules: {x: {level: eror}}", False),
        ("rules: {x: {scope: captoin}}", False),
        ("rules: {x: {examples: [{finds: a}]}}", False),
        ("rules: {x: {examples: [{good: a, finds: a}]}}", False),
    ],
)
def test_what_an_editor_is_told(text: str, valid: bool) -> None:
    assert VALIDATOR.is_valid(yaml.safe_load(text)) is valid


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_key_has_its_description(kind: str) -> None:
    cls: Any = load(kind)
    assert {option.name for option in options(cls).values()} == set(attributes(cls))
