"""Sentences that stand in two blocks."""

from __future__ import annotations

import pytest

from stylelint.checks._again import long_sentences, said_again
from stylelint.readers import read

CLOSED = "The pier was closed on Monday."
OPENED = "It will open again in May!"


def test_each_is_told_with_the_place_where_it_stood_first() -> None:
    text = f"{CLOSED} Nobody knew why. {CLOSED}\n\n{OPENED} {CLOSED.upper()} And so it was."
    document = read("a.txt", text.encode())
    (((start, end), first),) = said_again(document, [(0, 1)], 5)[0, 1]
    assert text[start:end] == CLOSED.upper()
    assert first == (0, len(CLOSED))


def test_what_rules_do_not_read_is_no_sentence_that_repeats() -> None:
    line = "The minutes of the council stand at https://example.org/pier for all."
    assert said_again(read("a.md", f"{line}\n\n{line}".encode()), [(0, 1)], 5) == {(0, 1): []}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{CLOSED} {OPENED}", {CLOSED[:-1]: [(10, 40)], OPENED[:-1]: [(41, 67)]}),
        # A curly mark ends none: what is cut up is folded.
        (f"“{CLOSED}” {OPENED}", {f"{CLOSED[:-1]} {OPENED[:-1]}": [(10, 69)]}),
        (f"{CLOSED} {CLOSED}", {CLOSED[:-1]: [(10, 40), (41, 71)]}),
        ("Too short. So is this.", {}),
        (" ", {}),
    ],
)
def test_sentences_by_their_words(text: str, expected: dict[str, list[tuple[int, int]]]) -> None:
    assert long_sentences(text, 10, 5) == expected
