"""The kind `vale`: a rulebook of ours takes a style of Vale, and changes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint import readers
from stylelint.checks.base import View
from stylelint.checks.vale import ValeCheck
from stylelint.engine import Linter
from stylelint.errors import UserError
from stylelint.rulebook import load
from tests.compat.vale.styles import Desk

RULE = "{extends: existence, message: \"No '%s'.\", level: error, tokens: [dory]}"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    Desk(tmp_path, {"Boats": RULE, "Ships": RULE.replace("dory", "barque")})
    return tmp_path


def told(path: Path, text: str) -> list[tuple[str, str, str]]:
    linter = Linter(load([str(path)]))
    return [(d.rule, d.level, d.message) for d in linter.lint(linter.read("a.md", text.encode()))]


def test_a_rulebook_takes_a_style(house: Path) -> None:
    book = house / "ours.yml"
    book.write_text("extends: ['vale:styles/House']\n")
    assert told(book, "A dory and a barque.") == [
        ("house/boats", "error", "No 'dory'."),
        ("house/ships", "error", "No 'barque'."),
    ]


def test_a_rulebook_changes_what_it_takes(house: Path) -> None:
    book = house / "ours.yml"
    book.write_text(
        "extends: ['vale:styles/House']\nrules:\n  house/boats: off\n  house/ships: {level: suggestion}\n"
    )
    assert told(book, "A dory and a barque.") == [("house/ships", "suggestion", "No 'barque'.")]


def test_a_style_that_is_not_there(house: Path) -> None:
    book = house / "ours.yml"
    book.write_text("extends: ['vale:styles/Horse']\n")
    with pytest.raises(UserError, match="no Vale style “vale:styles/Horse”"):
        load([str(book)])


def test_the_check_itself_looks_at_nothing() -> None:
    document = readers.read("a.md", b"A dory.")
    assert list(ValeCheck("House.Boats").find(View(document))) == []
