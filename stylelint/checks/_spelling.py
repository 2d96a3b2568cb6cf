"""How near two spellings of a name are, and what sets two names apart all the same."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from itertools import pairwise

_SOUNDS = (("ph", "f"), ("gh", ""), ("sch", "s"), ("sh", "s"), ("ch", "k"), ("kh", "k"), ("th", "t"))
_LETTERS = str.maketrans("qczv", "kksf", "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿ'-.whj") | {ord("x"): "ks"}
"""Letters for letters, and those that go: vowels, the letters beside them, signs."""
ENDINGS = frozenset(
    {"s", "es", "n", "an", "ans", "ian", "ians", "ean", "eans", "ese", "i", "is", "ic", "ics", "ical",
     "ish", "ist", "ists", "ite", "ites", "ism", "ism's", "er", "ers", "ed", "ing", "al", "ally", "ly",
     "man", "men", "ship", "land", "line", "lines", "ia", "ns", "y", "r"}
)  # fmt: skip
"""Endings that make another word of a name: the people, the language, the followers."""
_KIN = frozenset(
    {"argentina argentine", "britain briton", "chairman chairwoman", "france french", "greece greek",
     "george georgia", "minister ministry", "spain spanish"}
)  # fmt: skip
"""Words of one family whose endings are not in the list."""
_GENDER = frozenset(
    {"a", "e", "o", "i", "y", "ie", "ia", "us"}
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def skeleton(word: str) -> str:
    """Return what is left of a name when vowels, doubled letters and ways to write one sound go.

    Steven and Stephen, Kaleigh and Kayleigh, Obma and Obama have one skeleton each.  After the idea
    of Soundex, with the letters kept and none cut off.
    """
    first, rest = word[:1].lower(), word[1:].lower()
    if "h" in rest:
        for sound, letter in _SOUNDS:
            rest = rest.replace(sound, letter)
    body = first + rest.translate(_LETTERS)
    if len(set(body)) == len(body):
        return body
    return first + "".join(b for a, b in pairwise(body) if a != b)


def distance(a: str, b: str, most: int = 2) -> int:
    """Return how many letters must be put in, left out, changed or swapped with a neighbour.

    Args:
        a: one spelling.
        b: the other.
        most: where it would be more, `most + 1` is returned.

    The optimal string alignment distance, over what is left between the common start and end.
    """
    start, end = 0, 0
    least = min(len(a), len(b))
    while start < least and a[start] == b[start]:
        start += 1
    least -= start
    while end < least and a[-1 - end] == b[-1 - end]:
        end += 1
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    longer = max(len(a), len(b))
    if longer <= 1:
        return longer
    if longer == 2 and a == b[::-1]:
        return 1
    if most == 1 or abs(len(a) - len(b)) > most or min(len(a), len(b)) > 2 * most:
        return most + 1
    return min(_aligned(a, b), most + 1)


def _aligned(a: str, b: str) -> int:
    """Return the optimal string alignment distance."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row = row, [i]
        for j, y in enumerate(b, 1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]


def is_kin(a: str, b: str) -> bool:
    """Tell whether two words are of one family by an ending that is not in the list."""
    return " ".join(sorted((a.lower(), b.lower()))) in _KIN


def made_of(a: str, b: str, endings: Container[str]) -> bool:
    """Tell whether one word is made of the other by one of these endings (Ukraine, Ukrainian)."""
    short, long = sorted((a.lower(), b.lower()), key=len)
    at = 0
    while at < len(short) and short[at] == long[at]:
        at += 1
    if at < max(3, len(short) - 2):
        return False
    mine, other = short[at:], long[at:]
    # A doubled last letter (Zelensky, Zelenskyy) makes no new word.
    if not mine and other == short[-1:] and other not in "s":
        return False
    return (mine in ("", "a", "e") or mine in endings) and other in endings


def two_people(a: str, b: str) -> bool:
    """Tell whether two first names differ as those of a man and a woman do, or one is short for the other."""
    short, long = sorted((a.lower(), b.lower()), key=len)
    if long.startswith(short):
        return True
    at = 0
    while at < len(short) and short[at] == long[at]:
        at += 1
    mine, other = short[at:], long[at:]
    return at >= 3 and len(other) <= 2 and (mine in _GENDER or not mine) and other in _GENDER
