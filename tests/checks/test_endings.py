"""The last sentence of a block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks._endings import ending, tells
from stylelint.document import Block, Document
from stylelint.lookout import Lookout
from tests.checks.told import plain
from tests.seen import seen_in

REPORT = "The council voted on Tuesday to close the old pier for a year."


def test_the_last_sentence_of_a_block_stands_where_it_stood() -> None:
    document = plain(f"{REPORT}\n\n{REPORT} “Café.” Sign up here.")
    start, end, text, head = ending(document, 1)
    assert text == document.folded[start:end] == "Sign up here."
    assert head == "sign up here."
    assert ending(document, 0).text == "", "there is but one"


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


WORDS = ("follow", "sign up", "über uns")


@given(
    st.lists(
        st.sampled_from([*WORDS, "FOLLOW", "Straße", "Über Uns", "a", "…", *".!? )\"'»]\xa0•"]), max_size=9
    )
)
def test_the_scanner_sees_whatever_is_told_by_the_last_sentences(parts: list[str]) -> None:
    text = "".join(parts)
    document = Document("a.txt", text, text, (Block(0, len(text)),))
    if tells(document, 0, WORDS):
        assert seen_in(Lookout((), (), (), ("\n".join(WORDS),)), document.folded, document.blocks) == (
            [],
            [(0, 0)],
        )
