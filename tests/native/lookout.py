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
from stylelint.openings import END, MARKS
from tests.native.blocks import KINDS
from tests.native.furniture import EXPRESSIONS, asked
from tests.native.strategies import ANY, mostly

INSTEAD: dict[str, tuple[str, ...]] = {
    signs.EDGE: ("", "", "a", "é", "."),
    signs.LINE_START: ("", "\n", "\n", "a"),
    signs.LINE_END: ("", "\n", "\n", "b"),
    signs.BEGIN: ("", "\n", "- ", "»» ", "a"),
    signs.FINISH: ("", "\n", "..\n", "\na", "a", *(f"{mark}\n" for mark in END)),
    signs.BLANKS: (" ", "  ", "    ", "", "\n"),
    signs.DIGIT: tuple("059a/:é"),
    signs.UPPER: tuple("AZa@[é"),
    signs.LOWER: tuple("azA`{é"),
    signs.LETTER: tuple("azAZ1@[`{é"),
    signs.WORD: tuple("azAZ09_@[`{/:é"),
    signs.OTHER: tuple("a \0\x7fé\n"),
    signs.MARK: tuple("!/:@[`{~ \x7f09azAZé"),
    signs.ANY_CASE: ("",),
}
"""What may stand in a text for each sign, and what may not."""

# A gram is four letters, and so many are known before it and after it.
_LETTERS = st.sampled_from([*"ababszZAk", "abba", "bab", " ", " ", "  ", "é", "ß", "ß", "ﬁ", "𝄞", "ı", "'"])
_SIGNS = st.sampled_from(sorted(INSTEAD))
_PIECE = mostly(st.one_of(_LETTERS, _LETTERS, _LETTERS, _SIGNS), ANY)


def in_case(factor: str) -> str:
    return signs.ANY_CASE + "".join(map(signs.one_case, factor))


_SOME = st.lists(_PIECE, min_size=1, max_size=4) | st.lists(_PIECE, min_size=4, max_size=12)
FACTORS = st.builds(
    lambda form, pieces: form("".join(pieces)),
    st.sampled_from(
        [
            str,
            in_case,
            in_case,
            lambda text: signs.BEGIN + text,
            lambda text: in_case(signs.BEGIN + text),
            lambda text: f"a{text}b",
            lambda text: in_case(f"a{text}b"),
            lambda text: f"{signs.EDGE}{text}{signs.EDGE}",
            lambda text: f"{text}{signs.FINISH}",
            lambda text: f"{signs.LINE_START}ab{text}",
        ]
    ),
    _SOME,
)


def _is_clear(factor: str) -> bool:
    """Whether there is no more than one way to find a factor."""
    blurred = any(
        signs.BLANKS in pair and pair.replace(signs.BLANKS, "", 1) in {" ", signs.OTHER, signs.BLANKS}
        for pair in map("".join, pairwise(factor))
    )
    halves = any("\ud800" <= letter <= "\udfff" for letter in factor)
    amid = signs.FINISH in factor[:-1]  # it stands last, see `signs`
    letters = factor.translate(dict.fromkeys(map(ord, signs.SIGNS)))
    return not blurred and not halves and not amid and bool(letters)


_GROUP = st.lists(FACTORS.filter(_is_clear), max_size=4)
_WORDS = st.sampled_from(["a", "ab", "b.a", "abba", "ab ab", "é", "k", "abbabab", "abbaba", "\0a"])
PLAIN = st.lists(st.lists(_WORDS, max_size=3).map("\n".join), max_size=3).map(tuple)
NOISE = st.sampled_from(
    [*MARKS, *"ab AB\n.!?…)\"'»]_-1ſéßẞ\N{KELVIN SIGN}\ufde0\0", "ab ", "AB ", ". ", '." ', "  "]
)
USUAL = st.sampled_from([*'abAB  .!"-_1\n\né€xX,\t', "ab_", "1ab"])
"""Without letters beyond ASCII that in one case are of ASCII: what stands beside letters tells much then."""
_MUCH = "\n" * 4000


_NEEDS = st.frozensets(st.integers(0, 5), min_size=1, max_size=2) | st.sampled_from([{0}, {1, 2}]).map(
    frozenset
)
_RULES = st.integers(-1, 3) | st.just(2000)
OWNERS = st.lists(st.tuples(_RULES, _NEEDS), max_size=3).map(tuple)
_NUMBERS = range(12)
"""More than there are groups in blocks."""

_EACH = {number: ((number, frozenset({number})),) for number in _NUMBERS}
"""Each number is that of a rule, so that all of it is told."""


