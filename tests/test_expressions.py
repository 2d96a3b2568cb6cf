"""What can be told of an expression from its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.expressions import stands_first, stays_in_line
from stylelint.patterns import Pattern

IN_LINE = [
    "boat", "a|b", "^a.*b$", r"\bUS\b", r"[^\n]+", r"[^.\n]{0,9}", r"[a-z]\.\d\w\S", r"\pL\p{Lu}\p{Latin}",
    "(?i:a)b", r"(?P<word>\w+)", r"\(@\w+\)", r"[\w.'-]", "[]a]", r"[^]\n]", r"\[s", "é+",
    r"(?:x{2})?", r"[^\n\W]",
]  # fmt: skip
MAYBE_NOT = [
    r"a\nb", r"a\s+b", "[^a]", r"\W", r"\D", r"\PL", r"\p{Cc}", r"\pC", r"\p{^L}", r"\x{a}", r"\012", r"[\s]",
    "[[:space:]]", "(?s).", "(?s:.)", "(?is)a.b", "[\x01-z]", "a\nb", r"[^\\n]", r"\C", r"\Qa\E", r"[\W]",
    r"a\z", r"\A", "[!-\t]",
]  # fmt: skip


@pytest.mark.parametrize("regex", IN_LINE)
def test_most_expressions_stay_in_a_line(regex: str) -> None:
    assert stays_in_line(regex)


@pytest.mark.parametrize("regex", MAYBE_NOT)
def test_of_some_that_is_not_plain_to_see(regex: str) -> None:
    assert not stays_in_line(regex)


PARTS = [
    *IN_LINE,
    *MAYBE_NOT,
    r"[^\n",
    "[",
    "]",
    "^",
    r"\\",
    "n",
    "*",
    "+",
    "(?:",
    ")",
    "|",
    ".",
    "[:",
    "s",
    "-",
]


@given(st.lists(st.sampled_from(PARTS), max_size=6).map("".join), st.text("ab.n\n[s\\ \x01é", max_size=20))
def test_what_stays_in_a_line_takes_no_line_end(regex: str, text: str) -> None:
    try:
        _ = Pattern(regex).program
    except ValueError:
        return
    if stays_in_line(regex):
        assert not any("\n" in text[match.start : match.end] for match in Pattern(regex).in_text(text))


@pytest.mark.parametrize(
    ("regex", "expected"),
    [("^a", True), ("^a|^b", True), ("^a|b", False), ("a", False), ("^(?:a|b)", True), (r"^[|]\|a", True)],
)
def test_every_branch_stands_first(regex: str, expected: bool) -> None:
    assert stands_first(regex) is expected
