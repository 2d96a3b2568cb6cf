"""Sentences by their places in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.anatomy import located
from stylelint.anatomy.located import Sentences
from stylelint.document import Span
from stylelint.readers import read

TEXT = "One boat. Two boats.\n\nThree ![a red boat. And more](b.png) boats. Four.\n"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("boat. Two", ["One boat.", "Two boats."]),
        ("Two", ["Two boats."]),
        ("Four", ["Four."]),
        ("red", ["a red boat."]),  # and not the sentence that the picture stands in
        ("boats.\n\nThree", ["Two boats.", "Three \ufffc boats."]),
        ("\n\n", []),
    ],
)
def test_what_a_place_touches(found: str, expected: list[str]) -> None:
    at = TEXT.index(found)
    touched = Sentences(read("a.md", TEXT.encode())).touched(Span(at, at + len(found)))
    assert [sentence.text for sentence in touched] == expected


SPANS = st.builds(lambda at, length: Span(at, at + length), st.integers(0, 30), st.integers(0, 12))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_spans_are_found_as_if_each_were_looked_at(spans: list[Span], one: Span) -> None:
    expected = [i for i, span in enumerate(spans) if located._meet(span, one)]
    assert located.Spans(spans).meeting(one) == expected
