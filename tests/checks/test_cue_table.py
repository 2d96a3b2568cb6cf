"""Cues by the letters that their words begin with."""

from __future__ import annotations

import random
from functools import partial

import pytest

from stylelint import native, rulebook
from stylelint.checks._cue_book import CueBook
from stylelint.checks._cue_table import AFTER, OPEN, START, WORD, Words, table
from stylelint.checks._lines import handed_over
from stylelint.checks.cues import Cues
from stylelint.document import Block


def rows(numbers: str) -> list[tuple[int, int, set[str]]]:
    """Return of each row of a table the cue, where it may begin, and with what letters."""
    found, at = [], 0
    while at < len(numbers):
        letters = numbers[at + 3 : at + 3 + ord(numbers[at + 2])]
        found.append((ord(numbers[at]), ord(numbers[at + 1]), set(letters.split("\n"))))
        at += 3 + len(letters)
        at += 1 + ord(numbers[at])
    return found


@pytest.mark.parametrize(
    ("body", "at", "where", "letters"),
    [
        ("quay", "anywhere", WORD, {"quay"}),
        ("quays?|piers?", "anywhere", WORD, {"quay", "quays", "pier", "piers"}),
        ("Harbours", "end", WORD, {"harbou"}),
        ("»", "anywhere", OPEN, {"»"}),
        (r"\x1a+", "end", OPEN, {"\x1a", "\x1a\x1a"}),
        (r"\d+ berths", "anywhere", WORD, set("0123456789")),
        (r"\d? berths", "anywhere", OPEN, {""}),
        (r"\w+ quays", "anywhere", AFTER, {" quays"}),
        (r"[\w')]+\.", "end", AFTER, {"."}),
        (r"\w+ing", "anywhere", WORD, {""}),  # there is no telling where a word ends so
        (r"\w+? quays", "anywhere", WORD, {""}),
        (r"\w+ quays|pier", "anywhere", WORD, {"", "pier"}),
        ("the quay", "start", START, {""}),
    ],
)
def test_a_cue_is_known_by_the_letters_it_begins_with(
    body: str, at: str, where: int, letters: set[str]
) -> None:
    known = {""} if "" in letters else letters
    assert rows(table([Words(("a b",), "anywhere"), Words((body,), at)]))[1:] == [(1, where, known)]


def test_what_is_for_re2_alone_leaves_all_to_it() -> None:
    assert table([Words(("quay", "pier"), "anywhere"), Words(("é",), "anywhere")]) == ""


def lines(check: Cues) -> list[str]:
    """Return texts that nearly hold cues: pieces of their expressions, in some disorder."""
    chance = random.Random(3)
    signs = dict.fromkeys(map(ord, r"\?*+()[]{}|^$"), " ")
    words = [
        word for cue in check.cues.values() for body in cue.any for word in body.translate(signs).split()
    ]
    made = [" ".join(chance.choices(words, k=chance.randint(1, 6))) for _ in range(4000)]
    return [
        chance.choice((str, str.title, str.upper))(text) + chance.choice(("", ".", " »")) for text in made
    ]


@pytest.mark.skipif(native.COMPILED is None, reason="nothing is compiled here")
def test_the_cues_of_the_rulebooks_are_what_re2_says() -> None:
    checks = [getattr(rule.check, "made", rule.check) for rule in rulebook.load(["newsroom"]).rules]
    (check,) = [check for check in checks if isinstance(check, Cues)]
    assert check._table
    book = CueBook(check._handed, check._weights, len(check._keys), -1000)
    met = 0
    for text in lines(check):
        found = book.short(text, (Block(0, len(text)),), {0: None}, ("paragraph",), 999, 999, refuse)
        said = sorted(check._standing_in(text.encode()))
        assert [numbers for _, _, numbers in found] == ([said] if said else []), text
        met += len(said)
    assert met > 1000


def refuse(data: bytes) -> list[int]:
    raise AssertionError(f"RE2 is asked about {data!r}")


@pytest.mark.skipif(native.COMPILED is None, reason="nothing is compiled here")
def test_a_block_that_takes_long_is_for_re2() -> None:
    """Each of these places is soon done with; all of them together are not."""
    body, text = r"a [^\n]* b [^\n]* z", "a b " * 60
    (made,) = handed_over([table([Words((body,), "anywhere")])])
    book = CueBook(made, (1,), 1, -9)
    asked: list[bytes] = []
    found = book.short(
        text, (Block(0, len(text)),), {0: None}, ("paragraph",), 999, 999, partial(note, asked)
    )
    assert asked == [text.encode()]
    assert found == [(0, 1, [0])]


def note(asked: list[bytes], data: bytes) -> list[int]:
    asked.append(data)
    return [0]
