"""What holds for every draft there is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stylelint.checks.banned import Banned
from stylelint.checks.base import Check
from stylelint.checks.consistent import Consistent
from stylelint.checks.furniture import Furniture
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document
from stylelint.engine import Linter
from stylelint.errors import UserError
from stylelint.readers import read
from stylelint.rulebook import load
from stylelint.rulebook.rule import Rule, Rulebook
from stylelint.scanner import Asked, Scanner
from tests.conftest import newsroom

# Bits that rules have something to say about, so that random drafts are not just clean.
BITS = st.sampled_from(
    [
        "NATO Secretary-General Ann Lee", "the the", "newYou", "“He said", "it.”", "ADVERTISEMENT",
        "(Reuters)", "Sign up for our newsletter", "See also", "Related:", "says.In", "in… The", "don’t",
        "A boat lies on the beach near Torvik on Sunday, May 3, 2026.", "fight In Ukraine", "&amp;",
        "*so*", "**bold", "[a](http://b.c)", "`code`", "# ", "> ", "- ", "\n", "\n\n", "\r\n", "\t", "  ",
        "\xa0", "😀", "é", "ﬁ", "\u200b", "TK", "<b>", "<!--", "-->", "---\n", "title: x\n", "((", ")", "'",
        '"', "’", "|a|b|\n|-|-|\n", "{{< fig >}}", "5", "!", ".", "www.x.org", "Monday, May 3, 2026",
    ]
)  # fmt: skip
DRAFTS = st.lists(BITS | st.text(max_size=8), max_size=40).map(" ".join)
BOOK = load(["newsroom"])
NAMES = st.sampled_from(["a.txt", "a.md"])


def lint(draft: str, name: str) -> tuple[Document, list[Diagnostic]]:
    document = read(name, draft.encode("utf-8", "surrogatepass"))
    return document, newsroom().lint(document)


@given(DRAFTS, NAMES)
@settings(deadline=None)
def test_every_place_cuts_out_the_text_it_names(draft: str, name: str) -> None:
    try:
        document, diagnostics = lint(draft, name)
    except UserError:
        return
    lines = document.source.replace("\r\n", "\n\0").replace("\r", "\n").replace("\n\0", "\r\n")
    for d in diagnostics:
        start, end = d.span
        assert document.source[start:end] == d.text
        assert start < end <= len(document.source)
        for offset, line, column in ((start, d.line, d.column), (end, d.end_line, d.end_column)):
            before = lines[:offset]
            assert line == before.count("\n") + 1
            assert column == offset - (before.rfind("\n") + 1) + 1
        for edit in d.fix.edits if d.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(document.source)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a"]))
@settings(deadline=None)
def test_any_bytes_give_a_clear_answer(data: bytes, name: str) -> None:
    try:
        newsroom().lint(read(name, data))
    except UserError as error:
        assert str(error).startswith(name)
        assert "\n" not in str(error)


@given(DRAFTS, NAMES, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=25)
def test_the_order_of_rules_changes_nothing(draft: str, name: str, chance: random.Random) -> None:
    rules = list(BOOK.rules)
    chance.shuffle(rules)
    try:
        document, expected = lint(draft, name)
    except UserError:
        return
    assert Linter(Rulebook("shuffled", tuple(rules))).lint(document) == expected


class Blind(Scanner):
    """Asks every rule."""

    def asked_of(self, documents: Sequence[Document]) -> list[Asked]:
        return [(rule, [(index, None) for index in range(len(documents))]) for rule in self.rules]


@cache
def linters() -> tuple[Linter, Linter]:
    """One with its scanner, one that asks every rule."""
    seeing, blind = Linter(BOOK), Linter(BOOK)
    blind._scanner.__class__ = Blind
    return seeing, blind


@given(DRAFTS, NAMES)
@settings(deadline=None, max_examples=50)
def test_the_scanner_changes_nothing(draft: str, name: str) -> None:
    try:
        document = read(name, draft.encode("utf-8", "surrogatepass"))
    except UserError:
        return
    seeing, blind = linters()
    assert seeing.lint(document) == blind.lint(document)


WORDS = st.sampled_from(
    ["pier", "Pier", "sign up", "read more", "our app", "café", "U.S.", "don’t", "per cent", "©"]
)
LINES = st.lists(
    WORDS
    | st.sampled_from(
        ["{any}", "{some}", "{name}", "(?:the |our )*", "(?:now|here)?", r"\d+ ", ": ", "[-–] ?"]
    ),
    min_size=1,
    max_size=4,
).map(
    lambda parts: "".join(
        part if part.startswith(("{", "(", "[", "\\")) else f"{part} " for part in parts
    ).strip()
)
CHECKS = st.one_of(
    st.builds(Banned, st.lists(WORDS, min_size=1, max_size=3).map(tuple), case=st.booleans()),
    st.builds(
        Consistent, st.lists(WORDS, min_size=2, max_size=3, unique=True).map(lambda forms: (tuple(forms),))
    ),
    st.builds(
        Furniture,
        lines=st.lists(LINES, max_size=3).map(tuple),
        heads=st.lists(LINES, max_size=1).map(tuple),
        tails=st.lists(LINES, max_size=2).map(tuple),
        max_words=st.sampled_from([0, 4]),
    ),
)
TEXTS = st.lists(
    WORDS | st.sampled_from(["The", "it is closed.", "\n\n", "• ", "7", "here", "Quay Post", ":"]),
    max_size=30,
)


@given(st.lists(CHECKS, min_size=1, max_size=5), TEXTS.map(" ".join))
@settings(deadline=None, max_examples=150)
def test_the_scanner_changes_nothing_whatever_the_rulebook(checks: list[Check], draft: str) -> None:
    assume(not any(problem for check in checks for problem in check.problems()))
    rules = tuple(
        Rule(f"a/r{n}", check, scope=check.scope, quotes=check.quotes) for n, check in enumerate(checks)
    )
    seeing, blind = Linter(Rulebook("made", rules)), Linter(Rulebook("made", rules))
    blind._scanner.__class__ = Blind
    document = read("a.txt", draft.encode())
    assert seeing.lint(document) == blind.lint(document)


@pytest.mark.parametrize("part", range(4))
def test_the_scanner_changes_nothing_in_the_examples_of_the_rules(part: int) -> None:
    texts = [example.text for rule in BOOK.rules for example in rule.examples][part::4]
    seeing, blind = linters()
    for at in range(0, len(texts), 12):
        document = read("a.txt", "\n\n".join(texts[at : at + 12]).encode())
        assert seeing.lint(document) == blind.lint(document)
