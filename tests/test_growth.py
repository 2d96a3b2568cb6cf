"""One big draft is linted in linear time: no step and no rule grows faster than the text.

Seconds are not looked at, only how many times as much processor time four times the text takes; what is
linear takes four times as much, what goes with the square sixteen times.  A doubt is looked at again.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import TypeVar

import pytest

from stylelint import ignorefile, native
from stylelint.annotate import sentences_of
from stylelint.baseline import entries
from stylelint.checks.base import Finding, View
from stylelint.ignores import Policy
from stylelint.rulebook.rule import Rule
from stylelint.suppress import suppress
from tests.conftest import newsroom
from tests.spending import spent, undisturbed

Result = TypeVar("Result")

SIZE = 40_000
"""Code points of the shorter text."""

TIMES, TOO_MUCH = 4, 10
"""How many times as long the longer text is, and how many times as much no rule may take."""

NOISE = 0.04
"""Seconds for the longer text; those of the shorter are too few to tell anything below a fourth of that."""

_SYLLABLES = ["ba", "ke", "li", "mo", "ra", "sten", "or", "vin", "dra", "el", "tha", "co", "nus", "per", "ly"]


def _words(chance: random.Random) -> Callable[[], str]:
    return lambda: "".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 5)))


def _lines(line: Callable[[random.Random], str], size: int, between: str = "\n\n") -> str:
    chance, lines, length = random.Random(size), [], 0
    while length < size:
        lines.append(line(chance))
        length += len(lines[-1]) + len(between)
    return between.join(lines)


def _names(chance: random.Random) -> str:
    name = _words(chance)
    one, two, three, four = (name().capitalize() for _ in range(4))
    return f"{one} {two} met {three} in {four}, where Mr. {two} said President {three} waited. {two} said so."


def _compounds(chance: random.Random) -> str:
    word = _words(chance)
    one, two, noun = word(), word(), word()
    return f"The {one}-{two} {noun} and a {one} {two} {noun}, {one}{two} or {two}-{one}, were one."


def _prose(chance: random.Random) -> str:
    word = _words(chance)
    said = " ".join(word() for _ in range(chance.randrange(5, 40)))
    marks = chance.choice(["“{}.”", "“{}", '"{}', "{}.", "{}”", "({}.", "{}.Then it went.", "The the {}."])
    return marks.format(said.capitalize())


def _joined(chance: random.Random) -> str:
    word = _words(chance)
    return f"{word()}{word().capitalize()}"


def _furniture(chance: random.Random) -> str:
    return chance.choice(
        ["ADVERTISEMENT", "Sign up for our newsletter", "See also", "(Reuters)", "A boat. (AP Photo)"]
    )


def _offices(chance: random.Random) -> str:
    who = chance.choice(["NATO", "UN", "The"])
    return (
        f"{who} Secretary-General Ann Lee saw the president. The President and senator Bo Dahl met a Senator."
    )


def _copies(size: int) -> str:
    """Return one long block, and each of its sentences again in one of its own."""
    word = _words(random.Random(size))
    sentences = [" ".join(word() for _ in range(12)).capitalize() + "." for _ in range(size // 140)]
    return "\n\n".join([" ".join(sentences), *sentences])


def _of_phrases(number: int) -> str:
    """Return paragraphs of phrases, out of so many, with words between them that hardly come back."""
    chance = random.Random(number)
    word = _words(chance)
    known = [" ".join(word() for _ in range(6)) for _ in range(number)]
    return _lines(lambda c: " ".join(f"{c.choice(known)} {word()} {word()}" for _ in range(3)), 40 * SIZE)


TEXTS: dict[str, Callable[[int], str]] = {
    "names": lambda size: _lines(_names, size),
    "names in one line": lambda size: _lines(_names, size, " "),
    "compounds": lambda size: _lines(_compounds, size),
    "prose": lambda size: _lines(_prose, size),
    "prose in one line": lambda size: _lines(_prose, size, " "),
    "prose in capitals": lambda size: _lines(_prose, size).upper(),
    "words that run together": lambda size: _lines(_joined, size, " "),
    "furniture": lambda size: _lines(_furniture, size),
    "offices": lambda size: _lines(_offices, size),
    "copies": _copies,
    "the same again": lambda size: _lines(_prose, size // 50) * 50,
    "quotation marks": lambda size: "".join(random.Random(1).choices("\"“”'‘’ a.", k=size // 4)),
    "a table": lambda size: "|a|b|\n|-|-|\n" + _lines(lambda c: f"|{_names(c)}|{_prose(c)}|", size, "\n"),
    "links": lambda size: _lines(lambda c: f"[{_prose(c)}](https://b.example) ![{_names(c)}](c.png)", size),
    "ignores": lambda size: _lines(lambda c: f"<!-- stylelint: ignore -->\n{_prose(c)} The the.", size),
    "fields": lambda size: f"---\n{_lines(lambda c: f'x: {_words(c)()}', size, chr(10))}\n---\n\nA b.",
}


def _spent(text: str) -> dict[str, float]:
    """Return the seconds of processor time that each step and each rule takes for a text."""
    linter, spent = newsroom(), dict[str, float]()

    def timed(name: str, work: Callable[[], Result]) -> Result:
        start = process_time()
        result = work()
        spent[name] = process_time() - start
        return result

    document = timed("read", lambda: linter.read("a.md", text.encode()))
    for rule, ((_, seen),) in timed("scan", lambda: linter.asked([document])):
        timed(rule.id, partial(_found, rule, View(document, rule.scope, rule.quotes, seen)))
    told = timed("all", lambda: linter.lint(document))
    timed("ignores", lambda: suppress(document, told, Policy()))
    sentences = timed("sentences", lambda: list(sentences_of(document, told)))
    said = "".join(ignorefile.entry("a.md", rules, text, "") for text, rules in sentences)
    file = ignorefile.read("a.yml", said.encode(), os.getcwd())
    timed("file of ignores", lambda: file.suppress(document, told, Policy()))
    timed("baseline", lambda: list(entries("a.md", document, told)))
    return spent


def _found(rule: Rule, view: View) -> list[Finding]:
    return list(rule.check.find(view))


def _too_dear(small: str, large: str) -> set[str]:
    """Return the steps and rules that take too many times as long for the larger text."""
    with undisturbed():
        few, many = _spent(small), _spent(large)
    return {name for name, spent in many.items() if spent > TOO_MUCH * max(NOISE / TIMES, few.get(name, 0))}


@pytest.mark.parametrize("kind", TEXTS)
def test_four_times_the_text_takes_about_four_times_as_long(kind: str) -> None:
    small, large = TEXTS[kind](SIZE), TEXTS[kind](TIMES * SIZE)
    dear = _too_dear(small, large)
    for _ in range(4):
        dear = dear and dear & _too_dear(small, large)
    assert not dear


def _spent_on_duplicates(text: str) -> float:
    """Return the seconds of processor time that the rules for what stands in a draft twice take."""
    linter = newsroom()
    document = linter.read("a.txt", text.encode())
    asked = [rule for rule, _ in linter.asked([document]) if rule.check.kind == "duplicate"]
    views = [(rule, View(document, rule.scope, rule.quotes)) for rule in asked]
    return spent(lambda: [_found(rule, view) for rule, view in views])


@pytest.mark.skipif(native.COMPILED is None, reason="Python takes its time for each two paragraphs")
def test_phrases_that_come_back_make_no_draft_dear() -> None:
    """The longer a draft is, the more paragraphs share a phrase: no rule may go through all of these."""
    with_phrases, without = _of_phrases(500), _of_phrases(SIZE)
    tries = (_spent_on_duplicates(with_phrases) / _spent_on_duplicates(without) for _ in range(5))
    assert any(times < 3 for times in tries)
