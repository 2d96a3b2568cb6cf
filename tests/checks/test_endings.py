"""The last sentence of a block: how it may begin, and where it stands."""

from __future__ import annotations

import pytest

from stylelint.checks._endings import ending, tail, tells
from tests.checks.told import plain

REPORT = "The council voted on Tuesday to close the old pier for a year."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{REPORT} Sign up here.", "Sign up here."),
        (f"{REPORT}Sign up here", "Sign up here"),
        ("All that is newFollow us here", "Follow us here"),
        (f"“Close it.” » Sign up here {'é' * 20}", f"» Sign up here {'é' * 20}"),
        (REPORT * 9 + " «Sign up»", "«Sign up»"),
        (REPORT, REPORT),
    ],
)
def test_the_last_sentence_begins_as_it_may(text: str, last: str) -> None:
    document = plain(text)
    start, end = ending(document, 0)
    assert document.prose[start:end] == last
    heads = tail(document, 0).heads
    assert start == 0 or any(head and last.casefold().lstrip("«» ").startswith(head) for head in heads)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{REPORT} SIGN UP here.", True),
        (f"{REPORT} She had to sign up here.", False),
        ("Sign up here. " + REPORT, False),  # no end of a sentence before it
        (f"{REPORT} Sign up here. " + REPORT * 20, False),  # too far from the end
    ],
)
def test_what_the_page_says_near_the_end_of_a_block(text: str, expected: bool) -> None:
    assert tells(plain(text), 0, ("follow", "sign up")) is expected
