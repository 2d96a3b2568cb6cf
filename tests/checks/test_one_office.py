"""The kind `one-office`."""

from __future__ import annotations

import pytest

from stylelint.checks.one_office import OneOffice
from tests.checks.told import marked, problems, told

OFFICE = OneOffice(("acting", "interim"), ("director", "administrator", "attorney general"))


@pytest.mark.parametrize(
    "text",
    [
        "They saw Ada Brandt, the acting director of the agency. Then acting administrator Ada Brandt left.",
        "It was Ada B. Brandt, who is acting director. Harbour Agency acting administrator Ada Brandt left.",
        "They saw Ada Brandt, the agency's acting director. Then Acting HSA Administrator Ada Brandt left.",
    ],
)
def test_one_person_has_one_office(text: str) -> None:
    assert len(marked(OFFICE, text)) == 2
    assert {d.level for d in told(OFFICE, text)} == {"suggestion"}


@pytest.mark.parametrize(
    "text",
    [
        "They saw Ada Brandt, the acting director. Then acting administrator Leo Marsh left.",
        "They saw Ada Brandt, the acting director. Then acting director Ada Brandt left.",
        "They saw Ada Brandt, the acting director. Then former acting administrator Ada Brandt left.",
        "They saw Ada Brandt, the acting director. Then interim administrator Ada Brandt left.",
        "They saw Ada Brandt, the acting director. Then the acting administrator left.",
        "They saw Ada Brandt, the acting director. “Acting administrator Ada Brandt,” it said.",
    ],
)
def test_traps(text: str) -> None:
    assert not told(OFFICE, text)


def test_what_cannot_be() -> None:
    assert "at least two" in problems(OneOffice(("acting",), ("director",)))["offices"]
    assert not problems(OFFICE)
