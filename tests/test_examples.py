"""The examples in rulebooks: what is refused, and with which words."""

from __future__ import annotations

import pytest

from stylelint.examples import run
from stylelint.rulebook import loads

RULE = "rules:\n  x:\n    check: {check}\n    message: m\n    why: w\n{more}    examples:\n      {examples}\n"
BANNED = "banned\n    words: [very, really]"
REMOVED = f"{BANNED}\n    remove: true"
PREFERRED = "preferred\n    words: {utilize: use, color: colour}"


def problems(check: str, examples: list[str], more: str = "") -> list[str]:
    """Return what is wrong with a rule of one check with these examples, without its place."""
    text = RULE.format(check=check, examples="\n      ".join(f"- {one}" for one in examples), more=more)
    return [problem.message for problem in run(loads(text.encode(), "house.yml"))]


MISS = "good: Every word."


@pytest.mark.parametrize(
    ("check", "examples", "expected"),
    [
        (BANNED, ["bad: Very hot.", MISS], []),
        (BANNED, ["{bad: Very very hot., finds: [Very, very]}", MISS], []),
        (BANNED, ["bad: Hot.", MISS], ["finds nothing here"]),
        (BANNED, ["bad: Very hot.", "good: Very cold."], ["must stay silent, but finds “Very”"]),
        (
            BANNED,
            ["{bad: Very hot., finds: [hot]}", MISS],
            ["should find “hot”, but finds “Very”"],
        ),
        (
            BANNED,
            ["{bad: Very hot., good: Hot.}", MISS],
            ["mends nothing here; take “good” away"],
        ),
        (
            BANNED,
            ["bad: Very hot."],
            ["has no near miss: show a good example of its own that it leaves alone"],
        ),
        (BANNED, [MISS], ["has no bad example: show what it finds"]),
        (PREFERRED, ["{bad: They utilize it., good: They use it.}", MISS], []),
        (PREFERRED, ["{bad: Utilize color., good: Use colour., finds: [Utilize, color]}", MISS], []),
        (PREFERRED, ["bad: Utilize it.", MISS], ["mends this to 'Use it.'; say so with “good”"]),
        (
            PREFERRED,
            ["{bad: Utilize it., good: use it.}", MISS],
            ["should become 'use it.', but becomes 'Use it.'"],
        ),
        (REMOVED, ["{bad: It is very hot., good: It is hot.}", MISS], []),
        (REMOVED, ["{bad: It is very really hot., good: It is hot.}", MISS], []),
        ("banned\n    words: very", ['{bad: "*Very* hot.", format: markdown}', 'good: "`very` hot"'],
         ["must stay silent, but finds “very”"]),
        ("banned\n    words: very", ['{bad: "*Very* hot.", format: markdown}',
                                     '{good: "`very` hot", format: markdown}'], []),
        ("preferred\n    words: {big: R&D}",
         ['{bad: "<p>A <b>big</b> boat", good: "<p>A <b>R&amp;D</b> boat", format: html}',
          '{good: "<code>big</code>", format: html}'], []),
    ],
)  # fmt: skip
def test_an_example_must_hold(check: str, examples: list[str], expected: list[str]) -> None:
    assert problems(check, examples) == expected


def test_a_rule_that_says_nothing_for_itself_is_refused() -> None:
    book = loads(b"rules: {x: {check: banned, words: very, message: ''}}", "house.yml")
    assert [str(problem) for problem in run(book)] == [
        "house.yml:1: house/x: has no message",
        "house.yml:1: house/x: has no why",
        "house.yml:1: house/x: has no bad example: show what it finds",
        "house.yml:1: house/x: has no near miss: show a good example of its own that it leaves alone",
    ]


@pytest.mark.parametrize(
    "more",
    [
        "    level: off\n",
        "    from: 2001-01-01\n    until: 2001-02-01\n",
        "    paths: ['blog/*.md', 'a?/**']\n",
    ],
    ids=["off", "long over", "for some paths"],
)
def test_rules_that_are_not_in_force_are_tried_all_the_same(more: str) -> None:
    assert problems(BANNED, ["bad: Hot.", MISS], more) == ["finds nothing here"]
    assert problems(BANNED, ["bad: Very hot.", MISS], more) == []


def test_the_place_is_that_of_the_example() -> None:
    text = RULE.format(check=BANNED, examples="- bad: Hot.\n      - good: very", more="")
    (first, second) = run(loads(text.encode(), "house.yml"))
    assert (first.file, first.line, second.line) == ("house.yml", 8, 9)


def test_a_rule_of_proselint_needs_no_examples() -> None:
    book = loads(b"extends: proselint\nrules: {proselint/hedging: warning}", "house.yml")
    assert list(run(book)) == []


def test_each_rule_is_alone_with_its_examples() -> None:
    text = b"""\
rules:
  a: {check: banned, words: very, message: m, why: w, examples: [{bad: very}, {good: really}]}
  b: {check: banned, words: really, message: m, why: w, examples: [{bad: really}, {good: very}]}
"""
    assert list(run(loads(text, "house.yml"))) == []


def test_what_does_not_settle_is_told() -> None:
    check = "pattern\n    pattern: a+\n    replace: aa$0"
    assert problems(check, ["{bad: a, good: aa}", "good: b"]) == [
        f"should become 'aa', but becomes '{'a' * 21} (and does not settle)'"
    ]
