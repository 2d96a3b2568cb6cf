"""No draft can be written so that its words stand in each other's way in the tables of what is in C.

Once their slots were known to whoever knew the source: where all words of a draft belong near the first slot,
each is looked for among all before it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from stylelint import native
from stylelint.checks._capitalised import capitalised
from stylelint.checks.compounds import both_ways
from tests.spending import spent

pytestmark = pytest.mark.skipif(native.COMPILED is None, reason="nothing is compiled here")

SPREAD, MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1
WORDS = 8000
FEW = 1 << 10
"""Of the 16384 slots that a table of so many words has."""


def by_twos(word: str) -> int:
    """Return what a word of an even number of letters hashed to in interned.c."""
    value = len(word)
    for one, two in zip(word[::2], word[1::2], strict=True):
        value = (value ^ ord(one) ^ ord(two) << 21) * SPREAD & MASK
    return value ^ value >> 32


def by_eights(word: str) -> int:
    """Return what a word of nine to sixteen letters of ASCII hashed to in distinct.c."""
    data, value = word.encode(), len(word)
    for eight in (data[:8], data[-8:]):
        value = (value ^ int.from_bytes(eight, "little")) * SPREAD & MASK
        value ^= value >> 32
    return value


def words(first: str, crowd: Callable[[str], int] | None) -> Iterator[str]:
    """Yield words, of which all belong near the first slot where it is told what they hashed to."""
    chance = random.Random(7)
    while True:
        word = first + "".join(chance.choices("bdfghklnprstvwz", k=10 - len(first)))
        if crowd is None or crowd(word) % (1 << 14) < FEW:
            yield word


def compounds(drawn: Iterator[str]) -> Callable[[], object]:
    text = "\n\n".join(f"A {word[:4]}-{word[4:]} of." for word, _ in zip(drawn, range(WORDS), strict=False))
    return lambda: both_ways(text)


def names(drawn: Iterator[str]) -> Callable[[], object]:
    text = "\n\n".join(f"A {word} is." for word, _ in zip(drawn, range(WORDS), strict=False))
    return lambda: capitalised(text, (), (), ())


@pytest.mark.parametrize(
    ("asked", "first", "crowd"),
    [(compounds, "", by_twos), (names, "B", by_eights)],
    ids=["compounds", "names"],
)
def test_no_words_crowd_together(
    asked: Callable[[Iterator[str]], Callable[[], object]], first: str, crowd: Callable[[str], int]
) -> None:
    crowded, others = asked(words(first, crowd)), asked(words(first, None))
    assert any(spent(crowded) < 2 * spent(others) for _ in range(5))
