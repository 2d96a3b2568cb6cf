"""Expressions of Vale: both engines find the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.compat.vale.regexes import compiled

SOURCES = (
    r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{2,3})\)",
    r"(?i)(?m)\b(?:(?P<a>dory|(d)o)|(?P<b>cog))\b",
    r"(?m)^(?P<a>\w+)(?:,(?P<b>\s))?",
    r"(a|ab)(c|bcd)?",
)
PARTS = ("Dory ", "(DO)", "dory", "cog", "do", "ab", "bcd", "a", "c", ",", " ", "\n", "\x0b", "é")


@given(st.sampled_from(SOURCES), st.lists(st.sampled_from(PARTS)).map("".join))
def test_groups_stand_where_the_engine_with_look_around_finds_them(source: str, text: str) -> None:
    pattern = compiled(source)
    expected = [list(found.regs) for found in pattern.slow.finditer(text)]
    assert [list(spans) for spans in pattern.grouped(text)] == expected


@pytest.mark.parametrize("source", [SOURCES[1], rf"{SOURCES[1]}(?=,)"])
def test_groups_have_names(source: str) -> None:
    assert compiled(source).names == {"a": 1, "b": 3}


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_words_are_counted_in_texts_that_zeros_part(text: str) -> None:
    pattern = compiled(r"\b(\w+)\b")
    texts = text.replace("é", "").split(",")
    assert pattern.counts("\0".join(texts).encode()) == [len(pattern.texts(one)) for one in texts]
