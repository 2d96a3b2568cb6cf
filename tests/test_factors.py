"""Which letters must stand in a text for an expression to match: always true, and mostly of use."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stylelint.document import Block
from stylelint.factors import factors
from stylelint.lookout import Lookout
from stylelint.openings import END, START
from stylelint.patterns import Pattern
from stylelint.signs import SIGNS
from tests.conftest import ROOT
from tests.seen import seen_in
from tests.test_literals import REGEXES

WORDS = r"\b ^ $ {begin} {blanks} \d [A-Z] [a-z] [A-Za-z] \w . {mark} (?i) {finish}"
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
        (r"\d[\d.,]* percent\b", [rf"(?i){one} percent\b" for one in (r"\d", ",", ".")]),
        (r"(?-i:[A-Za-z]+(´)s)", [r"[A-Za-z]´s"]),
        (rf"{START}(?:sign up|log in)", ["(?i){begin}log in", "(?i){begin}sign up"]),
        (rf"{START}(?:\d+ of \d+)", [r"(?i)\d of \d"]),
        (r"^(?:a|b)$", ["(?i)^a$", "(?i)^b$"]),
        (rf"{START}(?:ads?){END}", ["(?i){begin}ad{finish}", "(?i){begin}ads{finish}"]),
        (r"(?-i:Pier [a-z]+ Esplanade)", [r"[a-z] Esplanade"]),
        (r"(?-i:(?:\d+:)?Pier)", ["Pier"]),
        (r"(?-i:\d[\d,]* ?%)", [r", %", r",%", r"\d %", r"\d%"]),
        (r"(?-i:[a-z]( {2,})[a-z])", ["[a-z]  "]),
        (r"(?-i:Pier[.,;:?!)'\"])", ["Pier{mark}"]),
        (r"[a-z]{2}[A-Z]", []),
        (r"(?:pier)*", []),
        (r"\Qpier\E", []),
        ("\ufdd0", []),
        ("", []),
    ],
)
def test_factors(regex: str, expected: list[str]) -> None:
    assert sorted(map(shown, factors(regex))) == sorted(expected)


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
    if found:
        stands = seen_in(Lookout((), ("\n".join(found),), (), ()), text, block)[1] == [(0, 0)]
        matches = Pattern(regex, case=False).stands_in(text.encode())
        assert stands or not matches


def test_what_a_letter_has_in_common_with_all_that_re2_takes_for_it() -> None:
    letters = [chr(code) for code in range(0x250) if chr(code).isalpha()] + list("ſKÅςΣσϐΒᾳᾼẞIİı")
    for letter in letters:
        texts = factors(letter)
        alike = [
            match[0].decode()
            for match in Pattern(letter, case=False).program.finditer("".join(letters).encode())
        ]
        assert alike
        if texts:
            assert [seen_in(Lookout(("\n".join(texts),), (), (), ()), one, ())[0] for one in alike] == [
                [0]
            ] * len(alike)


def test_a_rulebook_s_needs_are_known_by_them() -> None:
    from stylelint.rulebook import load

    rules = load([str(ROOT / "rules/newsroom.yml")]).rules
    waits = [wait for rule in rules for wait in rule.check.waits() if wait]
    assert waits
    assert [wait for wait in waits if not any(all(found for _, found in part) for part in wait)] == []
