"""Sentences that stand in two blocks."""

from __future__ import annotations

import pytest

from stylelint.checks._again import said_again
from stylelint.document import Block
from stylelint.readers import read

CLOSED = "The pier was closed on Monday."
OPENED = "It will open again in May!"


def test_each_is_told_with_the_place_where_it_stood_first() -> None:
    text = f"{CLOSED} Nobody knew why. {CLOSED}\n\n{OPENED} {CLOSED.upper()} And so it was."
    document = read("a.txt", text.encode())
    (((start, end), first),) = said_again(document.folded, document.blocks, [(0, 1)], 5)
    assert text[start:end] == CLOSED.upper()
    assert first == (0, len(CLOSED))


def test_what_rules_do_not_read_is_no_sentence_that_repeats() -> None:
    line = "The minutes of the council stand at https://example.org/pier for all."
    document = read("a.md", f"{line}\n\n{line}".encode())
    assert said_again(document.folded, document.blocks, [(0, 1)], 5) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{CLOSED} {OPENED}", [(0, 30), (31, 57)]),
        # A curly mark ends none: what is cut up is folded.
        (f"“{CLOSED}” {OPENED}", [(0, 59)]),
        (f"{CLOSED} {CLOSED}", [(0, 30), (31, 61)]),
        ("Too short. So is this.", []),
        (" ", []),
    ],
)
def test_where_sentences_begin_and_end(text: str, expected: list[tuple[int, int]]) -> None:
    size = len(text)
    twice = Block(0, size), Block(size, 2 * size)
    again = said_again(text * 2, twice, [(0, 1)], 5)
    assert [(start - size, end - size) for (start, end), _ in again] == expected
