"""Which rules can have something to say, and where: a superset."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from stylelint import readers
from stylelint.checks._lines import IS_LINE
from stylelint.checks.banned import Banned
from stylelint.checks.base import Check, View
from stylelint.checks.consistent import Consistent
from stylelint.checks.duplicate import Duplicate
from stylelint.checks.furniture import Furniture
from stylelint.checks.pattern import PatternCheck
from stylelint.document import Block, Document
from stylelint.rulebook import load
from stylelint.rulebook.rule import Rule
from stylelint.scanner import Scanner
from stylelint.waiting import Need
from tests.conftest import ROOT
from tests.test_engine import Marker

DRAFTS = [ROOT / "examples/drafts" / name for name in ("alliance-talks.txt", "harbour-dredging.md")]
RULES = (
    Rule("a/boat", Banned(("boat", "ships"))),
    Rule("b/café", Banned(("café",))),
    Rule("c/advert", Marker()),
)


def asked(text: str, rules: tuple[Rule, ...] = RULES) -> list[str]:
    document = Document("a.txt", text, text, (Block(0, len(text)),))
    return [rule.id for rule, _ in Scanner(rules).asked(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing here.", ["c/advert"]),
        ("Two SHIPS.", ["a/boat", "c/advert"]),
        ("Two “boat” cafés and a CAFÉ", ["a/boat", "b/café", "c/advert"]),
        ("", ["c/advert"]),
    ],
)
def test_only_rules_that_may_fire_are_asked(text: str, expected: list[str]) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sign up here.\n\nThe pier.\n\n• SIGN UP", {0: {IS_LINE}, 2: {IS_LINE}}),
        ("The pier.\n\nPlease toggle caption now.", {1: {IS_LINE}}),
        ("The pier.\n\nToggle (caption).", None),
        ("The pier.\n\nThe council met. Sign up here.", {1: {5}}),
        ("Loading\n\nLoading a lorry takes an hour.", {0: {IS_LINE}}),  # a line that must be all of a block
        ("Loading a lorry takes an hour.", None),
        ("Loading a lorry takes an hour. Sign up here.", {0: {2, 5}}),  # not where something else was met
    ],
)
def test_rules_that_mark_blocks_are_told_where_to_look(
    text: str, expected: dict[int, set[int]] | None
) -> None:
    rule = Rule("d/page", Furniture(lines=("sign up{any}", "{any} toggle caption now{any}", "loading")))
    document = readers.read("a.txt", text.encode())
    found: list[Any] = [blocks for _, blocks in Scanner((rule,)).asked(document)]
    assert found == ([] if expected is None else [expected])


def test_a_pattern_is_looked_for_in_the_blocks_in_which_it_may_match() -> None:
    document = readers.read("a.txt", b"A boat.\n\nThe pier.\n\nA boat at the pier.\n\nGulls.")
    check = PatternCheck(("[Bb]oat", "[Pp]ier"))
    ((_, seen),) = Scanner((Rule("d/harbour", check),)).asked(document)
    assert seen == {0: {0}, 1: {1}, 2: {0, 1}}
    places = [(one.start, one.end) for one in check.find(View(document, where=seen))]
    assert places == [(one.start, one.end) for one in check.find(View(document))]
    assert len(places) == 4


class Both(Marker):
    """Waits for two words in one block, or for a third alone."""

    def needs(self) -> tuple[Need, ...]:
        return ("boat", "pier"), "gull"


def test_what_is_met_together_is_met_in_one_block() -> None:
    document = readers.read("a.txt", b"A boat.\n\nA boat, a pier.\n\nA gull, a pier.\n\nGull, pier, boat.")
    ((_, seen),) = Scanner((Rule("d/both", Both()),)).asked(document)
    assert seen is not None
    assert list(seen.items()) == [(1, {0}), (2, {1}), (3, {0, 1})]


def test_a_beginning_without_words_need_not_be_the_whole_block() -> None:
    rule = Rule("d/page", Furniture(heads=("(?:the |our )*",)))
    assert asked("The pier", (rule,)) == ["d/page"]


@pytest.mark.parametrize(
    ("text", "fires"),
    [("A color.", False), ("A colour.", False), ("A color, a colour.", True), ("COLOR and Colour", True)],
)
@pytest.mark.parametrize("prefer", [("most",), ("first",)])
def test_several_expressions_of_one_need_must_all_match(
    text: str, fires: bool, prefer: tuple[str, ...]
) -> None:
    rule = Rule("e/two", Consistent((("color", "colour"),), prefer=prefer))
    assert asked(text, (rule,)) == ["e/two"] * fires


def test_no_rules_and_rules_without_needs() -> None:
    assert asked("A boat.", ()) == []
    assert asked("A boat.", RULES[2:]) == ["c/advert"]


@pytest.mark.parametrize(("text", "fires"), [("A boat.", False), ("A boat.\n\nA boat.", True)])
def test_one_block_has_no_twin(text: str, fires: bool) -> None:
    rule = Rule("f/twice", Duplicate())
    found = Scanner((rule,)).asked(readers.read("a.txt", text.encode()))
    assert [asked for asked, _ in found] == [rule] * fires


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_what_is_kept_of_a_scanner_asks_the_same(draft: Path) -> None:
    rules = load(["newsroom"]).rules
    made = Scanner(rules)
    again = Scanner(rules, made.kept)
    assert again.kept == made.kept
    document = readers.read(draft.name, draft.read_bytes())
    asked = made.asked(document)
    assert len(asked) > 20
    assert again.asked(document) == asked


def test_what_is_kept_of_no_rules() -> None:
    assert Scanner((), Scanner(()).kept).asked(readers.read("a.txt", b"A boat.")) == []


@pytest.mark.parametrize("cut", [0, 1, 5, -1, -3])
def test_half_of_what_is_kept_is_refused(cut: int) -> None:
    kept = Scanner(RULES).kept
    for text in (kept[:cut], kept + kept[cut:]):
        with pytest.raises((ValueError, TypeError)):
            Scanner(RULES, text)


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (Banned(("left\ufdd0over",)), "A left\ufdd0over."),
        (Furniture(lines=("left \ufdd3 over",)), "Left \ufdd3 over"),
        (Furniture(heads=("left \ufdd3 over",)), "Left \ufdd3 over. The pier is shut."),
    ],
)
def test_what_signs_are_written_with_stands_for_itself_in_a_rule(check: Check, text: str) -> None:
    assert asked(text, (Rule("f/sign", check),)) == ["f/sign"]
