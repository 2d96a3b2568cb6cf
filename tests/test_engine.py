"""From documents and rules to diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from stylelint.checks.banned import Banned
from stylelint.checks.base import Check, Finding, View
from stylelint.checks.furniture import Furniture
from stylelint.diagnostics import Level
from stylelint.document import Block, Document, Pieces, Span
from stylelint.engine import Linter
from stylelint.fixer import apply
from stylelint.readers.text import read_text
from stylelint.rulebook.rule import Rule, Rulebook
from tests.pieces import pieces
from tests.spending import spent


@dataclass(frozen=True)
class Marker(Check):
    """Finds whole blocks that say ADVERT, and gives them a role.

    Attributes:
        remove: whether they should go.
    """

    kind = "marker"
    marks = "furniture"
    remove: bool = True

    def find(self, view: View) -> Iterator[Finding]:
        for block in view.blocks:
            if "ADVERT" in view.document.text(block):
                yield Finding(block.start, block.end, remove=self.remove)


def plain(text: str) -> Document:
    """One block a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), outer=Span(at, at + len(line))))
        at += len(line) + 1
    return Document("/news/drafts/desk/a.txt", text, text, tuple(blocks))


def linter(*rules: Rule) -> Linter:
    return Linter(Rulebook("test", rules), today=date(2026, 5, 1))


def banned(**keys: object) -> Rule:
    return Rule("words/utilize", Banned(("utilize",)), message="“{found}” is no word of ours.", **keys)  # type: ignore[arg-type]


def test_a_diagnostic_is_complete() -> None:
    (found,) = linter(banned(why="Say use.", level="error")).lint(plain("One.\n\nThey Utilize\tit."))
    assert (found.line, found.column, found.end_line, found.end_column) == (3, 6, 3, 13)
    assert (found.text, found.message, found.level, found.why) == (
        "Utilize",
        "“Utilize” is no word of ours.",
        "error",
        "Say use.",
    )
    assert (found.span, found.fix) == (Span(11, 18), None)


@pytest.mark.parametrize(("source", "known"), [("", None), ("<!-- A note. -->\n", Pieces(b""))])
def test_in_a_draft_without_prose_nothing_is_found(source: str, known: Pieces | None) -> None:
    assert linter(banned()).lint(Document("a.md", source, "", (), known)) == []


def test_what_a_draft_says_in_braces_names_nothing_in_a_message() -> None:
    rule = Rule("words/it", Banned(("use {replacement}",)), message="“{found}”, not “{replacement}” {or} so.")
    (found,) = linter(rule).lint(plain("Do use  {replacement}."))
    assert found.message == "“use {replacement}”, not “” {or} so."


@pytest.mark.parametrize(
    ("keys", "count"),
    [
        ({}, 1),
        ({"since": date(2026, 5, 1)}, 1),
        ({"since": date(2026, 5, 2)}, 0),
        ({"until": date(2026, 5, 1)}, 1),
        ({"until": date(2026, 4, 30)}, 0),
        ({"paths": ("*.txt",)}, 1),
        ({"paths": ("*.md", "b*")}, 0),
        ({"paths": ("desk/*.txt",)}, 1),
        ({"paths": ("drafts/**",)}, 1),
        ({"paths": ("esk/*.txt",)}, 0),
        ({"scope": frozenset({"headline"})}, 0),
        ({"scope": None}, 1),
    ],
)
def test_when_and_where_a_rule_holds(keys: dict[str, object], count: int) -> None:
    assert len(linter(banned(**keys)).lint(plain("Utilize it."))) == count


@pytest.mark.parametrize(
    ("quotes", "levels"),
    [
        ("skip", ["error"]),
        ("only", ["error"]),
        ("any", ["error", "error"]),
        ("ask", ["error", "suggestion"]),
    ],
)
def test_direct_speech_is_what_the_rule_makes_of_it(quotes: str, levels: list[str]) -> None:
    rule = banned(level="error", quotes=quotes)
    found = linter(rule).lint(plain("They utilize it. “We utilize it,” she said."))
    assert [d.level for d in found] == levels


