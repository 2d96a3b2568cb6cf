"""What an automaton looks for in place of an expression: no less than it."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from stylelint.relaxed import Relaxed, relaxed


@pytest.mark.parametrize(
    ("regex", "expected"),
    [
        ("sign up", (("sign up",),)),
        ("(?:sign up|log in)", (("(?:sign up)", "(?:log in)"),)),
        ("sign up|log in", (("sign up", "log in"),)),
        (r"(?-i:(?:\bAd\b|a\|b))", ((r"(?-i:(?:\bAd\b))", r"(?-i:(?:a\|b))"),)),
        ("(?:sign|log) in", (("(?:sign|log) in",),)),  # it has one branch
        ("(?:a|b)c|(d|e)", (("(?:a|b)c", "(d|e)"),)),
        ("[|]a", (("[|]a",),)),
        (r"sign[^\n]*podcast", (("sign",), ("podcast",))),
        (r"(?:sign[^\n]*?podcast)", (("(?:sign)",), ("(?:podcast)",))),
        (r"(?:sign|log)[^\n.]+our.*podcast", (("(?:sign)", "(?:log)"), ("our",), ("podcast",))),
        (r"^NOTE\b[^\n]*$", ((r"^NOTE\b",),)),  # an end of a line stands everywhere
        (r"\[EDS\b[^\]]*\]", ((r"\[EDS\b",),)),
        (r"[^\n]*", ((r"[^\n]*",),)),
        (r"a[^\n]*b", ((r"a[^\n]*b",),)),  # each says too little
        (r"sign\w*up", ((r"sign\w*up",),)),
        (r"sign\[^\n]*up", ((r"sign\[^\n]*up",),)),  # that is no class
        (r"sign\.*up", ((r"sign\.*up",),)),
        (r"sign(?:a[^\n]*b)?up", ((r"sign(?:a[^\n]*b)?up",),)),
        (r"(?i)sign[^\n]*podcast", ((r"(?i)sign[^\n]*podcast",),)),  # a flag holds for what follows
        (r"(?P<what>sign|log)", ((r"(?P<what>sign|log)",),)),
    ],
)
def test_branches_and_what_stands_between_gaps(regex: str, expected: Relaxed) -> None:
    assert relaxed(regex) == expected


ATOMS = st.sampled_from(
    ["abc", "b", "ca", r"\|", "[ab]", "[^a]", "[^\\n]", ".", r"\.", "[|)]", r"\b", "^", "$"]
)
MANY = st.sampled_from(["", "", "", "*", "+", "?", "*?"])
EXPRESSIONS = st.recursive(
    st.tuples(ATOMS, MANY).map(lambda pair: pair[0] + (pair[1] if pair[0] not in ("^", "$", r"\b") else "")),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map("|".join),
        st.tuples(
            st.sampled_from(["(?:", "(", "(?-i:", "(?i:"]), inner, st.sampled_from([")", ")", ")*", ")?"])
        ).map("".join),
    ),
    max_leaves=12,
)


@given(EXPRESSIONS, st.text(alphabet="abc|.) \n", max_size=12))
def test_what_is_looked_for_matches_wherever_the_expression_does(regex: str, text: str) -> None:
    if re2.search(f"(?mi){regex}", text):
        assert all(any(re2.search(f"(?mi){one}", text) for one in several) for several in relaxed(regex))
