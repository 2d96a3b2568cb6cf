"""Expressions as programs: they say what RE2 says, or leave it to RE2."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial

import pytest

from stylelint import native, rulebook
from stylelint.checks import _lines
from stylelint.checks._lines import handed_over
from stylelint.checks._programs import program
from stylelint.checks._stretches import whole
from stylelint.checks.furniture import Furniture
from stylelint.document import Block
from stylelint.patterns import Pattern


@pytest.mark.parametrize(
    "expression",
    [
        "(?s)a.b",  # flags of their own
        r"\Qa.b\E",
        r"\Aab\z",
        "[[:alpha:]]",
        "(?:a?)*",  # it may go round without getting on
        "é",  # its capital is in the tables of Unicode
        "[à-ü]",
        r"\p{Lu}",
        r"\p{Greek}",
        "(?:abcdefgh{900}){900}",  # too long
    ],
)
def test_what_is_left_to_re2_has_no_program(expression: str) -> None:
    assert program(expression, case=False) == ""


@pytest.mark.parametrize("expression", ["é", "[à-ü]", r"\p{Lu}", "(?-i:É)", "[«»—]", r"[^\w.,\-]{2,5}"])
def test_where_capitals_matter_more_has_one(expression: str) -> None:
    assert program(expression, case=True)


def kinds() -> list[Furniture]:
    book = rulebook.load(["newsroom"])
    checks = [getattr(rule.check, "made", rule.check) for rule in book.rules]
    return [check for check in checks if isinstance(check, Furniture)]


def texts(check: Furniture) -> Iterator[str]:
    """Yield texts that nearly are a line: pieces of expressions without their signs, in some disorder."""
    chance = random.Random(7)
    words = [
        word
        for line in check.lines
        for word in line.translate(dict.fromkeys(map(ord, "\\\\?*+()[]{}|^$"), " ")).split()
    ]
    for line in check.lines:
        plain = (
            line.replace("{any}", "and so on").replace("{name}", "The Tide").replace("{headline}", "A pier")
        )
        for _ in range(3):
            text = "".join(
                chance.choice((sign, sign, sign, "")) if sign in "?:()[]|\\\\" else sign for sign in plain
            )
            yield chance.choice((str, str.upper, str.title))(text)
            yield " ".join(chance.choices(words, k=chance.randint(1, 9)))


def say(told: bool, number: int, data: bytes) -> bool:
    return told


@pytest.mark.skipif(native.COMPILED is None, reason="nothing is compiled here")
def test_the_lines_of_the_rulebooks_are_what_re2_says() -> None:
    """Each line is asked about texts of its rule, as a program and by RE2."""
    matched = 0
    for check in kinds():
        patterns = [Pattern(whole(line), case=check.case) for line in check.lines]
        programs = handed_over(check._programs)
        for text in texts(check):
            for number, pattern in enumerate(patterns):
                block, seen = (Block(0, len(text)),), {0: {number}}
                told = bool(text) and pattern.begins(text.encode())
                found = _lines.whole_lines(text, block, seen, programs, ("paragraph",), 0, partial(say, told))
                assert bool(found) is told, (check.lines[number], text)
                matched += told
    assert matched > 100
