"""Arguments for the functions of furniture.c."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Any

from hypothesis import strategies as st

from stylelint.checks._lines import IS_LINE, Whole, handed_over
from stylelint.checks._programs import program
from stylelint.patterns import Pattern
from tests.native.blocks import KINDS, drafts, in_lines
from tests.native.strategies import mostly, of

EXPRESSIONS = (
    "^ab$", "^(?:sign[ -]?up|signup|log ?in)[.!]*$", r"[^\n]*\b(?:sign|up|is)\b[^\n]*$", "^(?:a|b|ab)+ *$",
    r"^\w+ (?-i:[A-Z][a-z]+)$", r"^(?:(?:a|b)*c)?[^ab]{1,3}$", r"^.*k[^s]$", r"^\B|^\bs", r"^a*?a{2,}$",
    r"^(?-i:\p{Lu})\p{L}*", "^(?:a?b?)*$", r"^[é—-𝄞\x{1FFF}]+", r"^(?:a|bb|c c)\d{2}[\s\d-]*$", "^$",
    "^(?P<x>i)(?i:S)(?-i:s)", "^(?:a*)(?:a*)(?:a*)(?:a*)b$", r"^[^\n]+ [^\n]* [^\n]*[^\n .,:;]$", "(?s)^a.b",
    r"[\w'-]+\z",
)  # fmt: skip
"""Most as programs know them, some as only RE2 does."""

TEXT = of("sign up Sign is ab k S", "aAbBcSsk .-\"'é—ßſK\u2003𝄞1\n", st.characters(codec="utf-8"))
LINES = st.sampled_from(
    [
        "ab", "AB", "sign up!", "signup", "log  in", "It is k", "sign", "a b ab", "abab  ", "Ann Ab", "é Éa",
        "abcab", "c1", "abak9", "ak", "aks", "s b", "aa", "aaa", "Éa", "Bé", "aba", "éé", "\u2013𝄞", "a12 3-",
        "c c45", "", "", "",
        "iSs", "isS", "aab", "b", "a b c", "a b c.", "a\nb", "axb", "it's", "ſ", "K",
        "one two three four five",
    ]
)  # fmt: skip
"""Much of it is what an expression wants, or nearly."""

_NUMBER = st.integers(0, 5) | st.integers(IS_LINE, 5)
NUMBERS = st.none() | st.sets(_NUMBER, max_size=3) | st.frozensets(_NUMBER, max_size=3)


def asked(texts: Iterable[str], expressions: Sequence[str], case: bool) -> Callable[[int, bytes], bool]:
    """Return what tells for some texts and expressions, by their numbers, whether RE2 says that they fit."""
    patterns = [Pattern(expression, case=case) for expression in expressions]
    every = product(range(len(patterns)), [text.encode() for text in texts])
    # All of it beforehand, as nobody knows what RE2 does where there is no memory left.
    fitting = frozenset((number, data) for number, data in every if patterns[number].begins(data))
    return lambda number, data: (number, data) in fitting


@st.composite
def looks(draw: st.DrawFn) -> tuple[Any, ...]:
    """Draw a draft, some of its blocks, and what to look for in them."""
    text, blocks = draw(mostly(in_lines(LINES), drafts(TEXT)))
    indexes = st.sampled_from(range(len(blocks)))
    seen = (
        draw(st.dictionaries(indexes, mostly(st.none(), NUMBERS), min_size=1, max_size=6)) if blocks else {}
    )
    kinds = draw(st.just(KINDS) | st.lists(st.sampled_from(KINDS), min_size=1).map(tuple))
    expressions, case = draw(st.lists(st.sampled_from(EXPRESSIONS), max_size=9)), draw(st.booleans())
    programs = handed_over(program(expression, case=case) for expression in expressions)
    ask = asked((text[block.start : block.end] for block in blocks), expressions, case)
    return text, blocks, seen, programs, kinds, draw(st.just(0) | st.integers(-1, 5)), ask


@st.composite
def lines(draw: st.DrawFn) -> tuple[Any, ...]:
    """Draw a block of a draft, and of which lines it may be one."""
    text, blocks, seen, *whole = draw(looks().filter(lambda look: bool(look[2])))
    index, numbers = draw(st.sampled_from(sorted(seen.items(), key=lambda one: one[0])))
    start, end, kind, *_ = blocks[index]
    return text, draw(st.sampled_from([blocks[index], (start, end, kind)])), numbers, Whole(*whole)


ARGUMENTS = {"is_line": lines(), "whole_lines": looks()}
