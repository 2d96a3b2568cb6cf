"""What a rulebook makes of the rules that it extends."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylelint.errors import UserError
from stylelint.rulebook.rule import Rulebook
from tests.rulebook.test_loader import CLEAR, banned, house, only

SILENT = CLEAR + "    level: off\n"


def changed(tmp_path: Path, rules: str, base: str = CLEAR) -> Rulebook:
    """Load a house rulebook that says `rules` of those in base.yml."""
    return house(tmp_path, base=base, house=f"extends: [base.yml]\nrules:\n  {rules}\n")


@pytest.mark.parametrize(
    ("said", "field", "expected"),
    [
        ("base/clear: {level: error}", "level", "error"),
        ("base/clear: error", "level", "error"),
        ("base/clear: on", "level", "warning"),
        ("base/clear: {message: Shorter.}", "message", "Shorter."),
        ("base/clear: {paths: blog/*}", "paths", ("blog/*",)),
        ("base/clear: {scope: all}", "scope", None),
        ("base/clear: {why+: x}", "why", "error 3:22: expected a text, not a list"),
    ],
)
def test_one_key_is_changed_and_the_others_stay(
    tmp_path: Path, said: str, field: str, expected: object
) -> None:
    if isinstance(expected, str) and expected.startswith("error "):
        with pytest.raises(UserError) as error:
            changed(tmp_path, said)
        assert str(error.value).endswith(f"house.yml:{expected[6:]}")
        return
    rule = only(changed(tmp_path, said))
    assert getattr(rule, field) == expected
    assert banned(rule) == ("very", "quite")
    assert rule.file.endswith("house.yml") and rule.line == 3


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("{words+: [rather]}", ("very", "quite", "rather")),
        ("{words+: rather}", ("very", "quite", "rather")),
        ("{words-: very}", ("quite",)),
        ("{words+: [rather], words-: [quite]}", ("very", "rather")),
        ("{words: [so], words+: [such]}", ("so", "such")),
        ("{words: so}", ("so",)),
    ],
)
def test_words_are_added_and_cut(tmp_path: Path, said: str, words: tuple[str, ...]) -> None:
    assert banned(only(changed(tmp_path, f"base/clear: {said}"))) == words


def test_pairs_are_added_changed_and_cut(tmp_path: Path) -> None:
    base = "rules: {w: {check: preferred, words: {a1: b1, a2: b2, a3: b3}, message: m}}"
    rule = only(changed(tmp_path, "base/w: {words+: {a2: c2, a4: b4}, words-: [a1]}", base))
    assert getattr(rule.check, "words") == {"a3": "b3", "a2": "c2", "a4": "b4"}  # noqa: B009


@pytest.mark.parametrize(
    ("said", "base", "on", "off"),
    [
        ("base/clear: off", CLEAR, [], ["base/clear"]),
        ("base/clear: {level: off}", CLEAR, [], ["base/clear"]),
        ("base/clear: {why: because}", SILENT, [], ["base/clear"]),
        ("base/clear: on", SILENT, ["base/clear"], []),
        ("base/clear: {level: warning}", SILENT, ["base/clear"], []),
        ("base/clear: suggestion", SILENT, ["base/clear"], []),
    ],
)
def test_rules_are_switched_off_and_on(
    tmp_path: Path, said: str, base: str, on: list[str], off: list[str]
) -> None:
    book = changed(tmp_path, said, base)
    assert [rule.id for rule in book.rules] == on
    assert list(book.off) == off == [rule.id for rule in book.silent]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "base/claer: off",
            "3:3: no rule “base/claer” to change, and a new rule needs “check”; did you mean “base/clear”?",
        ),
        (
            "clear: off",
            "3:3: no rule “house/clear” to change, and a new rule needs “check”; did you mean “base/clear”?",
        ),
        (
            "fresh: {chek: banned, words: [very]}",
            "3:11: no key “chek”; did you mean “check”?",
        ),
        (
            "base/clear: of",
            "3:15: “of” is not what a rule can be; did you mean “off”?",
        ),
        (
            "base/clear: {words-: [vrey]}",
            "3:25: “vrey” is not in “words”, so it cannot be cut; did you mean “very”?",
        ),
        (
            "base/clear: {wrds+: x}",
            "3:16: there is no “wrds” to add to; did you mean “words”?",
        ),
        (
            "base/clear: {words+: {a: b}}",
            "3:24: expected a text, not a mapping",
        ),
        (
            "base/clear: {check: preferred, words: {a: b}}",
            "3:23: “base/clear” is a “banned”; another check needs the whole rule: "
            "message, why, examples are missing",
        ),
        (
            "base/clear: {check: [x]}",
            "3:23: expected the name of a check, not a list",
        ),
    ],
)
def test_a_change_that_cannot_be(tmp_path: Path, said: str, expected: str) -> None:
    with pytest.raises(UserError) as error:
        changed(tmp_path, said)
    assert str(error.value).endswith(f"house.yml:{expected}")


def test_an_error_in_what_is_inherited_points_at_the_file_it_stands_in(tmp_path: Path) -> None:
    base = CLEAR.replace("[very, quite]", "[very, [quite]]")
    with pytest.raises(UserError, match=r"base\.yml:4:19: expected a text, not a list$"):
        changed(tmp_path, "base/clear: {words+: x}", base)


def test_the_later_of_two_rulebooks_wins(tmp_path: Path) -> None:
    one = "chapter: base\nextends: base.yml\nrules: {clear: {level: error}}"
    two = "chapter: base\nextends: base.yml\nrules: {clear: {level: suggestion}}"
    book = house(tmp_path, base=CLEAR, one=one, two=two, house="extends: [one.yml, two.yml]")
    assert only(book).level == "suggestion"


def test_a_rulebook_that_two_others_extend_does_not_undo_the_first(tmp_path: Path) -> None:
    one = "extends: base.yml\nrules: {base/clear: {level: error}}"
    book = house(tmp_path, base=CLEAR, one=one, two="extends: base.yml", house="extends: [one.yml, two.yml]")
    assert only(book).level == "error"


def test_a_circle_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        house(tmp_path, house="extends: [b.yml]", b="extends: [c.yml]", c="extends: [b.yml]")
    said = str(error.value).replace(f"{tmp_path}/", "")
    assert said == "c.yml:1:11: rulebooks extend each other in a circle: b.yml → c.yml → b.yml"


def test_paths_start_from_the_rulebook_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/base.yml").write_text(CLEAR, "utf-8")
    (tmp_path / "desk/all.yml").write_text("extends: base.yml", "utf-8")
    assert only(house(tmp_path, house="extends: desk/all.yml")).id == "base/clear"
