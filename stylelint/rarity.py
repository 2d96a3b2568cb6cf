"""How rare is what an expression waits for?  In tenths of bits: by 10 rarer is half as often."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from math import log2

from stylelint.signs import (
    BEGIN,
    BLANKS,
    DIGIT,
    EDGE,
    FINISH,
    FREE,
    LETTER,
    LINE_END,
    LINE_START,
    LOWER,
    MARK,
    OTHER,
    SIGNS,
    UPPER,
    WORD,
)

_CAPITAL, _RUN, _ODD, _FOREIGN = 45, 90, 125, 200
"""What makes a capital rarer than its letter, and a blank after another; other marks; and all else."""

_RARITY = {
    "a": 39, "b": 64, "c": 51, "d": 51, "e": 34, "f": 60, "g": 58, "h": 49, "i": 41, "j": 95, "k": 75,
    "l": 50, "m": 56, "n": 41, "o": 40, "p": 57, "q": 103, "r": 43, "s": 42, "t": 38, "u": 55, "v": 67,
    "w": 62, "x": 92, "y": 63, "z": 100,
    "0": 85, "1": 91, "2": 92, "3": 108, "4": 108, "5": 106, "6": 115, "7": 116, "8": 114, "9": 113,
    " ": 27, BLANKS: 27, ".": 69, ",": 70, '"': 88, "'": 86, "-": 81, ":": 97, "(": 104, ")": 104,
    "—": 112, "–": 129, "…": 137,
    DIGIT: 67, UPPER: 48, LOWER: 20, LETTER: 20, WORD: 20, OTHER: 5, MARK: 50,
    EDGE: 20, LINE_START: 120, LINE_END: 120, BEGIN: 130, FINISH: 100,
}  # fmt: skip
"""Letters measured in English; what stands between letters counts for more than it does there by chance."""

_SHARE = 0.6
"""The letters of a word tell less together than each alone: so much less, by the same measure."""

_LETTERLESS = SIGNS | {" "}


@lru_cache(maxsize=4096)
def rarity(text: str) -> float:
    """Return how rare a string of letters and signs is; 0 where it has nothing that could be looked up."""
    if _LETTERLESS.issuperset(text) and "  " not in text and not (text.startswith(BEGIN) and len(text) > 1):
        return 0
    found = sum(map(_of_letter, text)) + _RUN * text.count("  ")
    return _SHARE * found


def rarity_of(texts: Collection[str]) -> float:
    """Return how rare it is that one of some strings stands somewhere; 0 for none."""
    if not texts:
        return 0
    return -10 * log2(sum(2 ** (-rarity(text) / 10) for text in texts))


@lru_cache(maxsize=1024)
def _of_letter(letter: str) -> int:
    if letter >= chr(FREE):
        letter = chr(ord(letter) - FREE)
    elif "A" <= letter <= "Z":
        return _RARITY[letter.lower()] + _CAPITAL
    return _RARITY.get(letter, _ODD if letter.isascii() and letter.isprintable() else _FOREIGN)
