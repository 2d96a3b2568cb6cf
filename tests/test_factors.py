"""Which letters must stand in a text for an expression to match: always true, and mostly of use."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stylelint.document import Block
from stylelint.factors import factors
from stylelint.lookout import Lookout
from stylelint.openings import START
from stylelint.patterns import Pattern
from stylelint.signs import SIGNS
from tests.conftest import ROOT
from tests.test_literals import REGEXES

WORDS = r"\b ^ $ {begin} {blanks} \d [A-Z] [a-z] [A-Za-z] \w . (?i)"
NAMES = dict(zip(sorted(SIGNS), WORDS.split(" "), strict=False))


def shown(text: str) -> str:
    """Return a factor with its signs as they can be read."""
    return "".join(NAMES.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("regex", "expected"),
    [
        (r"\bcolours?\b", [r"(?i)\bcolour\b", r"(?i)\bcolours\b"]),
        (r"(?-i:\bPier +Head\b)", [r"\bPier{blanks}Head\b"]),
        (r"(?-i:[Pp]ier \d{1,2})", [r"Pier \d", r"pier \d"]),
        (
            r"\b(?:Mr|Ms)\.? (?-i:[A-Z])",
            [r"(?i)\bmr [A-Za-z]", r"(?i)\bmr. [A-Za-z]", r"(?i)\bms [A-Za-z]", r"(?i)\bms. [A-Za-z]"],
        ),
        (r"\d[\d.,]* percent\b", [r"(?i) percent\b"]),
        (r"(?-i:[A-Za-z]+(´)s)", [r"[A-Za-z]´s"]),
        (rf"{START}(?:sign up|log in)", ["(?i){begin}log in", "(?i){begin}sign up"]),
        (rf"{START}(?:\d+ of \d+)", [r"{begin}\d"]),
        (r"^(?:a|b)$", ["(?i)^a$", "(?i)^b$"]),
        (r"[a-z]{2}[A-Z]", []),
        (r"(?:pier)*", []),
        (r"\Qpier\E", []),
        ("\ufdd0", []),
        ("", []),
    ],
)
def test_factors(regex: str, expected: list[str]) -> None:
    assert sorted(map(shown, factors(regex).texts)) == sorted(expected)


TEXTS = st.lists(
    st.sampled_from(["a", "b", "A", "x", ".", "é", " ", "ab", "xx", "\n", "É"]), max_size=12
).map("".join)


@given(REGEXES, TEXTS, st.booleans())
@settings(deadline=None, max_examples=300)
@example(" +.x", "a   x", False)
@example(r"(?:a|\b) +b", "a  b", False)
@example("ab(?-i:[A-Z])", "abA", False)
def test_a_text_that_matches_has_one_of_them(regex: str, text: str, start: bool) -> None:
    regex = f"{START}(?:{regex})" if start else regex
    text = text.replace("\n", " ") if start else text  # a block has no line ends
    found, block = factors(regex), (Block(0, len(text)),)
    if found.texts:
        stands = Lookout((), ("\n".join(found.texts),), (), ()).seen(text, block)[1] == [(0, 0)]
        matches = Pattern(regex, case=False).stands_in(text.encode())
        assert stands or not matches


@given(REGEXES, TEXTS, st.booleans())
@settings(deadline=None, max_examples=300)
@example("xx. +a", "xx.b", False)
@example("ab(?-i:[A-Z])", "abx", False)
@example(r"\b *", " ", True)
@example(r" (?: )+", " ", True)
@example("ab(?-i:A)", "aba", False)
def test_what_is_exact_matches_wherever_one_of_them_stands(regex: str, text: str, start: bool) -> None:
    regex = f"{START}(?:{regex})" if start else regex
    text = text.replace("\n", " ") if start else text
    text = text.replace("é", "e").replace("É", "E")  # beyond ASCII, a class takes any letter
    found = factors(regex)
    if found.exact and Lookout((), ("\n".join(found.texts),), (), ()).seen(text, (Block(0, len(text)),))[1]:
        assert Pattern(regex, case=False).stands_in(text.encode())


def test_what_a_letter_has_in_common_with_all_that_re2_takes_for_it() -> None:
    letters = [chr(code) for code in range(0x250) if chr(code).isalpha()] + list("ſKÅςΣσϐΒᾳᾼẞIİı")
    for letter in letters:
        texts = factors(letter).texts
        alike = [
            match[0].decode()
            for match in Pattern(letter, case=False).program.finditer("".join(letters).encode())
        ]
        assert alike
        if texts:
            assert [Lookout(("\n".join(texts),), (), (), ()).seen(one, ())[0] for one in alike] == [
                [0]
            ] * len(alike)


def test_a_rulebook_s_needs_are_nearly_all_known_by_them() -> None:
    from stylelint.rulebook import load

    rules = load([str(ROOT / "rules/newsroom.yml")]).rules
    branches = [branch for rule in rules for wait in rule.check.waits() for part in wait for branch in part]
    assert len([text for text, _, sure in branches if not sure]) < len(branches) / 20
