"""How often words stand around a place."""

from __future__ import annotations

import pytest

from stylelint.checks._vocabulary import REACH, count


def _text() -> str:
    """Return five stretches, with a word across each of their bounds of which both halves stand elsewhere."""
    middle = "w2-w1 w19 " * (REACH // 10)
    return f"w2 {middle[: REACH - 6]} w1" * 5


@pytest.mark.parametrize("place", [0, REACH - 1, REACH, 2 * REACH, 3 * REACH, 4 * REACH])
def test_it_is_the_same_whether_few_words_are_asked_for_or_many(place: int) -> None:
    text = _text()
    few = {}
    for word in ("w1", "w2", "w19", "w2-w1", "no"):
        count("", "", 0)  # what was known of the text is forgotten
        few[word] = count(text, word, place)
    count("", "", 0)
    for number in range(200):
        assert count(text, f"none{number}", place) == 0
    assert len(text) == 5 * REACH
    assert few == {word: count(text, word, place) for word in few}