@st.composite
def _text(draw: st.DrawFn, known: list[str]) -> Look:
    """Draw a text in which some factors stand, or nearly, with its blocks."""
    parts, noise = list[str](), draw(st.sampled_from([NOISE, USUAL]))
    for factor in draw(st.lists(mostly(st.sampled_from(known), st.just("")), max_size=12)):
        parts.append("".join(draw(st.sampled_from(INSTEAD.get(letter, (letter,)))) for letter in factor))
        if factor.startswith(signs.ANY_CASE) and draw(st.booleans()):
            parts[-1] = parts[-1].upper()
        parts += draw(st.lists(noise, max_size=3))
    # Blocks begin and end with parts, or in the middle of them.
    text, ends = "".join(parts), [0, *accumulate(map(len, parts))]
    bounds = draw(st.lists(mostly(st.sampled_from(ends), st.integers(0, len(text))), max_size=8))
    if draw(st.booleans()):
        bounds += [0, len(text)]
    bounds.sort()
    if draw(st.booleans()):
        lines = list(accumulate(map(len, text.split("\n")), lambda end, size: end + 1 + size))[:8]
        bounds = [at for end, next in pairwise([-1, *lines]) for at in (end + 1, next)]
    if draw(st.integers(0, 5)) == 0:  # what is short is looked at otherwise in Python
        text += _MUCH
    kind = st.sampled_from([*KINDS[:2] * 4, *KINDS])
    return text, tuple(Block(a, b, draw(kind)) for a, b in [*pairwise(bounds)][::2])


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
    anywhere, in_blocks = (draw(st.lists(_GROUP, max_size=4)) for _ in range(2))
    if draw(st.integers(0, 5)) == 0:  # often an error, which leaves nothing to be found
        in_blocks.append([draw(FACTORS)])
    plain = draw(PLAIN), draw(PLAIN)
    known = [one for group in [*anywhere, *in_blocks] for one in group] + "\n".join(sum(plain, ())).split(
        "\n"
    )
    texts = draw(st.lists(_text(known), min_size=1, max_size=2))
    groups = *(tuple(map("\n".join, some)) for some in (anywhere, in_blocks)), *plain
    if draw(st.booleans()):
        return groups, texts, _EACH, dict.fromkeys(_NUMBERS)
    owners = draw(st.fixed_dictionaries(dict.fromkeys(_NUMBERS, OWNERS)))
    whole = st.none() | _whole(texts)
    return groups, texts, owners, draw(st.fixed_dictionaries(dict.fromkeys([*range(-1, 4), 2000], whole)))


ARGUMENTS = {
    "one_case": st.tuples(ANY),
    "Lookout": looks(),
}


def _factors() -> list[str]:
    """Return each sign before letters, after them, between them, and beside blanks."""
    forms = "{}ab", "ab{}", "ab{}ab", "{}a", "a{}", "a{}b", "  {}", "abbab{}abbab"
    blanks = signs.BLANKS
    beside = f"a{blanks}{{}}", f"a{blanks}{{}}b", f"{{}}{blanks}a", f"abba{blanks}{{}}b", f"b{{}}{blanks}abba"
    openings = f"{signs.BEGIN}{{}}ab", f"{signs.BEGIN}ab{{}}", f"{signs.BEGIN}abbabab{{}}"
    plain = [form.format(sign) for sign in (*INSTEAD, "@") for form in (*forms, *beside, *openings)]
    return list(filter(_is_clear, [*plain, *map(in_case, plain)]))


def _lines() -> list[str]:
    """Return texts with some letter, of each sort and beside it, where a sign may stand."""
    letters = dict.fromkeys(letter for some in (*INSTEAD.values(), MARKS, END, "ó") for letter in some)
    forms = "{}ab", "ab{}", "ab{}ab", "{}a.", "a{}b", "a  {}b", "abba {}b", "b{}  abba", "abbab{}ABbab"
    return ["A. Ab", *(form.format(letter) for letter in letters for form in forms)]


def _all_signs() -> tuple[Any, ...]:
    factors, lines = tuple(_factors()), _lines()
    openings = tuple(case(signs.BEGIN + sign) for sign in INSTEAD for case in (str, in_case))
    ends = accumulate(len(line) + 1 for line in lines)
    blocks = tuple(Block(end - len(line) - 1, end - 1) for line, end in zip(lines, ends, strict=True))
    groups = factors[::3], factors + openings, ("ab\na", "k"), ("ab", "b")
    numbers = range(sum(map(len, groups[1:])))
    owners = {number: ((number, frozenset({0})),) for number in numbers}
    return groups, [("\n".join(lines), blocks)], owners, dict.fromkeys(numbers)


_LETTERS_ALIKE = "".join(map(chr, range(128))) + "éÉßẞſıİKµﬁΣς\u0345\u1e9b\ud800"

CASES = {
    "one_case": [(letter,) for letter in _LETTERS_ALIKE],
    "Lookout": [_all_signs()],
}
