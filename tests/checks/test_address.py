"""The kind `address`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks.address import Address, plural
from tests.checks.told import marked, mended, problems, told

FORMS = Address(
    (
        ("Sen.", "Sen", "Senator"),
        ("Gov.", "Governor"),
        ("Lt. Gov.", "Lieutenant Governor"),
        ("Gen.", "General"),
    ),
    no_name=("Majority", "Motors"),
    no_rank=("Attorney",),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sen. Ada Brandt and Sen. Leo Marsh met Senator Ida Holt.",
         "Sen. Ada Brandt and Sen. Leo Marsh met Sen. Ida Holt."),
        ("Senators Brandt and Marsh left with Senator Holt and Sens. Lind and Bo.",
         "Senators Brandt and Marsh left with Senator Holt and Senators Lind and Bo."),
        ("They say Sen Ada Brandt met Sen. Leo Marsh, Sen. Ida Holt.",
         "They say Sen. Ada Brandt met Sen. Leo Marsh, Sen. Ida Holt."),
        ("There Gov. J. B. Vale met Governor de la Cruz, Gov. Óla Holt.",
         "There Gov. J. B. Vale met Gov. de la Cruz, Gov. Óla Holt."),
        ("There Lt. Gov. Vale left; Lieutenant Governor Bo, and Lt. Gov. Holt.",
         "There Lt. Gov. Vale left; Lt. Gov. Bo, and Lt. Gov. Holt."),
    ],
)  # fmt: skip
def test_one_form_before_names(text: str, expected: str) -> None:
    assert mended(FORMS, text) == expected
    assert not told(FORMS, expected)


@pytest.mark.parametrize(
    "text",
    [
        "There Sen. Ada Brandt is a senator; the Senator left.",
        "There Sen. Ada Brandt and Gov. Vale met Senator Majority aides.",
        "There Gen. Ivo Lund met Attorney General Rosa Kim at General Motors.",
        "There Lt. Gov. Ruth Vale met Governor Vale.",
        "There Sen. Ada Brandt spoke: “Thank you, Senator Marsh,” she wrote.",
        "Senator Brandt Wins Again\n\nThere Sen. Ada Brandt won again on Monday.",
        "There Sen. Ada Brandt won again.\n\nSenator Marsh loses to others (@marsh) in May.",
    ],
)
def test_traps(text: str) -> None:
    assert not told(FORMS, text)


def test_a_surname_after_full_names_is_a_matter_of_taste() -> None:
    text = "There Sen. Ada Brandt and Sen. Leo Marsh met. Later Senator Brandt left."
    assert [(d.text, d.level) for d in told(FORMS, text)] == [("Senator", "suggestion")]
    text = "There Sen. Ada Brandt and Sen. Leo Marsh met. Later Senator Ida Holt left."
    assert [(d.text, d.level) for d in told(FORMS, text)] == [("Senator", "warning")]


def test_plural() -> None:
    assert [plural(form) for form in ("Lt. Gov.", "Sen", "Senator")] == ["Lt. Govs.", "Sens", "Senators"]


def test_what_cannot_be() -> None:
    assert "cannot be mixed" in problems(Address((("Sen.",),)))["groups"]
    assert "“Gov.” is there twice" in problems(Address((("Gov.", "Governor"), ("Gov.", "Gov"))))["groups"]
    assert not problems(FORMS)


WORDS = ["Sen.", "Senator", "Senators", "Sen", "Ada", "Brandt", "there", "spoke", "“", "”", ".", "\n\n"]


@given(st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join))
def test_only_forms_are_marked(text: str) -> None:
    assert set(marked(FORMS, text)) <= {"Sen.", "Sen", "Senator", "Senators"}
