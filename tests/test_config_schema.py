"""The table of keys and the JSON Schema say what the reader of configurations does."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from stylelint.config import Config
from stylelint.config.parse import KEYS, read
from stylelint.config.schema import KEY, schema
from stylelint.config.shown import settings
from stylelint.errors import UserError
from tests.conftest import ROOT

VALIDATOR = jsonschema.Draft202012Validator(schema())

ONE = {
    "extends": ("a.yml", "b.yml"), "rulebooks": ("[newsroom]", "[titles]"), "select": ("[titles]", "[slips]"),
    "ignore": ("[titles]", "[slips]"), "fail-on": ("error", "suggestion"), "max-warnings": ("1", "2"),
    "budgets": ("{a: 1}", "{b: 2}"), "fix": ("{a: safe}", "{b: none}"), "require-reasons": ("true", "false"),
    "include": ("[a]", "[b]"), "exclude": ("[a]", "[b]"), "formats": ("{'*.a': text}", "{'*.b': html}"),
    "skip": ("{ids: [a]}", "{classes: [b]}"), "roles": ("[{caption: paragraph}]", "[{byline: paragraph}]"),
    "paths": ("{a: {fail-on: error}}", "{b: {fix: {a: safe}}}"),
}  # fmt: skip
"""Two things that every key can say."""


def test_every_key_is_described() -> None:
    assert set(KEY) == set(KEYS) == set(ONE)
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        *((f"{key}: {value}", True) for key, pair in ONE.items() for value in pair),
        ("select: titles", True),
        ("", True),
        ("ignroe: [a]", False),
        ("rulebooks: []", False),
        ("fail-on: eror", False),
        ("max-warnings: -1", False),
        ("budgets: [a]", False),
        ("fix: {a: save}", False),
        ("formats: {a: text/plain}", False),
        ("skip: {clases: [a]}", False),
        ("roles: [{captoin: paragraph}]", False),
        ("paths: {a: {exclude: [b]}}", False),
        ("paths: {a: {paths: {}}}", False),
    ],
)
def test_an_editor_and_the_reader_agree(tmp_path: Path, text: str, valid: bool) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text("")
    (tmp_path / "stylelint.yml").write_text(text, "utf-8")
    assert VALIDATOR.is_valid(yaml.safe_load(text)) is valid
    try:
        read(tmp_path / "stylelint.yml", "stylelint.yml")
    except UserError:
        assert not valid
    else:
        assert valid


@pytest.mark.parametrize("key", [key for key in KEY if key not in {"extends", "paths"}])
def test_what_is_said_twice_adds_where_the_table_says_so(tmp_path: Path, key: str) -> None:
    first, second = ONE[key]
    (tmp_path / "a.yml").write_text(f"{key}: {first}\n")
    (tmp_path / "b.yml").write_text(f"extends: a.yml\n{key}: {second}\n")
    found = {setting.key: setting.value for setting in settings(read(tmp_path / "b.yml", "b.yml"))}[key]
    both = [yaml.safe_load(first), yaml.safe_load(second)]
    if not KEY[key].adds:
        assert found == both[1]
    else:
        assert found == ({**both[0], **both[1]} if isinstance(both[0], dict) else both[0] + both[1])


def test_all_that_can_be_said_is_shown() -> None:
    shown = {setting.key: setting.value for setting in settings(Config())}
    assert set(shown) == set(KEYS) - {"extends", "paths"}
    for key, value in shown.items():
        if key != "max-warnings":
            assert yaml.safe_load(KEY[key].default) == value


@pytest.mark.parametrize("path", [ROOT / "stylelint.yml", ROOT / "examples/stylelint.yml"])
def test_our_own_configurations_fit(path: Path) -> None:
    assert VALIDATOR.is_valid(yaml.safe_load(path.read_text("utf-8")))
