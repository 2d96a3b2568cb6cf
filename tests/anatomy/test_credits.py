"""Picture credits: a line that is one, and one at the end of a caption."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.anatomy.credits import credit_tail, is_credit


@pytest.mark.parametrize(
    "line",
    [
        "(Reuters)",
        "(Pixabay)",
        "(Metin Duru/Harbour Agency via Getty Images)",
        "(Reuters photo: Jana Holub)",
        "(Illustration: Pia Lund)",
        "(Photo: Wim de Boer/Dreamstime) (Pixabay)",
        "(stock photo)",
        "(AP Photo/Ann M. Roe, File)",
        "Photograph: Pia Lund",
        "Photo by Jana Holub on Unsplash",
        "Photographs by Pia Lund for The Harbour Post",
        "Photo : Shutterstock",
        "Photo : Jana Holub ( Getty Images )",
        "Photographer: Ann Roe/Bloomberg",
        "Photographer: Ann Roe/Bloomberg Photographer: Ann Roe/Bloomberg",
        "Image copyright Harbour Police",
        "© Jana Holub/EPA",
        "Credit: Ann Roe / Getty Images",
        "Getty Images",
        "AP Photo/Ann Roe",
        "Ann Roe/AFP/Getty Images, FILE",
        "ANN ROE/Getty Images",
        "Ann Roe | Getty Images",
        "Jana Holub/Harbour Post via AP",
        "Jana Holub/Civic Herald",
        "HCSO/via Reuters",
        "(Source: Shutterstock)",
        "pierwatch/Twitter",
    ],
)
def test_a_line_that_is_a_credit(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Reuters",
        "Jana Holub",
        "The Associated Press contributed to this report.",
        "Contributing: The Associated Press",
        "Photos: Ten ships that never came home",
        "PHOTOS: Best harbours of the north",
        "© 2019 Harbour Content Agency, LLC",
        "More Race/Ethnicity",
        "Anti-Gun Trafficking/Straw Purchasers",
        "Yes/No",
        "(Reuters) - The harbour froze over on Sunday.",
        "Credit unions by the harbour are closing.",
        "Image by image, the old town is coming back to life. Nobody expected it.",
        "(see the picture on page 4)",
        "(Pa.)",
    ],
)
def test_a_line_that_is_none(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("bare", "credit"),
    [
        ("A ship leaves the harbour.", "(Jana Holub/Reuters)"),
        ("A ship leaves the harbour, May 4, 2018.", "REUTERS/Jana Holub"),
        ("A ship leaves the harbour.", "Ann M. Roe/AFP via Getty Images"),
        ("A ship leaves the harbour.", "Photograph: Pia Lund"),
        ("A ship leaves the harbour.", "Photograph by Pia Lund / Getty"),
        ("Ann Roe, harbour master", "(Reuters photo: Jana Holub)"),
        ("Harbour master ‘will not go’, says WH", "Jana Holub/AFP via Getty Images"),
        ("A ship leaves the harbour", "[Jana Holub/Reuters]"),
        ("A ship leaves the harbour.", "AP"),
        ("A ship leaves the harbour.", "Jana Holub/The Associated Press"),
        ("A ship leaves the harbour.", "Jana Holub | The Canadian Press"),
        ("A ship leaves the harbour.", "© Jana Holub"),
        ("A ship leaves the harbour.", "Image copyright Harbour Police"),
        ("The senator leaves the pier.", "| AP Photo"),
        ("The senator leaves the pier.", "| Ann Roe/CIVIC"),
    ],
)
def test_a_caption_that_ends_in_a_credit(bare: str, credit: str) -> None:
    text = f"{bare} {credit}"
    assert text[credit_tail(text) :] == credit


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe, the harbour master, told the AP.",
        "The ship was first seen on a film that was shared by Reuters.",
        "Most of the bills were found by the Harbour Post/Civic Herald.",
        "The harbour master (who is seldom seen) said no.",
        "Sen. Ann Roe (Pa.)",
        "Open 24/7",
        "The pier closes. | Council",
        "A ship leaves the harbour. © 2019 Harbour Content Agency, LLC",
        "Nobody knows who holds the image copyright of the ship.",
        "Ann Roe is a writer for the Harbour Post.",
    ],
)
def test_a_text_that_ends_in_none(text: str) -> None:
    assert credit_tail(text) is None


@given(st.text("Ann Roe/AP.(): photo by", max_size=80))
def test_a_tail_is_part_of_the_text(text: str) -> None:
    at = credit_tail(text)
    assert at is None or 0 < at < len(text)
