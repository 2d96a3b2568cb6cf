"""Which sentences of a block are the page's, and which the article's own."""

from __future__ import annotations

from sys import getrefcount

import pytest

from stylelint.checks._page_voice import last_part, page_part

REPORT = "The council voted on Tuesday to close the old pier for a year."
CALL = "Sign up for our newsletter."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CALL, CALL),
        (f"{REPORT} {CALL}", CALL),
        (f"{REPORT}{CALL}", CALL),  # no blank between them
        (f"{CALL} {REPORT}", CALL),
        (f"{REPORT} {CALL} {REPORT}", CALL),
        (f"{CALL} You may leave at any time.", f"{CALL} You may leave at any time."),
        (f"The Tide. {CALL}", f"The Tide. {CALL}"),  # too short to be a report
        ("Tune in at 1 p.m. ET and at 4 p.m. ET.", "Tune in at 1 p.m. ET and at 4 p.m. ET."),
        (REPORT, REPORT),  # something must be left
        ("", ""),
    ],
)
def test_the_article_gets_its_sentences_back(text: str, expected: str) -> None:
    part = page_part(text)
    assert text[part.start : part.end] == expected


def test_a_long_block_is_not_kept_in_memory() -> None:
    text = " ".join([*[REPORT] * 50, CALL])
    before = getrefcount(text)
    page_part(text)
    assert getrefcount(text) == before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{REPORT} {CALL}", CALL),
        (f"{REPORT * 9}{CALL}", CALL),
        ("All that is newFollow us here", "Follow us here"),
        (CALL, CALL),
        ("", ""),
    ],
)
def test_the_last_sentence(text: str, expected: str) -> None:
    part = last_part(text)
    assert text[part.start : part.end] == expected
