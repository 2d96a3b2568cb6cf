"""Arguments for the functions of lookout.c, lookout_met.c and met.c."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

from hypothesis import strategies as st

from stylelint import signs
from stylelint.checks._lines import handed_over
from stylelint.checks._programs import program
from stylelint.document import Block
from stylelint.lookout import Look
from tests.native.blocks import KINDS
from tests.native.furniture import EXPRESSIONS, asked
from tests.native.strategies import ANY, of

_PARTS = st.sampled_from([*"ababs", "ab", "ab", "  ", *"B .ék", *sorted(signs.SIGNS)[:14]])
_SOME = st.lists(_PARTS | _PARTS | _PARTS | ANY, min_size=1, max_size=4).map("".join)
FACTORS = _SOME.flatmap(
    lambda text: st.sampled_from(
        [
            text,
            signs.ANY_CASE + text.lower(),
            signs.BEGIN + text,
            f"a{text}b",
            f"{signs.EDGE}{text}{signs.EDGE}",
            f"{signs.LINE_START}ab{signs.EDGE}",
        ]
    )
)
GROUPS = st.lists(st.lists(FACTORS, max_size=3).map("\n".join), max_size=4).map(tuple)
_WORDS = st.sampled_from(["a", "ab", "b.a", "abba", "ab ab", "é", "k"])
PLAIN = st.lists(st.lists(_WORDS, max_size=3).map("\n".join), max_size=3).map(tuple)
TEXT = of("ab AB abba a.b ab.a", "abAB  .!?…)\"'»•*_-1\n\N{KELVIN SIGN}ſéßẞ\ufde0")
USUAL = of("ab AB abba a.b ab.a ab_ 1ab", 'abAB  .!"-_1\n\né', st.sampled_from("€xX,\t"))
"""Without letters beyond ASCII that in one case are of ASCII: what stands beside letters tells much then."""
_MUCH = "\n" * 4000


_NEEDS = st.frozensets(st.integers(0, 5), min_size=1, max_size=2) | st.sampled_from([{0}, {1, 2}]).map(
    frozenset
)
_RULES = st.integers(-1, 3) | st.just(2000)
OWNERS = st.lists(st.tuples(_RULES, _NEEDS), max_size=3).map(tuple)
_NUMBERS = range(12)
"""More than there are groups in blocks."""


@st.composite
def _text(draw: st.DrawFn) -> Look:
    """Draw a text with its blocks."""
    text = draw(TEXT | USUAL)
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    if draw(st.booleans()):
        lines = list(accumulate(map(len, text.split("\n")), lambda end, size: end + 1 + size))[:8]
        ends = [at for end, next in pairwise([-1, *lines]) for at in (end + 1, next)]
    if draw(st.booleans()):  # what is short is looked at otherwise in Python
        ends = [*ends[: len(ends) // 2 * 2], len(text), len(text) + len(_MUCH)]
        text += _MUCH
    kind = st.sampled_from([*KINDS[:2] * 4, *KINDS])
    return text, tuple(Block(a, b, draw(kind)) for a, b in [*pairwise(ends)][::2])


@st.composite
def _whole(draw: st.DrawFn, texts: Sequence[Look]) -> tuple[Any, ...]:
    """Draw what tells whether a block of some texts is a line."""
    expressions, case = draw(st.lists(st.sampled_from(EXPRESSIONS), max_size=4)), draw(st.booleans())
    programs = handed_over(program(expression, case=case) for expression in expressions)
    ask = asked((text[one.start : one.end] for text, blocks in texts for one in blocks), expressions, case)
    return programs, KINDS[: draw(st.integers(1, len(KINDS)))], draw(st.integers(0, 3)), ask


@st.composite
def looks(draw: st.DrawFn) -> tuple[Any, ...]:
    """Draw what is looked for, texts with their blocks, who is met by that, and what tells of their lines."""
    groups = draw(GROUPS), draw(GROUPS), draw(PLAIN), draw(PLAIN)
    texts = draw(st.lists(_text(), min_size=1, max_size=2))
    owners = draw(st.fixed_dictionaries(dict.fromkeys(_NUMBERS, OWNERS)))
    whole = st.none() | _whole(texts)
    return groups, texts, owners, draw(st.fixed_dictionaries(dict.fromkeys([*range(-1, 4), 2000], whole)))


ARGUMENTS = {
    "one_case": st.tuples(ANY),
    "Lookout": looks(),
}
