"""The kind `run-together`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks.run_together import RunTogether
from stylelint.readers import read
from tests.checks.told import marked, mended, told

CHECK = RunTogether()


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("the dailyYou can now hear it", "the daily You can now hear it"),
        ("It sank, he said.In Rowan they wept.", "It sank, he said. In Rowan they wept."),
        ("A rise of 38 percent.The mayor", "A rise of 38 percent. The mayor"),
        ("It stood at 51.1.On Friday it fell.", "It stood at 51.1. On Friday it fell."),
        ('It is due in 2031."If it fails"', 'It is due in 2031. "If it fails"'),
        ('She said "serious."Nine houses', 'She said "serious." Nine houses'),
        ("She said “serious.”Nine houses", "She said “serious.” Nine houses"),
        ("It fell.“Nine houses went,” she said.", "It fell. “Nine houses went,” she said."),
        ('They asked "why.""We pay," he said.', 'They asked "why." "We pay," he said.'),
        ("Is it true?The board says so!The mayor too.", "Is it true? The board says so! The mayor too."),
        ("It was made in the U.S.The parts were not.", "It was made in the U.S. The parts were not."),
        ("They sent Gen.Marlow home.", "They sent Gen. Marlow home."),
        ("It was closed.A board of six met.", "It was closed. A board of six met."),
        ("(It closed.)Then it rained.", "(It closed.) Then it rained."),
        ('"We go,"said Ed Marlow.', '"We go," said Ed Marlow.'),
        (
            "Sen. Ada Lind Ada Maria LindHarbor cuts anger unions MORE.",
            "Sen. Ada Lind Ada Maria Lind Harbor cuts anger unions MORE.",
        ),
        ("Ada Lind Ada (Addie) Lind2031 Democrats push", "Ada Lind Ada (Addie) Lind 2031 Democrats push"),
        ("Lind won. Mrs LindThe vote went on.", "Lind won. Mrs Lind The vote went on."),
    ],
)
def test_a_blank_is_missing(text: str, good: str) -> None:
    assert mended(CHECK, text, fix="unsafe") == good


@pytest.mark.parametrize(
    "text",
    [
        "An iPhone, an eBay bid, LeBron, DeSantis, McDonald, MacArthur and LaSalle.",
        "The form had her down as Mc McNeil, and as VanMcNeil.",
        "YouTube, PayPal, WordPress, JavaScript, BuzzFeed, LinkedIn and FiveThirtyEight.",
        "Post by post, the Harbour and the HarbourPost had Posted.",
        "See Connect.Gov, Harbour.Com, harbour.com and Report.Final.pdf.",
        "The U.S., a Ph.D., 5 p.m., J.R.R. Oakes, J.K.Rowling, No.10 and 3.5.",
        "#SaveThePier @thePierYou https://example.com/a.The pic.example.com/aBcThe",
        "It was… The end... And so.",
        "AnnaBerg.com and Anna Berg told it.",
        "1.The first point of the list",
        "The getElementById(x) call, the bannerText and the data_sourceThe field.",
        "Harbour bought HarbourBank in May.",
        "The Yahoo!News page and the 40andThe club.",
    ],
)
def test_it_is_meant(text: str) -> None:
    assert marked(CHECK, text) == []


@pytest.mark.parametrize(
    "text",
    ["Schools began in May. It beganMay 4.", "Rep. Ada Lind Ada Maria LindHouse votes on it."],
)
def test_it_may_be_meant(text: str) -> None:
    assert [d.level for d in told(CHECK, text, level="error")] == ["suggestion"]


@pytest.mark.parametrize(
    ("between", "expected"),
    [("", ["dawn.Nobody"]), ("**", ["dawn.**Nobody"]), ("<figure><figcaption>", []), ("<br>", [])],
)
def test_markup_that_begins_a_line_parts_two_sentences(between: str, expected: list[str]) -> None:
    end = "**" if between == "**" else ""
    draft = f"The ferry sank at dawn.{between}Nobody on the pier{end} had seen it.\n"
    assert marked(CHECK, read("a.md", draft.encode())) == expected


def test_words_alone() -> None:
    assert marked(RunTogether(sentences=False), "the dailyYou said.In Rowan") == ["dailyYou"]


def test_names_can_be_allowed() -> None:
    assert marked(RunTogether(allow=("dailyYou",)), "Read dailyYou, he said.") == []


@given(st.text(alphabet="abTheIn.\"”“ '()2U,", max_size=40))
def test_mending_adds_blanks_and_nothing_else(text: str) -> None:
    assert mended(CHECK, text, fix="unsafe").replace(" ", "") == text.replace(" ", "")
