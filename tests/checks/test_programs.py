"""Expressions as programs: they say what RE2 says, or leave it to RE2."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate, pairwise, product, starmap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stylelint import native, rulebook
from stylelint.checks import _lines
from stylelint.checks._lines import handed_over
from stylelint.checks._macros import whole
from stylelint.checks._programs import program
from stylelint.checks.furniture import Furniture
from stylelint.document import Block
from stylelint.patterns import Pattern
from tests.test_literals import REGEXES


@pytest.mark.parametrize(
    "expression",
    [
        "(?s)a.b",  # flags of their own
        r"\Qa.b\E",
        r"\Aab\z",
        "[[:alpha:]]",
        "(?:a?)*",  # it may go round without getting on
        "é",  # its capital is in the tables of Unicode
        "[à-ü]",
        r"\p{Lu}",
        r"\p{Greek}",
        "(?:abcdefgh{900}){900}",  # too long
    ],
)
def test_what_is_left_to_re2_has_no_program(expression: str) -> None:
    assert program(expression, case=False) == ""


@pytest.mark.parametrize("expression", ["é", "[à-ü]", r"\p{Lu}", "(?-i:É)", "[«»—]", r"[^\w.,\-]{2,5}"])
def test_where_capitals_matter_more_has_one(expression: str) -> None:
    assert program(expression, case=True)


@pytest.mark.skipif(native.COMPILED is None, reason="nothing is compiled here")
@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        ("(?-i:a)bc", "aBC", True),
        ("(?-i:a)bc", "Abc", False),  # what stands beside it may be in capitals
        ("(?-i:Must [Rr]ead)", "Must Read", True),
        ("(?-i:Must [Rr]ead)", "MUST READ", False),
        (r"\x{41}\x42\.", "ab.", True),
        (r"\x{41}\x42\.", "abc", False),
        ("{pier}", "{pier}", True),
        ("{pier}", "p", False),  # no class
    ],
)
def test_what_a_program_matches(expression: str, text: str, expected: bool) -> None:
    assert Pattern(whole(expression), case=False).begins(text.encode()) is expected
    assert is_line(program(whole(expression), case=False), text, ask=lambda *_: not expected) is expected


@pytest.mark.skipif(native.COMPILED is None, reason="nothing is compiled here")
@given(REGEXES, st.text(alphabet="abAx.é ", min_size=1, max_size=12), st.booleans())
@settings(deadline=None)
def test_a_program_says_what_re2_says(expression: str, text: str, case: bool) -> None:
    expected = Pattern(f"^(?:{expression})", case=case).begins(text.encode())
    assert is_line(program(expression, case=case), text, ask=lambda *_: expected) is expected


def is_line(code: str, text: str, ask: Callable[[int, bytes], bool]) -> bool:
    """Tell whether a text is the line of a program, which is asked, or `ask` where it cannot say."""
    programs = handed_over([code])
    return bool(_lines.whole_lines(text, (Block(0, len(text)),), {0: {0}}, programs, ("paragraph",), 0, ask))


CLOSE = (
    "[b-dx-z]", "[^b-dx-z]a?", "s", "k", "[j-l]+", "[^s]", "(?-i:[ks])", r"[^\w.]", "[^é]", r"[^\p{L}]",
    "[^à-ü]b?", "[«-»]", "(?-i:É)", r"\Ba", r"\ba", r"a\B.*", r"a\b.*", r".\b.\B.", r".*\B", r"[^\n]*\bs",
    r"[^\n]*\Bs", r"[^\n]*\b[ks]", "[^\\n]*k", "[^\\n]*[k-s]", ".*s[^s]", "a{1,3}b?", "a{2}", "[ab]{1,2}s?",
    "[ab]{2,}", "a*ab", "(?:a|b|as)*s", "a?^b", "(?:^|a)b", "a$|ab", "a?$", "abs", "(?-i:As)", "ab?s?",
    "(?:abs|bas|sab|s)+", "a[^s]?b", r"a\n?b", "a.b", r"[^\n]*b", r"[^\n]*sa",
)  # fmt: skip
"""Expressions that a text fits or does not by a letter: at the ends of classes, runs, words and blocks."""

NARROW = [
    *("".join(signs) for size in (1, 2, 3) for signs in product("aAbs é_\n", repeat=size)),
    *map(chr, range(0x20, 0x180)),
    *"\u017f\u212a\u2003",
    *(
        f"{'ab-' * 9}{end}"
        for end in ("s", "k", "\u017f", "\u212a", "é", " s", " \u212a", "s a", "sé", "", "\ns", "SA", "sa")
    ),
]
random.Random(7).shuffle(NARROW)


@pytest.mark.skipif(native.COMPILED is None, reason="nothing is compiled here")
@pytest.mark.parametrize("case", [False, True])
@pytest.mark.parametrize("expression", CLOSE)
def test_a_program_says_what_re2_says_where_it_is_close(expression: str, case: bool) -> None:
    """One after the other in one draft, so that no letter of the block before is taken for one of this."""
    pattern = Pattern(whole(expression), case=case)
    ends = [0, *accumulate(map(len, NARROW))]
    blocks, seen = tuple(starmap(Block, pairwise(ends))), dict.fromkeys(range(len(NARROW)))
    programs = handed_over([program(whole(expression), case=case)])
    found = _lines.whole_lines(
        "".join(NARROW), blocks, seen, programs, ("paragraph",), 0, lambda _, data: pattern.begins(data)
    )
    assert [NARROW[index] for index in found] == [text for text in NARROW if pattern.begins(text.encode())]


def kinds() -> list[Furniture]:
    book = rulebook.load(["newsroom"])
    checks = [getattr(rule.check, "made", rule.check) for rule in book.rules]
    return [check for check in checks if isinstance(check, Furniture)]


def texts(check: Furniture) -> Iterator[str]:
    """Yield texts that nearly are a line: pieces of expressions without their signs, in some disorder."""
    chance = random.Random(7)
    words = [
        word
        for line in check.lines
        for word in line.translate(dict.fromkeys(map(ord, "\\\\?*+()[]{}|^$"), " ")).split()
    ]
    for line in check.lines:
        plain = (
            line.replace("{any}", "and so on").replace("{name}", "The Tide").replace("{headline}", "A pier")
        )
        for _ in range(3):
            text = "".join(
                chance.choice((sign, sign, sign, "")) if sign in "?:()[]|\\\\" else sign for sign in plain
            )
            yield chance.choice((str, str.upper, str.title))(text)
            yield " ".join(chance.choices(words, k=chance.randint(1, 9)))


def say(told: bool, number: int, data: bytes) -> bool:
    return told


@pytest.mark.skipif(native.COMPILED is None, reason="nothing is compiled here")
def test_the_lines_of_the_rulebooks_are_what_re2_says() -> None:
    """Each line is asked about texts of its rule, as a program and by RE2."""
    matched = 0
    for check in kinds():
        patterns = [Pattern(whole(line), case=check.case) for line in check.lines]
        programs = handed_over(check._programs)
        for text in texts(check):
            for number, pattern in enumerate(patterns):
                block, seen = (Block(0, len(text)),), {0: {number}}
                told = bool(text) and pattern.begins(text.encode())
                found = _lines.whole_lines(text, block, seen, programs, ("paragraph",), 0, partial(say, told))
                assert bool(found) is told, (check.lines[number], text)
                matched += told
    assert matched > 100
