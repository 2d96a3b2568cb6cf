"""How often words stand around a place."""

from __future__ import annotations

import pytest

from stylelint.checks._vocabulary import REACH, count
from stylelint.document import Document


def _draft(text: str) -> Document:
    return Document("a.txt", text, text, ())


def _text() -> str:
    """Return five stretches, with a word across each of their bounds of which both halves stand elsewhere."""
    middle = "w2-w1 w19 " * (REACH // 10)
    return f"w2 {middle[: REACH - 6]} w1" * 5


@pytest.mark.parametrize("place", [0, REACH - 1, REACH, 2 * REACH, 3 * REACH, 4 * REACH])
def test_it_is_the_same_whether_few_words_are_asked_for_or_many(place: int) -> None:
    text = _text()
    few = {word: count(_draft(text), word, place) for word in ("w1", "w2", "w19", "w2-w1", "no")}
    many = _draft(text)
    for number in range(200):
        assert count(many, f"none{number}", place) == 0
    assert len(text) == 5 * REACH
    assert few == {word: count(many, word, place) for word in few}


def test_places_far_apart_have_words_of_their_own() -> None:
    draft = _draft(_text() + " far")
    assert [count(draft, "far", place) for place in (0, 5 * REACH, 0)] == [0, 1, 0]


def test_nothing_is_kept_of_a_draft_that_has_been_forgotten() -> None:
    draft = _draft(_text())
    count(draft, "w1", 0)
    draft.forget()
    assert not vars(draft)
