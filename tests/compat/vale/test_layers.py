"""Blocks laid end to end: what is found in all of them stands where it stands in each."""

from __future__ import annotations

import gc
import re
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.compat.vale.layers import GAP, Cut, Layer
from stylelint.compat.vale.regexes import compiled

PARTS = ("dory", "é", "“", "\U0001f6a2", "cog", " ", "\x00", "\n")


def layer(*texts: str) -> Layer:
    scope = ("text", "md")
    return Layer(Cut(text, [], 0, scope, scope) for text in texts)


@given(st.lists(st.lists(st.sampled_from(PARTS)).map("".join)))
def test_places_are_those_in_the_block(texts: list[str]) -> None:
    expected = [
        (i, *m.span()) for i, text in enumerate(texts) for m in re.finditer(r"dory|é|\U0001f6a2", text)
    ]
    assert layer(*texts).spans(compiled(r"dory|é|\x{1f6a2}").fast) == expected


@pytest.mark.parametrize("first", ["a dory", "é dory"])
def test_a_match_may_run_over_the_end_of_a_block(first: str) -> None:
    [(block, start, end)] = layer(first, "é", "cog").spans(compiled(r"dory[^.]*").fast)
    assert (block, start, end) == (0, 2, len(GAP.join((first, "é", "cog"))))


def test_a_match_of_nothing_inside_a_sign() -> None:
    assert layer("“x").spans(compiled("y*").fast) == [(0, 0, 0), (0, 1, 1), (0, 1, 1), (0, 1, 1), (0, 2, 2)]


def test_a_layer_goes_when_nobody_holds_it() -> None:
    gc.disable()
    try:
        whole = layer("The dory")
        assert whole.only(("text",)) is whole
        gone = weakref.ref(whole)
        del whole
        assert gone() is None
    finally:
        gc.enable()
