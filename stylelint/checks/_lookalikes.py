"""Which capitalised words of a text are spelled nearly alike?"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from itertools import combinations

from stylelint import lazy
from stylelint.checks._spelling import distance, made_of, skeleton

_CAPITALISED = lazy.regex(r"[A-ZÀ-Þ][\w-]{3,}")
_HYPHENED = lazy.regex(r"[A-ZÀ-Þ]\w+-[A-Z]\w+")
_HUMPS = lazy.regex(r"[A-Z][a-z]+([A-Z][a-z]{2,})")
_CROWD = 40
"""How many words a bucket may hold; a list of thousands of names costs no more than an article."""
_LEAST, _LONG = 4, 5
_SEVERAL = frozenset("İΣ")
"""What is two letters when it is small, or has two ways to be."""

OPENERS = frozenset(
    {"About", "Above", "Across", "After", "Again", "Also", "Although", "Among", "Another", "Back",
     "Because", "Been", "Before", "Being", "Both", "Could", "Does", "During", "Each", "Even", "Ever",
     "Every", "Friday", "From", "Have", "Having", "Here", "However", "Indeed", "Instead", "Into",
     "January", "February", "July", "September", "October", "November", "December", "Just", "Last",
     "Later", "Less", "Many", "Maybe", "Meanwhile", "Monday", "More", "Most", "Much", "Must", "Neither",
     "Never", "Next", "Nobody", "None", "Nothing", "Once", "Only", "Other", "Others", "Over", "Part",
     "Perhaps", "Rather", "Saturday", "Several", "Should", "Similarly", "Since", "Some", "Someone",
     "Still", "Such", "Sunday", "Than", "That", "Their", "Them", "Then", "There", "Therefore", "These",
     "They", "Think", "This", "Those", "Though", "Through", "Thursday", "Thus", "Today", "Tuesday",
     "Under", "Unless", "Until", "Upon", "Very", "Wednesday", "Were", "What", "When", "Where", "Whether",
     "Which", "While", "With", "Within", "Without", "Would", "Yesterday", "Your"}
)  # fmt: skip
"""Words that open sentences and are nobody's name."""


def lookalikes(
    text: str, openers: Container[str], endings: Container[str]
) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the capitalised words of a folded text that may be one name.

    Words share a bucket where their skeletons are the same, or their beginnings, or their ends; so
    the cost grows with the number of words and not with its square.

    Args:
        text: folded.
        openers: words that are nobody's name.
        endings: those that make another word of a name; two such words are no pair.

    Returns:
        Pairs that are spelled nearly alike, in the order of the alphabet; and the words of two halves with a
        capital each (“ProPublica”) whose second, unless it is short, is one of the words, in reading order.
    """
    words = dict.fromkeys(_CAPITALISED.findall(text))
    first: dict[str, str] = {}
    buckets: dict[str, list[str]] = {}  # of two words or more; most have one
    for word in words:
        for key in _keys(word):
            other = first.setdefault(key, word)
            if other is not word:
                buckets.setdefault(key, [other]).append(word)
    near = {
        pair
        for bucket in buckets.values()
        if len(bucket) <= _CROWD
        for pair in combinations(sorted(bucket), 2)
        if _near(*pair) and not made_of(*pair, endings)
    }
    # Words of a title have no capital amid letters.
    humps = ((word, match[1]) for word in words if not word.istitle() and (match := _HUMPS.fullmatch(word)))
    return (
        sorted((one, two) for one, two in near if one not in openers and two not in openers),
        [word for word, second in humps if len(second) < _LEAST or second in words],
    )


@lru_cache(maxsize=1 << 15)
def _keys(word: str) -> tuple[str, ...]:
    """Return the buckets of a word: one letter more, less or other leaves its beginning or its end."""
    head, hyphen, _ = word.partition("-")
    if head.isupper() or not word.replace("-", "").isalpha() or not _SEVERAL.isdisjoint(word):
        return ()
    if hyphen and not _HYPHENED.fullmatch(word):
        return ()
    low = word.lower()
    if len(low) < _LONG:
        return ("=" + skeleton(word),)
    return "=" + skeleton(word), low[:3] + "<", low[0] + ">" + low[-3:]


@lru_cache(maxsize=1 << 14)
def _near(a: str, b: str) -> bool:
    most = 2 if min(len(a), len(b)) >= _LONG and skeleton(a) == skeleton(b) else 1
    return distance(a.lower(), b.lower(), most) <= most
