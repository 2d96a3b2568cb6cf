"""The kind `title`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks.title import House, Title, adapt
from tests.checks.told import mended, problems, told

OFFICE = Title(
    "secretary-general",
    ("Secretary General", "Secretary-General", "Sec. Gen."),
    ("Secretaries General", "Secretaries-General", "Sec. Gens."),
    (
        House(("NATO", "North Atlantic Treaty Organization"), "Secretary General"),
        House(("The United Nations", "United Nations", "UN", "U.N."), "Secretary-General"),
    ),
)
VICE = Title("vice president", ("Vice President", "Vice-President"), ("Vice Presidents", "Vice-Presidents"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO Secretary-General Mona Lind spoke.", "NATO Secretary General Mona Lind spoke."),
        ("Nato’s former Secretary-General spoke.", "Nato’s former Secretary General spoke."),
        ("NATO SECRETARY-GENERAL SPEAKS", "NATO SECRETARY GENERAL SPEAKS"),
        ("NATO Sec. Gen. Mona Lind spoke.", "NATO Secretary General Mona Lind spoke."),
        ("The secretary general of the United Nations.", "The secretary-general of the United Nations."),
        ("The Secretary-general of NATO.", "The Secretary general of NATO."),
        ("Secretary General Ana Ode of the U.N. spoke.", "Secretary-General Ana Ode of the U.N. spoke."),
        ("Two UN secretaries general spoke.", "Two UN secretaries-general spoke."),
        ("The UN Secretary General’s office.", "The UN Secretary-General’s office."),
        ("North Atlantic Treaty Organization (NATO) Secretary-General.",
         "North Atlantic Treaty Organization (NATO) Secretary General."),
        ("Mona Lind, NATO secretary general, left. Then Secretary-General Lind rose.",
         "Mona Lind, NATO secretary general, left. Then Secretary General Lind rose."),
    ],
)  # fmt: skip
def test_each_organisation_has_its_form(text: str, expected: str) -> None:
    assert mended(OFFICE, text) == expected
    assert {d.level for d in told(OFFICE, text)} == {"warning"}
    assert not told(OFFICE, expected)


@pytest.mark.parametrize(
    "text",
    [
        "UN Secretary-General Ana Duarte met NATO Secretary General Mona Lind.",
        "“The NATO Secretary-General is here,” he said.",
        "UN Under-Secretary General Paul Osei spoke.",
        "The UN Secretary General Building shut.",
        "The Office of the Secretary General wrote to the UN.",
        "The UN Association Secretary General spoke.",
        "The secretary general of the United Nations Association spoke.",
        "NATO and UN secretaries-general met.",
        "The Red Union Secretary General met the Blue Union Secretary-General.",
        "The UN secretary spoke, and so did General Lind.",
        "Secretary General Per Holm met NATO Secretary General Mona Lind. Secretary-General Ana Duarte came.",
        "Secretary General Per Holm spoke.\n\nThen came Secretary-General Ana Duarte.",
        "It was NATO. Secretary-General Ana Duarte came.",
        "The unit’s NATO-led secretary-generalship.",
    ],
)
def test_traps(text: str) -> None:
    assert not [d for d in told(OFFICE, text) if d.level != "suggestion"]


def test_the_same_person_has_one_title() -> None:
    text = "Secretary General Per Holm spoke. Later Secretary-General Holm left. Secretary General Holm came."
    assert [d.text for d in told(OFFICE, text)] == ["Secretary-General"]


def test_a_guess_is_a_suggestion_and_its_fix_unsafe() -> None:
    first, second = told(OFFICE, "NATO’s secretary-general spoke.\n\nThe secretary-general left.", fix="safe")
    assert (first.level, first.fix and first.fix.safe) == ("warning", True)
    assert (second.level, second.fix and second.fix.safe) == ("suggestion", False)


def test_where_two_offices_are_spoken_of_nothing_is_guessed() -> None:
    text = "NATO’s secretary general met the UN secretary-general.\n\nThe secretary-general left."
    assert not told(OFFICE, text)


def test_a_surname_of_two_offices_says_nothing() -> None:
    text = "NATO Secretary General Lind met UN Secretary-General Lind. Then Secretary-General Lind left."
    assert not told(OFFICE, text)


def test_message_and_the_place_of_the_right_form() -> None:
    text = "NATO Secretary General Lind spoke.\n\nNATO Secretary-General Lind left."
    (found,) = told(OFFICE, text, message="{organisation}: {found} → {replacement}")
    assert found.message == "NATO: Secretary-General → Secretary General"
    assert [(r.line, r.column, r.message) for r in found.related] == [(1, 6, "“Secretary General” here")]


@pytest.mark.parametrize(
    ("otherwise", "expected"),
    [
        ("consistent", "Vice-President Al Bo, two Vice-Presidents, a vice-president."),
        ("first", "Vice President Al Bo, two Vice Presidents, a vice president."),
        ("leave", "Vice President Al Bo, two Vice-Presidents, a vice-president."),
    ],
)
def test_without_an_organisation_the_article_decides(otherwise: str, expected: str) -> None:
    check = Title("vice president", VICE.forms, VICE.plurals, otherwise=otherwise)  # type: ignore[arg-type]
    assert mended(check, "Vice President Al Bo, two Vice-Presidents, a vice-president.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vice-President Al Bo, the vice-president.",
        "Vice President Al Bo, the vice-president-elect, vice-presidential.",
        "Vice President Al Bo wrote “Our Vice-President”.",
    ],
)
def test_one_form_is_no_fault(text: str) -> None:
    assert not told(VICE, text)


def test_capitals_can_matter() -> None:
    check = Title("major general", ("Major General", "Major-General"), case=True)
    assert not told(check, "Major-General Ivo Lund won no major general election.")
    assert told(check, "Major-General Ivo Lund met Major General Bo.")


@pytest.mark.parametrize(
    ("found", "form", "expected"),
    [
        ("secretary-general", "Secretary General", "secretary general"),
        ("SECRETARY GENERAL", "Secretary-General", "SECRETARY-GENERAL"),
        ("Secretary general", "Secretary-General", "Secretary-general"),
        ("sec. gen.", "Secretary General", "secretary general"),
        ("Sec. Gen.", "Secretary General", "Secretary General"),
        ("SEC. GEN.", "Secretary General", "SECRETARY GENERAL"),
    ],
)
def test_capitals_stay_as_they_were(found: str, form: str, expected: str) -> None:
    assert adapt(found, form) == expected


@pytest.mark.parametrize(
    ("check", "key", "part"),
    [
        (Title("x", ("A B",)), "forms", "at least two"),
        (Title("x", ("A B", "A-B"), ("As B",)), "plurals", "each of the 2 forms"),
        (Title("x", ("A B", "A-B"), house=(House(("UN",), "A  B"),)), "house", "“A  B” is none of the forms"),
        (Title("x", ("A B", "A-B"), house=(House((), "A B"),)), "house", "must name"),
        (Title("x", ("A B", "A-B"), house=(House(("UN", "UN"), "A B"),)), "house", "“UN” is there twice"),
    ],
)
def test_what_cannot_be(check: Title, key: str, part: str) -> None:
    assert part in problems(check)[key]
    assert not problems(OFFICE)


WORDS = [
    "NATO",
    "UN",
    "Lind",
    "Secretary General",
    "secretary-general",
    "Secretaries-General",
    "of",
    "the",
    ",",
    ".",
    "\n\n",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_what_is_mended_stays_mended(text: str) -> None:
    once = mended(OFFICE, text)
    assert not told(OFFICE, once)
