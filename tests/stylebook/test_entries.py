"""Rules as a desk reads them."""

from __future__ import annotations

import pytest

from stylelint.rulebook import loads
from stylelint.rulebook.rule import Rulebook
from stylelint.stylebook.entries import Entry, chapters, titled
from tests.stylebook.house import house


def entries(book: Rulebook) -> dict[str, Entry]:
    return {entry.rule.id: entry for chapter in chapters(book) for entry in chapter.entries}


def test_chapters_and_rules_by_name() -> None:
    assert [(c.name, c.title, [e.title for e in c.entries]) for c in chapters(house())] == [
        ("house", "House", ["Gone", "Old spelling"]),
        ("index", "Index", ["Quite"]),
    ]


def test_what_the_linter_says_is_what_it_says() -> None:
    entry = entries(house())["house/old-spelling"]
    assert entry.says == "We write “adviser”, not <b>“advisor”</b>."
    assert [d.text for d in entry.wrong[0].found] == ["advisor", "advisors"]
    assert entry.why == "One spelling & no other; so *it* is."
    assert [shown.text for shown in entry.right] == ["[Advisory] board | `code`"]


def test_facts() -> None:
    facts = {name: entry.facts for name, entry in entries(house()).items()}
    assert facts == {
        "house/gone": "Not in direct speech; mended after a look.",
        "house/old-spelling": (
            "In headline, paragraph; not in direct speech; from 2026-01-31; mended by stylelint fix."
        ),
        "index/quite": "In direct speech too.",
    }


RULE = """\
chapter: x
rules:
  y:
    check: {check}
    message: m
    why: w
    examples: [{{bad: b}}, {{good: c}}]
"""


@pytest.mark.parametrize(
    ("check", "options", "words"),
    [
        ("preferred", ["words: {b: a, c: a, e: d}"], [("a", "not b, c"), ("d", "not e")]),
        ("banned", ["words: [b, c]"], [("", "not b"), ("", "not c")]),
        ("consistent", ["groups: [[email, e-mail]]"], [("email or e-mail", "one of them in an article")]),
        ("consistent", ["groups: [[e+, f+]]", "regex: true"], []),
        (
            "title",
            ["office: x-y", "forms: [X Y, X-Y]", "house: [{of: [UN, U.N.], write: X-Y}]"],
            [("X-Y", "of UN, U.N.")],
        ),
        ("repeated", [], []),
    ],
)
def test_words(check: str, options: list[str], words: list[tuple[str, str]]) -> None:
    book = loads(RULE.format(check="\n    ".join([check, *options])).encode(), "x.yml")
    assert list(entries(book)["x/y"].words) == words


@pytest.mark.parametrize(("name", "title"), [("get-the-app", "Get the app"), ("g7", "G7"), ("x", "X")])
def test_titles(name: str, title: str) -> None:
    assert titled(name) == title


@pytest.mark.parametrize(
    ("name", "said", "title"),
    [
        ("american-or-british", "A house spells the American or the British way.", "American or British"),
        ("us", "", "U.S."),
        ("uk-spelling", "", "UK spelling"),
        ("e-mail", "", "E-mail"),
        ("the-ukraine", "The country is called Ukraine.", "The Ukraine"),
        ("page-age", "Page age: a headline has no Age, nor an age.", "Page age"),
        ("two-of-us", "Two of us said so.", "Two of us"),
    ],
)
def test_titles_have_the_capitals_that_the_rule_has(name: str, said: str, title: str) -> None:
    assert titled(name, said, "The U.S. Senate, the U.S. and the UK.") == title