def test_what_one_rule_marks_the_others_see() -> None:
    marker = Rule("furniture/advert", Marker(), scope=None, quotes="any")
    rule = banned(scope=frozenset({"paragraph"}))
    found = linter(rule, marker).lint(plain("ADVERT: utilize this\n\nThey utilize that."))
    assert [(d.rule, d.line) for d in found] == [("furniture/advert", 1), ("words/utilize", 3)]


def test_what_several_rules_take_for_furniture_is_told_once() -> None:
    rules = [
        Rule("furniture/b", Marker(), level="error"),
        Rule("furniture/c", Marker(), level="error"),
        Rule("furniture/a", Marker(), level="warning"),
    ]
    for order in (rules, rules[::-1]):
        assert [(d.rule, d.line) for d in linter(*order).lint(plain("ADVERT\n\nADVERT"))] == [
            ("furniture/b", 1),
            ("furniture/b", 3),
        ]


def test_a_rule_that_is_not_told_keeps_none_from_being_told() -> None:
    line = Furniture(lines=("advert",))
    told, graver = Rule("furniture/b", line, level="warning"), Rule("furniture/a", line, level="error")
    book = Rulebook("test", (told,), beside=(graver,))
    assert [d.rule for d in Linter(book).lint(plain("ADVERT\n\nOne."))] == ["furniture/b"]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (("error", "warning"), [("furniture/a", 1)]),
        (("warning", "warning"), [("furniture/a", 1)]),
        (("warning", "error"), [("furniture/a", 1), ("furniture/b", 1)]),
    ],
)
def test_in_a_block_that_is_told_whole_only_what_is_graver_is_told(
    levels: tuple[Level, Level], expected: list[tuple[str, int]]
) -> None:
    whole, end = Furniture(lines=("{any}click here",)), Furniture(tails=("click here",))
    rules = [
        Rule(f"furniture/{id}", check, level=level)
        for id, check, level in zip("ab", (whole, end), levels, strict=True)
    ]
    for order in (rules, rules[::-1]):
        found = linter(*order).lint(plain("Come and see our pier. Click here"))
        assert [(d.rule, d.line) for d in found] == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One.\n\nADVERT\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\nADVERT\nTwo.\n", "One.\nTwo.\n"),
        ("ADVERT\n\nTwo.\n", "Two.\n"),
        ("One.\n\nADVERT\n", "One.\n"),
        ("One.\n\nADVERT", "One."),
        ("ADVERT\n", "\n"),
        ("One.\r\n\r\nADVERT\r\n\r\nTwo.", "One.\r\n\r\nTwo."),
        ("One.\r\rADVERT\r\rTwo.", "One.\r\rTwo."),
    ],
)
def test_a_block_goes_with_its_line_ends(text: str, left: str) -> None:
    document = plain(text.replace("\r\n", "\n").replace("\r", "\n"))
    if "\r" in text:
        blocks = tuple(
            Block(at, at + len(part), outer=Span(at, at + len(part)))
            for part in ("One.", "ADVERT", "Two.")
            for at in [text.index(part)]
        )
        document = Document("a.txt", text, text, blocks)
    (found,) = linter(Rule("furniture/advert", Marker(), fix="safe")).lint(document)
    assert found.fix and found.fix.safe
    ((start, end), replacement) = found.fix.edits[0]
    assert text[:start] + replacement + text[end:] == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("They utilize it.", "They it."),
        ("utilize it.", "it."),
        ("They will utilize", "They will"),
    ],
)
def test_a_word_goes_with_its_blank(text: str, left: str) -> None:
    rule = Rule("words/utilize", Banned(("utilize",), remove=True))
    (found,) = linter(rule).lint(plain(text))
    assert found.fix and not found.fix.safe
    ((start, end), _) = found.fix.edits[0]
    assert text[:start] + text[end:] == left


