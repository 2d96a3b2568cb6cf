"""proselint's checks as rules: what is offered, what they find, and what happens when proselint changes."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from stylelint import readers
from stylelint.compat import proselint
from stylelint.engine import Linter
from stylelint.errors import UserError
from stylelint.rulebook import load, loads


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load(["proselint"]))


def found(linter: Linter, text: str) -> list[tuple[str, str, str | None]]:
    """Return rule, marked text and what is put there, of all findings in a plain text."""
    return [
        (d.rule.removeprefix("proselint/"), d.text, d.fix.edits[0].text if d.fix else None)
        for d in linter.lint(readers.read("a.txt", text.encode()))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mastodon died before the todo was done.", [("annotations-misc", "todo", None)]),
        ("They could care less about it.", [("misc-illogic", "They could care less", None)]),
        ("The abolishment of the toll began.", [("needless-variants", "abolishment", "abolition")]),
        ("I did not pay attention to it.", [("misc-composition", "did not pay attention to", "ignored")]),
        ("It was very well put.", []),
        ("It was very odd.", [("weasel-words-very", "very", None)]),
        ("He came on monday.", [("misc-capitalization-days", "monday", "Monday")]),
        ("He said, “It was very odd,” and left.", []),
    ],
)  # fmt: skip
def test_its_checks_find_what_they_find(
    linter: Linter, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert found(linter, text) == expected


def test_all_are_suggestions_and_say_where_they_come_from() -> None:
    for rule in load(["proselint"]).rules:
        assert rule.id.startswith("proselint/")
        assert rule.level == "suggestion" and rule.file == "proselint"
        assert "proselint" in rule.why and rule.source.startswith("https://")
        assert "{}" not in rule.message


def test_every_check_is_offered_or_left_out_with_a_reason() -> None:
    register = import_module("proselint.checks").__dict__["__register__"]
    offered = {rule.id.partition("/")[2] for rule in load(["proselint"]).rules}
    lacking = proselint.left_out()
    for check in register:
        assert check.path.replace(".", "-").replace("_", "-") in offered or lacking[check.path]
    assert len(offered) > 90


def test_a_house_changes_single_keys_of_them() -> None:
    text = b"""\
extends: proselint
rules:
  proselint/hedging: off
  proselint/needless-variants: {level: error, words-: [abolishment]}
"""
    book = loads(text, "house.yml")
    rules = {rule.id: rule for rule in book.rules}
    assert "proselint/hedging" in book.off
    assert rules["proselint/needless-variants"].level == "error"
    assert found(Linter(book), "The abolishment of the toll began.") == []


def test_none_is_on_in_the_default_rulebook_and_proselint_is_not_imported(tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "house.yml").write_text("rules: {x: {check: banned, words: a, message: m}}", "utf-8")
    code = "import sys, stylelint.rulebook as r; r.load(['house.yml']); print('proselint' in sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert out.stdout == "False\n"


class Existence(NamedTuple):
    items: Any = ("a",)
    padding: Any = SimpleNamespace(name="WORDS_IN_TEXT")
    exceptions: tuple[str, ...] = ()


class Check(NamedTuple):
    check_type: Any = Existence()
    engine: Any = SimpleNamespace(opts=SimpleNamespace(case_insensitive=True))
    path: Any = "a.b_c"
    message: Any = "No '{}'."
    flags: Any = (0, False)
    offset: Any = (0, 0)


@pytest.mark.parametrize(
    ("register", "expected"),
    [
        (None, "its list of checks is not there"),
        ((), "its list of checks is not there"),
        ((Check(path=None),), "“path” of Check is missing"),
        ((Check(engine=None),), "“engine” of Check is missing"),
        ((Check(message=3),), "“message” of Check has the type int"),
        ((Check(message="{} {}"),), "the message of a.b_c has other gaps"),
        ((Check(Existence(items={"a"})),), "“items” of Existence has the type set"),
    ],
)
def test_another_shape_is_told(register: Any, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "proselint.checks", SimpleNamespace(__register__=register))
    with pytest.raises(UserError) as error:
        load(["proselint"])
    assert (
        str(error.value)
        == f"proselint: this version of proselint is not one that can be read ({expected}); 0.16 can"
    )


@pytest.mark.parametrize(
    ("check", "kind", "key", "value"),
    [
        (Check(), "banned", "words", ("a",)),
        (Check(Existence(("a?b", "c"))), "banned", "words", ("ab", "b", "c")),
        (Check(Existence(("a+", "c"))), "pattern", "pattern", ("\\b(?:a+|c)\\b",)),
        (Check(Existence(("a",), exceptions=("b",))), "pattern", "except_", ("^(?:b)$",)),
        (Check(engine=SimpleNamespace(opts=SimpleNamespace(case_insensitive=False))), "banned", "case", True),
    ],
)
def test_lists_become_words_and_the_rest_one_expression(
    check: Check, kind: str, key: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "proselint.checks", SimpleNamespace(__register__=(check,)))
    (rule,) = load(["proselint"]).rules
    assert (rule.id, rule.check.kind, getattr(rule.check, key)) == ("proselint/a-b-c", kind, value)
    assert rule.message == "No '{found}'."


def test_without_proselint_it_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "proselint.checks", None)
    with pytest.raises(
        UserError, match=r"^proselint cannot be imported \([^\n]*\); install proselint 0\.16$"
    ):
        load(["proselint"])
