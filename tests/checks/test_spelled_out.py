"""The kind `spelled-out`."""

from __future__ import annotations

import pytest

from stylelint.checks.spelled_out import SpelledOut
from stylelint.document import Block, Document
from tests.checks.told import marked, problems, told

CHECK = SpelledOut(
    {"HCA": "Harbour Craft Agency | Agency for Harbour Craft", "NPT": "Nordic Pilot Trust"}, ("NPT",)
)
LONG = "Nothing happened in the harbour on that day, or at least nothing that anybody wrote down in a book."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The HCA met. The HCA left.", ["HCA"]),
        ("The Harbour Craft Agency met. The HCA left.", []),
        ("The agency for harbour craft met. The HCA left.", []),
        ("The Harbour Craft Agency (HCA) met. The HCA left.", []),
        ("The HCA (Harbour Craft Agency) met. The HCA left.", []),
        ("The HCA met the Harbour Craft Agency.", ["HCA"]),
        ("“The HCA met,” he said.", []),
        ("The hca met. The HCAs met. The NPT met.", []),
    ],
)
def test_first_use(text: str, expected: list[str]) -> None:
    assert marked(CHECK, f"{LONG}\n\n{text}\n\n{LONG}") == expected


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("The HCA met.", "Harbour Craft Agency"),
        ("The HCA met. The HCA left.", "Harbour Craft Agency (HCA)"),
        ("It was an HCA boat.", None),
    ],
)
def test_the_cure(text: str, cure: str | None) -> None:
    (found,) = told(CHECK, f"{LONG}\n\n{text}\n\n{LONG}")
    assert (found.fix.edits[0].text if found.fix else None) == cure


def test_a_headline_may_be_short() -> None:
    text = "HCA meets\nThe HCA met."
    blocks = (Block(0, 9, "heading", "headline"), Block(10, 22))
    assert [d.line for d in told(CHECK, Document("a.txt", text, text, blocks))] == [2]


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (SpelledOut({"HCA": ""}), "“HCA” has no long form"),
        (SpelledOut({"HCA": "Harbour Craft Agency"}, ("HCA",)), "no abbreviation is left to look for"),
    ],
)
def test_what_cannot_be(check: SpelledOut, said: str) -> None:
    assert problems(check) == {"words": said}
    assert not problems(CHECK)
