"""What must stand in a text for an expression to match: always true, and mostly of use."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stylelint.literals import literals
from stylelint.patterns import Pattern


@pytest.mark.parametrize(
    ("regex", "expected"),
    [
        (r"(?:\bUtilize\b|\bprior +to\b)", ("prior", "utilize")),
        (r"^(?:sign up|go)\b.{0,40}newsletters?$", ("newsletter",)),
        (r"(?i:read|see) (?:more|also)", ("read also", "read more", "see also", "see more")),
        (r"colou?r", ("color", "colour")),
        (r"gr[ae]y", ("gray", "grey")),
        (r"(?P<a>hello) world", ("hello world",)),
        (r"\x{201c}ab", ("“ab",)),
        (r"a\.m\.", ("a.m.",)),
        (r"[()]", ("(", ")")),
        (r"x*y+hello{2,}", ("yhelloo",)),
        (r"[\[(][Xx]{2,}[\])]", ("(xx", "[xx")),
        (r"x{3}y", ("xxxy",)),
        (r"an +an", ("an",)),
        (r"x{12}y", ("xxxxxxxx",)),
        (r"[a-z]( {2,})[a-z]", ()),
        (r"[\x{80}-\x{82}]+", ("\x80", "\x81", "\x82")),
        (r"[+-][$-&]", ("+$", "+%", "+&", "-$", "-%", "-&")),
        (r"[^+]", ()),
        (r"[\w+]", ()),
        (r"[\d-]", ()),
        (r"[\x{100}-\x{fff0}]", ()),
        (r"(?:foo|[a-z]+)", ()),
        (r"\d+", ()),
        (r"a?", ()),
        (r"\QTK\E", ()),
        ("", ()),
    ],
)
def test_literals(regex: str, expected: tuple[str, ...]) -> None:
    assert literals(regex) == expected


REGEXES = st.recursive(
    st.sampled_from(
        [
            "a",
            "b",
            "ab",
            "é",
            " ",
            r"\.",
            "[ab]",
            "[^a]",
            ".",
            r"\w",
            r"\b",
            "^",
            "(?i:A)",
            "(?-i:A)",
            "(?-i:[A-Z])",
            "(?-i:[a-z])",
            "x{2}",
            "[.x-z]",
            "[-A]",
            r"[\x{e8}-\x{ea}.]",
            r"[\w.]",
        ]
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "{2,}", "{1,3}", "+?"])).map(
            lambda p: f"(?:{p[0]}){p[1]}"
        ),
    ),
    max_leaves=8,
)


@given(REGEXES, st.text(alphabet="abAx.é ", max_size=12))
@settings(deadline=None)
def test_a_text_that_matches_has_one_of_them(regex: str, text: str) -> None:
    if any(Pattern(regex, case=False).in_text(text)):
        found = literals(regex)
        assert not found or any(one in text.casefold() for one in found)
