"""The kind `quote-stops`."""

from __future__ import annotations

import pytest

from stylelint.checks.quote_stops import QuoteStops
from tests.checks.told import marked, mended

INSIDE, LOGICAL = QuoteStops("inside"), QuoteStops("logical")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “a mess”.", "He called it “a mess.”"),
        ("He called it “a mess”, and left.", "He called it “a mess,” and left."),
        ('He called it "a mess", and left.', 'He called it "a mess," and left.'),
        ("“He called it ‘a mess’”, she said.", "“He called it ‘a mess,’” she said."),
        ("“He called it ‘a mess’,” she said.", "“He called it ‘a mess,’” she said."),
        ("The vote (over “a mess”.) came late.", "The vote (over “a mess.”) came late."),
        ("Up 40 percent (“a record”), it said “40%”.", "Up 40 percent (“a record”), it said “40%.”"),
    ],
)
def test_inside_whatever_it_belongs_to(text: str, expected: str) -> None:
    assert mended(INSIDE, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He called it “a mess.” She called it “a mess,” too.",
        "Was it “a mess”? It was “a mess”; nobody said “a mess”: not one.",
        "They saw “Who’s There?”, a play, and “Help!”.",
        "The “mess”... was cleared. The “mess”.5 was not.",
        "The shelf is 6' 2\", the pier 9'.",
        "The boys’, the girls’. Rock ’n’, he said.",
    ],
)
def test_near_misses_inside(text: str) -> None:
    assert not marked(INSIDE, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “a mess.”", "He called it “a mess”."),
        ("He called it ‘a mess,’ and left.", "He called it ‘a mess’, and left."),
        ("He called it “a mess,” then “a waste.”", "He called it “a mess”, then “a waste”."),
        ("The “big one,” as they call it, came.", "The “big one”, as they call it, came."),
        ("She said: “We will pay for it”.", "She said: “We will pay for it.”"),
        ("She told the board, “We will pay for it”.", "She told the board, “We will pay for it.”"),
    ],
)
def test_logical_where_it_belongs(text: str, expected: str) -> None:
    assert mended(LOGICAL, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She said: “We will pay for it.”",
        "“We will pay,” she said, “and by May.”",
        "“We will pay,” she said “and by May.”",
        "“We will pay,” said the mayor. “All of it.”",
        "He called it “a mess”, and then “a mess”.",
        "She works for “a firm called Ferry Inc.” He lives in “the U.S.”",
        "He wrote of “a mess. Nobody pays.”",
        "He spoke of “a mess...” and left.",
        "Her novel, “The Pier”, sold well; she read from “The Pier.”",
        "“a mess.”",
    ],
)
def test_near_misses_logical(text: str) -> None:
    assert not marked(LOGICAL, text)
