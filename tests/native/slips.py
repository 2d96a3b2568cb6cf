"""Arguments for the functions that find candidates for slips: brackets, words twice, joints and the like."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import strategies as st

from tests.native.blocks import ROLES, drafts, in_lines, lined
from tests.native.strategies import anywhere, combined, mostly, of

JOINED = of('U.S.The said.In 1999 Mc a,"b ... …', "aBcM.!?,;)]%'\"([ \n\x1a129é𝄞ß_")
DOTTED = of("... …", 'aBc .\n"é𝄞')
ROLE_SETS = st.frozensets(ROLES, max_size=3)
ALL_ROLES = st.frozensets(ROLES, min_size=4)


MIDDLES = st.sampled_from(
    ["the " * 9, "the " * 10 + "a", "x" * 39, "x" * 40, "x" * 41, "x" * 20 + "…" + "x" * 40, ""]
)
RUN_OUT = st.builds(
    "{}{}{}".format,
    mostly(st.just("a. B"), st.sampled_from(["is! A. b. C", "a.  B", "É. B", "a. b", "a: B"])),
    MIDDLES,
    mostly(st.sampled_from([" of", "-to", " by the"]), st.sampled_from([" o", " off2", " OF", "of"])),
)
"""What may break off in the middle of a sentence of some length."""

SPOKEN = st.sampled_from(
    ['"a."', "“a!”", "“a,'", "“a”", '"a.', "“”", '"', ".”", '"a?" b', "a", "a b", "a: b", "a?", "“a….’”", "é"]
)
"""Lines that somebody speaks, or tells that somebody does."""


@st.composite
def rows(draw: st.DrawFn) -> tuple[str, list[tuple[Any, ...]]]:
    """Draw a text and quotations in it."""
    text = draw(of("", 'a  "“”'))
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=5))
    return text, [(start, end, "“", draw(st.booleans()), False, 0) for start, end in spans]


ARGUMENTS = {
    "blank_inside": rows(),
    "ellipses": st.tuples(DOTTED),
    "joints": st.tuples(JOINED, st.booleans()),
    "runs_out": mostly(
        RUN_OUT.map(lambda text: (text, 0, len(text))),
        anywhere(
            st.lists(st.sampled_from(["a. B", "the " * 9, "x" * 40, " of", "-to", " ", "…", ".", "É"])).map(
                "".join
            )
        ),
    ),
    "uneven": drafts(of("() [] {}", "()[]{}\na é𝄞;=")),
    "spoken_alone": st.tuples(
        mostly(in_lines(SPOKEN), drafts(of('"a." “a!” a', "\"“”'’.:? an\n"))),
        mostly(ALL_ROLES, ROLE_SETS),
        ROLE_SETS,
    ).map(lambda drawn: (*drawn[0], *drawn[1:])),
    "unfinished": st.tuples(drafts(of("", "a1.\n é𝄞")), ROLE_SETS | st.none(), st.integers(-2, 4)).map(
        lambda drawn: (*drawn[0], *drawn[1:])
    ),
    "words_alone": st.tuples(
        anywhere(of("ab ab aab éa", "ab  -")), st.sampled_from(["a", "ab", "b", "aab", "é", "éa", "", "a b"])
    ).map(lambda drawn: (drawn[0][0], drawn[1], *drawn[0][1:])),
    "words_twice": st.tuples(of("a ab that é𝄞", "  a\n")),
}

_IN_WORDS = product(
    ["", "M", "x", "De", "Van", "1", "-", "'", ".", "_", "é"],
    ["c", "a", "ab", "McNe", "Anna"],
    ["T", "The", "McNe", "DeMc", "2031", "203", "2031x", "2031_", "20310", "1999\u0663"],
    ["", "-", "(", ".com", ".C", "é", "/a", "|"],
)
_IN_SENTENCES = product(
    ["ab", "a1", "1", "%", "a)", "a]", "U.S", "A", "é"],
    [".", "!", "?", "..", ",", ";"],
    ["", '"', "')", "]"],
    ["", "(", "["],
    ["The", "t", "\x1a", " T"],
)
_FAR = [text for size in range(110, 124) for text in (f"x /{'a' * size}bThe", f"abThe{'x' * size}/ a")]
_ALONE = product(map("".join, product("ab ", repeat=5)), ["a", "b", "ab", "aa", "a a"], [0, 1], [4, 5])

_BRACKETED = [*combined(4, "", "()[]{}a;"), *combined(2, "", "'*()+Z[\\]^z{|}~é𝄞")]
_BROKEN = [*combined(3, "a1 of", ' .-\nA"é'), *("x" * size + " of" for size in range(36, 44))]

_SAYS = [f"{opening}{word}{stop}{closing}" for opening in ("", "“", '"', "‘") for word in ("a", "")
         for stop in ("", *".!?…,:") for closing in ("", "”", '"', "’", "'", "”’", ")")]  # fmt: skip
CASES = {
    "spoken_alone": [
        (*lined([before, said, after]), frozenset({"paragraph"}), frozenset(aside))
        for said in _SAYS
        for before, after in (("a", "a"), ("a:", "a"), ("“a”", "a"), ("a", "“a.”"))
        for aside in (("paragraph",) if said == "“a.”" else (),)
    ],
    "ellipses": [(text,) for text in combined(4, "", '.…aB "é\n')],
    "uneven": [lined(_BRACKETED)],
    "unfinished": [
        (*lined(_BROKEN), roles, least) for roles in (None, frozenset({"paragraph"})) for least in (0, 1, 2)
    ],
    "joints": [
        (text, True)
        for text in (
            *map("".join, _IN_WORDS),
            *map("".join, _IN_SENTENCES),
            *map("".join, product('aB."', repeat=5)),
            *_FAR,
        )
    ],
    "words_alone": [
        (before + text, word, start, end + len(before))
        for text, word, start, end in _ALONE
        for before in ("", "…", "𝄞")
    ],
}