def test_markup_inside_a_finding_is_reported_and_not_edited() -> None:
    source = "They **util**ize it."
    parts = pieces((0, 5, 0, 5), (5, 9, 7, 11), (9, 16, 13, 20))
    document = Document("a.md", source, "They utilize it.", (Block(0, 16),), parts)
    (found,) = linter(Rule("words/utilize", Banned(("utilize",), remove=True))).lint(document)
    assert (found.text, found.fix) == ("util**ize", None)


def test_the_order_of_rules_changes_nothing() -> None:
    rules = [banned(), Rule("words/it", Banned(("it",))), Rule("furniture/advert", Marker(), scope=None)]
    document = plain("ADVERT\n\nUtilize it, utilize it.")
    expected = linter(*rules).lint(document)
    assert len(expected) == 5
    assert linter(*reversed(rules)).lint(document) == expected


class Several(Check):
    """Finds given things, whatever the draft says."""

    kind = "several"

    def __init__(self, *found: Finding) -> None:
        self.found = found

    def find(self, view: View) -> Iterator[Finding]:
        yield from self.found


def test_what_is_found_twice_is_told_once_and_what_differs_in_its_cure_twice() -> None:
    found = Finding(3, 5), Finding(0, 2), Finding(3, 5, replacement="at"), Finding(3, 5)
    rule = Rule("words/any", Several(*found), fix="safe")
    told = linter(rule).lint(plain("on it it"))
    assert [(one.span, one.fix is None) for one in told] == [((0, 2), True), ((3, 5), True), ((3, 5), False)]


def test_many_findings_in_one_huge_block_cost_what_they_cost_in_many() -> None:
    rule = Rule("words/utilize", Banned(("utilize",), remove=True))

    found: list[int] = []

    def taken(count: int) -> float:
        draft = plain("They utilize the boats that lie out there and wait for the tide to rise. " * count)
        return spent(lambda: found.append(len(linter(rule).lint(draft))))

    # Ten times the block may cost ten times the time; a copy of the block for each finding costs a hundred.
    few, many = (min(taken(count) for _ in range(3)) for count in (6_000, 60_000))
    assert many < 40 * few
    assert found == [6_000] * 3 + [60_000] * 3


@pytest.mark.parametrize(
    ("draft", "mended"),
    [
        ("A\n\nADVERT\n\nB\n", "A\n\nB\n"),
        ("A\nADVERT\n\nB\n", "A\n\nB\n"),  # the clearer parting stays
        ("A\n\nADVERT\nB\n", "A\n\nB\n"),
        ("A\nADVERT\nB\n", "A\nB\n"),
        ("ADVERT\n\nB\n", "B\n"),
        ("A\n\nADVERT\n", "A\n"),
        ("A\n\nADVERT", "A"),
        ("A\r\n\r\nADVERT\r\n\r\nB\r\n", "A\r\n\r\nB\r\n"),
        ("A\r\rADVERT\r\rB\r", "A\r\rB\r"),
        ("A\rADVERT\r\r    B\r", "A\r\r    B\r"),
        ("A\n\nADVERT\n\n    B\n", "A\n\n    B\n"),
        ("ADVERT\n", "\n"),
    ],
)
def test_a_block_that_goes_takes_its_blank_line_with_it(draft: str, mended: str) -> None:
    (found,) = linter(Rule("words/advert", Marker(), fix="safe")).lint(read_text("a.txt", draft))
    assert found.fix and apply(draft, found.fix.edits) == mended


def test_what_was_worked_out_for_the_rules_goes_with_their_last() -> None:
    draft = plain("ADVERT\nThey utilize it.")
    assert len(linter(banned(), Rule("furniture/advert", Marker())).lint(draft)) == 2
    assert not vars(draft)
