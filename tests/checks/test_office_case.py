"""The kind `office-case`."""

from __future__ import annotations

import pytest

from stylelint.checks.office_case import OfficeCase, capital
from tests.checks.told import mended, problems, told

OFFICES = OfficeCase(
    ("governor", "attorney general", "editor-in-chief", "senator"),
    ("governors", "attorneys general", "editors-in-chief", "senators"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aides of the Governor met the governor, and the governor left.",
         "Aides of the governor met the governor, and the governor left."),
        ("Aides of the Governor met the governor, and the Governor left.",
         "Aides of the Governor met the Governor, and the Governor left."),
        ("Aides of the Attorney General’s friend met the attorney general.",
         "Aides of the attorney general’s friend met the attorney general."),
        ("They told senators so, and U.S. Senators and others heard, as senators do.",
         "They told senators so, and U.S. senators and others heard, as senators do."),
        ("A letter by governor Ruth Vale came. There Governor Bo and Governor Lind read it.",
         "A letter by Governor Ruth Vale came. There Governor Bo and Governor Lind read it."),
        ("A word from governor Élodie J. Vale-Roe came. There Governor Bo and Governor Lind read it.",
         "A word from Governor Élodie J. Vale-Roe came. There Governor Bo and Governor Lind read it."),
        ("There Wu Bei, editor-in-chief of the Ledger, met the Editor-in-Chief of the daily Post.",
         "There Wu Bei, editor-in-chief of the Ledger, met the editor-in-chief of the daily Post."),
    ],
)  # fmt: skip
def test_the_article_decides(text: str, expected: str) -> None:
    assert mended(OFFICES, text) == expected
    assert not told(OFFICES, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Aides of governor BBC Vale met a friend of governor Ruth vale. There Governor Bo stood.",
        "Aides of Governor Vale met the governor.",
        "Aides of Governor Vale met former governor Leo Marsh and the company governor Ida Holt.",
        "Aides met governor Ruth Vale, and they wrote to governor Leo Marsh.",
        "The governor met her. Governor, he said, wait. Governors waited.",
        "There the Governor's Mansion stands, and the governor sleeps.",
        "Aides of the Office of the Attorney General met the attorney general.",
        "Aides of the governor wrote: “Ask the Governor.”",
        "Aides of the governor saw the statute, which says:\n\nWhenever the Governor finds an act void.",
        "He ran for Governor twice; aides of the governor said nothing.",
        "The Governor left\n\nThere the governor was seen again on Monday.",
        "There the Governor @ (@vale) was, and\n\nthere the governor was seen again.",
    ],
)
def test_traps(text: str) -> None:
    assert not told(OFFICES, text)


def test_the_same_words_beside_it_make_it_sure() -> None:
    (found,) = told(OFFICES, "They told the Governor, and the governor told the governor.")
    assert (found.level, found.text) == ("warning", "Governor")
    (found,) = told(OFFICES, "They told some Senators so, and many senators heard, as senators do.")
    assert (found.level, found.text) == ("suggestion", "Senators")


def test_capital() -> None:
    assert [capital(form) for form in OFFICES.offices[1:3]] == ["Attorney General", "Editor-in-Chief"]


def test_what_cannot_be() -> None:
    assert "each of the 1 offices" in problems(OfficeCase(("mayor",), ()))["plurals"]
    assert "lower case" in problems(OfficeCase(("Mayor",), ("mayors",)))["offices"]
    assert not problems(OFFICES)
