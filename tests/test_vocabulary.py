"""Many words looked for at once: the same as one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.vocabulary import Vocabulary

WANTED = [
    ((0, 0), ("pier",)),
    ((0, 1), ("a", "pi", "piers")),
    ((1, 0), ("the pier of", "harbour wall")),
    ((2, 0), ()),
    ((2, 1), ("harbour wall",)),
]


def found(
    wanted: Sequence[tuple[tuple[int, int], tuple[str, ...]]], text: str, read: int
) -> dict[object, object]:
    vocabulary = Vocabulary(wanted)
    vocabulary._read = read
    return {owner: set(words) for owner, words in vocabulary.found(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("pi", {(0, 1): {"pi"}}),
        ("pier", {(0, 0): {"pier"}, (0, 1): {"pi"}}),
        ("the pier of stone", {(0, 0): {"pier"}, (0, 1): {"pi"}, (1, 0): {"the pier of"}}),
        ("harbour wall", {(0, 1): {"a"}, (1, 0): {"harbour wall"}, (2, 1): {"harbour wall"}}),
        ("the pie of the harbour", {(0, 1): {"a", "pi"}}),
    ],
)
@pytest.mark.parametrize("read", [0, 10**9])
def test_who_finds_what(text: str, expected: dict[object, object], read: int) -> None:
    assert found(WANTED, text, read) == expected


@given(st.lists(st.text("abc ", min_size=1, max_size=12), max_size=6), st.text("abc ", max_size=40))
def test_the_same_as_a_search_for_each(words: list[str], text: str) -> None:
    wanted = [((number, 0), (word,)) for number, word in enumerate(words)]
    standing = {owner: {word} for owner, (word,) in wanted if word in text}
    assert found(wanted, text, 0) == found(wanted, text, 10**9) == standing
