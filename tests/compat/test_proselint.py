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
        ("It was very odd, quoth he...", []),
        ("It rose 5% 5% a year.", []),
        ("The results were utilized in in May.", [
            ("misc-greylist", "utilized", None), ("lexical-illusions", "in in", "in"),
        ]),
        ("He waxed lyrically about a group of lions.", [
            ("misc-waxed", "waxed lyrically", "waxed lyrical"),
            ("terms-venery", "group of lions", "pride of lions"),
        ]),
        ("But nobody came. But so what.", [("misc-but", "But", None)]),
        ("A very unique flag, at most complete, is more possible than most perfect days.", [
            ("uncomparables", "very unique", None), ("uncomparables", "most perfect", None),
        ]),
        ("A newly-built pier.", [("misc-phrasal-adjectives-ly", "newly-", None)]),
        ("It rained; meantime, they ate.", [("misc-preferred-forms-3", "meantime,", "meanwhile,")]),
        ("The colour of Colorado is the colour of the color red.", [
            ("spelling-consistency", "color", "colour"),
        ]),
        ("He went from 1990-1999, up from 1,200 to 1,500.", [
            ("dates-times-dates-dash-and-from", "from 1990-1999", None),
        ]),
        ("At 17 amps it opens at 9 am.", [("dates-times-am-pm-lowercase-periods", "9 am", None)]),
        ("A modern-day-like pier of modern-day men.", [("misc-preferred-forms", "modern-day", "modern")]),
        ("He came on monday.", [("misc-capitalization-days", "monday", "Monday")]),
        ("He said, “It was very odd,” and left.", []),
    ],
)  # fmt: skip
def test_its_checks_find_what_they_find(
    linter: Linter, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert found(linter, text) == expected


def test_all_have_levels_for_news_and_say_where_they_come_from() -> None:
    book = load(["proselint"])
    assert {rule.level for rule in book.rules} == {"suggestion", "warning"}
    for rule in (*book.rules, *book.silent):
        assert rule.id.startswith("proselint/") and rule.file == "proselint"
        assert "proselint" in rule.why and rule.source.startswith("https://")
        assert "{}" not in rule.message
    off = {rule.partition("/")[2].split("-")[0] for rule in book.off}
    assert off == {"archaism", "restricted", "typography", "weasel"}


def test_every_check_is_a_rule() -> None:
    register = import_module("proselint.checks").__dict__["__register__"]
    book = load(["proselint"])
    offered = {rule.id.partition("/")[2] for rule in (*book.rules, *book.silent)}
    assert len(register) > 100 and {proselint.name(check.path) for check in register} <= offered


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


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("weasel-words-very", "It was very odd.", ["very"]),
        ("archaism", "He slept perchance.", ["perchance"]),
        ("typography-punctuation-exclamation", "No! Yes! Oh! So!", ["s!"]),
        ("typography-punctuation-spacing", "One. Two. Three.  Four.", [".  F"]),
        ("typography-symbols-curly-quotes", 'A "red flag" and a “red flag”.', ['"red flag"']),
        ("typography-symbols-trademark", "A (tm) and a (R).", ["(tm)", "(R)"]),
        ("restricted-top1000", "The quokka sat.", ["quokka"]),
    ],
)
def test_what_is_off_can_be_switched_on(rule: str, text: str, expected: list[str]) -> None:
    linter = Linter(
        loads(f"extends: proselint\nrules: {{proselint/{rule}: suggestion}}".encode(), "house.yml")
    )
    assert [marked for name, marked, _ in found(linter, text) if name == rule] == expected


FREE = """\
import sys
from pathlib import Path
from stylelint import readers
from stylelint.cli import compiled
from stylelint.engine import Linter
book = compiled.rulebook(["proselint"], Path())
text = "But could care less, utilize it in in May. The colour of the color."
print(len(Linter(book).lint(readers.read("a.txt", text.encode()))), "proselint" in sys.modules)
"""


def test_a_second_start_does_not_import_proselint(tmp_path: Path) -> None:
    import os
    import subprocess

    env = {**os.environ, "STYLELINT_CACHE_DIR": str(tmp_path)}
    runs = [
        subprocess.run(
            [sys.executable, "-c", FREE], env=env, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert runs == ["4 True\n", "4 False\n"]


def test_another_release_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from stylelint.cli import compiled

    monkeypatch.setenv("STYLELINT_CACHE_DIR", str(tmp_path / "cache"))
    metadata = tmp_path / "METADATA"
    metadata.write_text("Version: 0.16.0", "utf-8")
    monkeypatch.setattr(proselint, "release", lambda: metadata)
    before = compiled.rulebook(["proselint"], tmp_path)
    monkeypatch.setitem(sys.modules, "proselint.checks", SimpleNamespace(__register__=(Check(),)))
    assert len(compiled.rulebook(["proselint"], tmp_path).rules) == len(before.rules) > 90
    metadata.write_text("Version: 0.17.0", "utf-8")
    assert [rule.id for rule in compiled.rulebook(["proselint"], tmp_path).rules] == ["proselint/a-b-c"]


class Flags(NamedTuple):
    ppm_threshold: int = 0
    allow_quotes: bool = False


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


def test_a_list_that_has_moved_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    register = (Check(lambda text, check: iter(()), path="misc.waxed"),)
    monkeypatch.setitem(sys.modules, "proselint.checks", SimpleNamespace(__register__=register))
    with pytest.raises(UserError, match=r"\(misc\.waxed has no list WAXES\); 0\.16 can$"):
        load(["proselint"])


@pytest.mark.parametrize(
    "check",
    [
        Check(lambda text, check: iter(())),
        Check(Existence((r"(a)\1",))),
        Check(flags=Flags(30)),
        Check(Existence(("a+",)), offset=(1, 0)),
    ],
)
def test_what_no_kind_of_ours_can_say_is_left_to_proselint(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "proselint.checks", SimpleNamespace(__register__=(check,)))
    (rule,) = load(["proselint"]).rules
    assert (rule.check.kind, getattr(rule.check, "path", ""), rule.message) == (
        "proselint",
        "a.b_c",
        "{said}",
    )
