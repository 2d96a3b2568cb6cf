"""The kind `unattributed`."""

from __future__ import annotations

import pytest

from stylelint.checks.unattributed import Unattributed
from tests.checks.told import marked

SPEECH = "“It will take a year at least, and nobody has asked the shops.”"
PLAIN = "Work on the pier stopped in May, and the cranes have been idle since then."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PLAIN, "Repairs have cost twice what was planned in the spring."),
        ("", PLAIN),
        (PLAIN, ""),
    ],
)
def test_a_quotation_that_nobody_speaks(before: str, after: str) -> None:
    assert marked(Unattributed(), f"{before}\n\n{SPEECH}\n\n{after}\n") == [SPEECH]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{PLAIN[:-1]}, said the harbour board.", PLAIN),
        ("The harbour board had this to tell the shops on the front:", PLAIN),
        ("So began the day on the pier for Dana Whitlock, a welder, in the rain.", PLAIN),
        (PLAIN, "She has welded on the pier for ten years, and sleeps in the old station."),
        (PLAIN, "“And when it is done, the shops will be gone from the front.”"),
        ("How long will the pier stay closed to visitors of the town?", PLAIN),
    ],
)
def test_a_speaker_beside_it_will_do(before: str, after: str) -> None:
    assert not marked(Unattributed(), f"{before}\n\n{SPEECH}\n\n{after}\n")


@pytest.mark.parametrize(
    "text",
    [
        "“It will take a year at least, and nobody has asked the shops,” was the answer.",
        "“Nobody has asked the shops.”",
        "“A Year at Least, and Other Tales of a Pier by the Sea”",
        "‘It will take a year at least, and nobody has asked the shops.’",
    ],
)
def test_what_is_no_paragraph_of_speech(text: str) -> None:
    assert not marked(Unattributed(), f"{PLAIN}\n\n{text}\n\n{PLAIN}\n")
