from __future__ import annotations

import pytest

from stylelint import readers
from stylelint.checks._spelling import ENDINGS, distance, is_kin, made_of, skeleton, two_people
from stylelint.checks.base import View
from stylelint.checks.names import Names


def found(text: str, check: Names | None = None) -> list[tuple[str, str, bool]]:
    check = check or Names()
    document = readers.read("a.txt", text.encode())
    view = View(document, check.scope, check.quotes)
    findings = sorted(check.find(view), key=lambda f: f.start)
    return [(document.prose[f.start : f.end], f.values["other"], f.sure) for f in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The same surname, first names that sound alike.
        (
            "The aide was Stephen Varga. Later Stephen Varga left, and Steven Varga came.",
            [("Steven", "Stephen", True)],
        ),
        # The same first name, surnames one letter apart.
        (
            "They met Robert Menalez and Robert Menalez again, then Robert Meralez.",
            [("Meralez", "Menalez", True)],
        ),
        # In a short surname one vowel may well make another person.
        ("They met James Rosen, then James Risen.", [("Rosen", "Risen", False), ("Risen", "Rosen", False)]),
        # Alone, after a form of address.
        ("It was Obrada, said Obrada to Obrada's friend. Mr. Obrda left.", [("Obrda", "Obrada", True)]),
        # Capitals inside.
        ("They sued VyLumen. They saw Vylumen win.", [("Vylumen", "VyLumen", True)]),
        # One word or two.
        ("For TideWatch, TideWatch said, Tide Watch won.", [("Tide Watch", "TideWatch", True)]),
        ("He ran into DonaldDunmore, and Donald Dunmore fell.", []),
        ("For LeVar, LeVar said, Le Var won.", [("Le Var", "LeVar", True)]),
        # Capitals with an accent, and names with a hyphen.
        (
            "It was Émile Obrada. Later Émille Obrada left.",
            [("Émile", "Émille", True), ("Émille", "Émile", True)],
        ),
        (
            "They met Ann Varga-Menalez, and then Ann Varga-Meralez.",
            [("Varga-Menalez", "Varga-Meralez", True), ("Varga-Meralez", "Varga-Menalez", True)],
        ),
        ("The Varga-era pier and the Varga-erb pier.", []),
        # Accents.
        ("To Sandoria, to Sandoria and to Sandória, to Sandoria.", [("Sandória", "Sandoria", True)]),
        # Common words, peoples, plurals, all capitals.
        ("The Minister was at the Ministry. The Minister left Defense Ministry.", []),
        ("Germany won. The Germans and the German team of Germany, in Germany, with Germany.", []),
        ("The Clinton years; the Clintons; Bill Clinton, Hillary Clinton.", []),
        ("They like MARTHA Brand and Martha Brand.", []),
        # A word that only opens sentences is no name.
        ("Then the White House spoke. While House aides wept, White House staff left.", []),
    ],
)  # fmt: skip
def test_spellings(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("faults", "text", "expected"),
    [
        (
            "full-again",
            "We asked Ines Calder; the man, Calder said, knows, and so does Ines Calder.",
            ["Ines Calder"],
        ),
        ("full-again", "We asked Ines Calder. In New York, and in New York again.", []),
        ("surname-first", "They asked Sen. Calder. Of that, Ines Calder knows, Calder said.", []),
        ("surname-first", "They asked I. Calder. Of that, Ines Calder knows, Calder said.", []),
        ("surname-first", "Near Calder it rained. Of that, Ines Calder knows, Calder said.", []),
        ("surname-first", "The Calder case. Of that, Ines Calder knows, Calder said.", []),
        ("surname-first", "Of Republicans, House Republicans know, Republicans said.", []),
        ("surname-first", "They asked Calder. While Calder knows, Calder said.", []),
        ("surname-first", "They asked Calder. As Calder knows, Calder said.", []),
        ("surname-first", "Of the Department, Harbour Department knows, Department said.", []),
        ("full-again", "We asked Ines Calder. Calder said no. — Ines Calder (@ines)", []),
        ("full-again", "We asked Ines Calder. Calder said no. So did Tom Calder. Ines Calder left.", []),
        ("surname-first", "They asked Calder. Of that, Ines Calder knows, Calder said.", ["Calder"]),
        (
            "surname-first",
            "They asked Calder. Of that, Ines Calder knows, and Tom Calder said to Calder so.",
            [],
        ),
    ],
)
def test_people(faults: str, text: str, expected: list[str]) -> None:
    assert [finding[0] for finding in found(text, Names(faults=faults))] == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Stephen", "Steven", True),
        ("Kaleigh", "Kayleigh", True),
        ("Obama", "Obma", True),
        ("Hall", "Ball", False),
    ],
)
def test_skeleton(one: str, two: str, same: bool) -> None:
    assert (skeleton(one) == skeleton(two)) is same


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("a", "a", 0),
        ("trump", "turmp", 1),
        ("miller", "muler", 2),
        ("abc", "xyz", 3),
        ("untied", "united", 1),
    ],
)
def test_distance(one: str, two: str, expected: int) -> None:
    assert distance(one, two) == distance(two, one) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Ukraine", "Ukrainian", True),
        ("Clinton", "Clintons", True),
        ("France", "French", True),
        ("Office", "Officer", True),
        ("Zarensky", "Zarenskyy", False),
        ("Obama", "Obma", False),
    ],
)
def test_derived(one: str, two: str, expected: bool) -> None:
    for pair in ((one, two), (two, one)):
        assert (is_kin(*pair) or made_of(*pair, ENDINGS)) is expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Eric", "Erica", True),
        ("Steve", "Steven", True),
        ("Julian", "Julio", False),
        ("Mario", "Maria", True),
    ],
)
def test_two_people(one: str, two: str, expected: bool) -> None:
    assert two_people(one, two) is expected
