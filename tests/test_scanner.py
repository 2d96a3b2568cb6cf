"""Which rules can have something to say: a superset, and never an empty answer from a full memory."""

from __future__ import annotations

import pytest

from stylelint.checks.banned import Banned
from stylelint.document import Block, Document
from stylelint.rulebook.rule import Rule
from stylelint.scanner import Scanner
from tests.test_engine import Marker

RULES = (
    Rule("a/boat", Banned(("boat", "ships"))),
    Rule("b/café", Banned(("café",))),
    Rule("c/advert", Marker()),
)


def asked(text: str, rules: tuple[Rule, ...] = RULES, *, many: bool) -> list[str]:
    document = Document("a.txt", text, text, (Block(0, len(text)),))
    scanner = Scanner(rules)
    scanner._seen = 10**9 if many else 0
    return [rule.id for rule in scanner.rules_for(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing here.", ["c/advert"]),
        ("Two SHIPS.", ["a/boat", "c/advert"]),
        ("Two “boat” cafés and a CAFÉ", ["a/boat", "b/café", "c/advert"]),
        ("", ["c/advert"]),
    ],
)
@pytest.mark.parametrize("many", [False, True])
def test_only_rules_that_may_fire_are_asked(text: str, expected: list[str], many: bool) -> None:
    assert asked(text, many=many) == expected


@pytest.mark.parametrize("many", [False, True])
def test_no_rules_and_rules_without_needs(many: bool) -> None:
    assert asked("A boat.", (), many=many) == []
    assert asked("A boat.", RULES[2:], many=many) == ["c/advert"]


def test_a_set_that_answers_nothing_is_not_believed() -> None:
    class Full:
        def Match(self, data: bytes) -> list[int]:
            return []

    scanner = Scanner(RULES)
    scanner._seen = 10**9  # past the first few drafts, so that automata are asked
    document = Document("a.txt", "x", "x", (Block(0, 1),))
    assert scanner.rules_for(document) == [RULES[2]]
    for automaton in scanner._automata:
        automaton._set = Full()
    assert scanner.rules_for(document) == list(RULES)
