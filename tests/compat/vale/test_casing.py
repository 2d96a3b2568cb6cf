"""Headings in the case of sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stylelint.compat.vale.casing import _accepted, _words_of

PARTS = (
    "Dory",
    "dory",
    "cog's",
    "macOS",
    "MACOS",
    "I",
    "é",
    "\u212a",
    "_I",
    "**",
    "1.",
    ":",
    "-",
    "(",
    ".",
    " ",
    " ",
)
LISTS = ((), ("macOS", "Dory"), ("I", "K"), ("cog's dory", "Dory"), ("",))


@given(st.lists(st.sampled_from(PARTS)).map("".join), st.sampled_from(LISTS))
def test_where_nothing_is_accepted_the_words_are_the_same(text: str, accepted: tuple[str, ...]) -> None:
    known = _accepted(accepted)
    assert _words_of(text, known) == known.words.findall(text)
