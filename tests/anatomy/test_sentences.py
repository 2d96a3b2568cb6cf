"""Sentences end at stops that are not abbreviations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.anatomy.sentences import sentences, starts_from_last


@pytest.mark.parametrize(
    "expected",
    [
        [],
        ["One."],
        ["No stop at all"],
        ["One.", "Two!", "Three?", "Four…", "Five"],
        ["Mr. Roe met Dr. Doe and Gen. Poe.", "They left."],
        ["He is J. R. Roe.", "She is not."],
        ["The U.S. Senate met.", "It rose at 5 p.m.", "Then No. 5 was played."],
        ["It is in the U.S.", "The end."],
        ["“Go,” she said.", "“Now.”"],
        ["“Why?” she asked."],
        ["He left (for good.)", "She stayed."],
        ["I... do not know.", "Well..."],
        ["It rose 3.5 percent on Sept. 5.", "It fell on Oct. 6."],
        ["See example.org or a.b for more.", "Éa is one."],
        ["It broke\noff.", "Then more."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[span.start : span.end] for span in sentences(text)] == expected


@given(st.text(alphabet=st.sampled_from("aB.!?… \n\"”'’)(5é")))
def test_sentences_hold_every_word_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.text(alphabet=st.sampled_from("aB.!?… \n\"”'’)(5é")))
def test_their_starts_are_the_same_from_behind(text: str) -> None:
    assert list(starts_from_last(text)) == [start for start, _ in sentences(text)][:0:-1]
