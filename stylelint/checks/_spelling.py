"""How near two spellings of a name are, and what sets two names apart all the same."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

_SOUNDS = (
    ("ph", "f"), ("gh", ""), ("ck", "k"), ("sch", "s"), ("sh", "s"), ("ch", "k"), ("kh", "k"), ("th", "t"),
    ("q", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("v", "f"), ("w", ""), ("h", ""), ("j", "i"),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿ'-.")
_FORMS = frozenset(
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


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """Return what is left of a name when vowels, doubled letters and ways to write one sound go.

    Steven and Stephen, Kaleigh and Kayleigh, Obma and Obama have one skeleton each.  After the idea
    of Soundex, with the letters kept and none cut off.
    """
    text = word.lower()
    first, rest = text[:1], text[1:]
    for sound, letter in _SOUNDS:
        rest = rest.replace(sound, letter)
    rest = rest.translate(_VOWELS)
    body = first + rest
    return first + "".join(b for a, b in pairwise(body) if a != b)


def distance(a: str, b: str, most: int = 2) -> int:
    """Return how many letters must be put in, left out, changed or swapped with a neighbour.

    Args:
        a: one spelling.
        b: the other.
        most: where it would be more, `most + 1` is returned.

    The optimal string alignment distance, over what is left between the common start and end.
    """
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if abs(len(a) - len(b)) > most or min(len(a), len(b)) > 2 * most:
        return most + 1
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
    return min(row[-1], most + 1)


def derived(a: str, b: str) -> bool:
    """Tell whether one word may be made of the other (Ukraine, Ukrainian) or be its plural."""
    if " ".join(sorted((a.lower(), b.lower()))) in _KIN:
        return True
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
    return (mine in ("", "a", "e") or mine in _FORMS) and other in _FORMS


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
