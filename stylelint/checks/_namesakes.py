"""Which two spellings in an article can be one name, and what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias

from stylelint import lazy
from stylelint.checks._mentions import Memory, Use
from stylelint.checks._phrases import beginnings, places
from stylelint.checks._spelling import derived, distance, skeleton, two_people
from stylelint.document import Document

_CAPITALISED, _ANY_CAPITALISED = (lazy.regex(rf"[{capital}][\w-]{{3,}}") for capital in ("A-Z", "A-ZÀ-Þ"))
_LATIN = b"\xc3"
"""With it begin, in UTF-8, the capitals that are not ASCII."""
_HYPHENED = lazy.regex(r"[A-ZÀ-Þ]\w+-[A-Z]\w+")
_CAMEL = lazy.regex(r"(?<![\w@#/.&-])([A-Z][a-z]+)([A-Z][a-z]{2,})(?![\w@/-]|\.\w)")
_PARTED = lazy.regex(r"(?<![\w@#/.&-])[A-Z][a-z]+ [A-Z][a-z]{2,}(?![\w@/-]|\.\w)")
_SHAPES = bytes(ord("a" if chr(c).islower() else "A" if chr(c).isupper() else " ") for c in range(128))
_SHAPES += bytes([ord(" ")]) * 128
"""Every small letter of ASCII made one, and every capital."""
_HUMP = b"aAaa"
"""In the shapes of its letters, what stands in every word that `_CAMEL` matches."""

Places: TypeAlias = list[tuple[int, int]]
Both: TypeAlias = tuple[Places, Places]
_CROWD = 40
"""How many words a bucket may hold; a list of thousands of names costs no more than an article."""
_LONG = 5
_MANY = 3
"""How many times as often the other spelling must stand for a word alone to be a slip."""


_OPENERS = frozenset(
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


class Pair(NamedTuple):
    """Two spellings, in the order of the alphabet."""

    one: str
    two: str


def pairs(text: str, words: Iterable[str]) -> list[Pair]:
    """Return the capitalised words of a folded text that are spelled nearly alike, sorted.

    Args:
        text: folded.
        words: what `capitalised` makes of it.

    Words share a bucket where their skeletons are the same, or their beginnings, or their ends; so
    the cost grows with the number of words and not with its square.
    """
    first: dict[str, str] = {}
    buckets: dict[str, list[str]] = {}
    for word in words:
        for key in _keys(word):
            other = first.setdefault(key, word)
            if other is not word:
                buckets.setdefault(key, [other]).append(word)
    near = {
        Pair(a, b)
        for key, bucket in buckets.items()
        if len(bucket) <= _CROWD
        for a, b in combinations(sorted(bucket), 2)
        if (-2 < len(a) - len(b) < 2 or key[0] == "=") and _alike(a, b)
    }
    common = beginnings(text, {form.lower() for pair in near for form in pair})
    return sorted(pair for pair in near if not any(form.lower() in common for form in pair))


def capitalised(document: Document) -> set[str]:
    """Return the capitalised words of a document, each once, and some that only look like one."""
    regex = _ANY_CAPITALISED if _LATIN in document.data else _CAPITALISED
    return set(regex.findall(document.folded))


@lru_cache(maxsize=1 << 15)
def _keys(word: str) -> tuple[str, ...]:
    """Return the buckets of a word: one letter more, less or other leaves its beginning or its end."""
    head, hyphen, _ = word.partition("-")
    if word in _OPENERS or head.isupper() or not word.replace("-", "").isalpha():
        return ()
    if hyphen and not _HYPHENED.fullmatch(word):
        return ()
    low = word.lower()
    if len(low) < _LONG:
        return ("=" + skeleton(word),)
    return "=" + skeleton(word), low[:3] + "<", low[0] + ">" + low[-3:]


@lru_cache(maxsize=1 << 14)
def _alike(a: str, b: str) -> bool:
    if a == b or min(len(a), len(b)) < _LONG - 1 or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return False
    most = 2 if skeleton(a) == skeleton(b) and min(len(a), len(b)) >= _LONG else 1
    if distance(a.lower(), b.lower(), most) > most or a.isupper() or b.isupper():
        return False
    return not _glued(*sorted((a, b), key=len)) and not derived(a, b)


def alike(known: Memory, candidates: Iterable[Pair]) -> Iterator[tuple[Both, bool]]:
    """Yield the places of two spellings of one name, and whether that is sure."""
    for pair in candidates:
        sure = judge(known, pair)
        if sure is not None:
            one, two = ([(use.start, use.end) for use in known.uses(form)] for form in pair)
            yield (one, two), sure


def parted(document: Document, words: Collection[str]) -> Iterator[Both]:
    """Yield the places of names written in one word and in two (“ProPublica”, “Pro Publica”).

    A word that stands only once in one is more likely two words run together by a slip.
    """
    if _HUMP not in " ".join(words).encode().translate(_SHAPES):
        return
    inner = [_CAMEL.match(word) for word in words if not word[1:].islower()]
    # In two, the second half is a capitalised word itself.
    names = {f"{halves[1]} {halves[2]}" for halves in inner if halves and _may_stand(halves[2], words)}
    open_ = _spelled(document, names, _PARTED)
    joined = _spelled(document, {name.replace(" ", "") for name in open_}, _CAMEL)
    for name in sorted(open_, key=str.split):
        once = joined.get(name.replace(" ", ""), [])
        if len(once) > 1:
            yield once, open_[name]


def _may_stand(word: str, words: Collection[str]) -> bool:
    return len(word) < _LONG - 1 or word in words


def _spelled(document: Document, names: Collection[str], regex: re.Pattern[str]) -> dict[str, Places]:
    """Return where names stand as they are spelled and an expression matches, for those that do."""
    found: dict[str, Places] = {}
    for name, start in places(document.folded, names):
        match = regex.match(document.folded, start)
        if match and match[0] == name:
            found.setdefault(name, []).append(match.span())
    return found


def _glued(short: str, long: str) -> bool:
    """Tell whether the longer form is the shorter one run into the next word (“AlitoIt”)."""
    return long.startswith(short) and long[len(short) :][:1].isupper()


def judge(known: Memory, pair: Pair) -> bool | None:
    """Tell whether two spellings are one name: True is sure, False likely, None not at all."""
    one, two = (known.uses(form) for form in pair)
    if not one or not two:
        return None
    rare, often = sorted((one, two), key=len)
    if all(use.opens for use in rare) or all(use.opens for use in often):
        return None
    if pair.one.lower() == pair.two.lower():
        return None if _apart(one, two) else _inner_capital(pair)
    firsts = _shared(one, two, "after")
    if firsts:
        return None if two_people(*pair) else _sounds_alike(pair)
    if _shared(one, two, "before") - _OFFICES:
        return min(map(len, pair)) > _LONG
    return _called(pair, rare, often)


def _shared(one: list[Use], two: list[Use], side: Literal["before", "after"]) -> set[str]:
    """Return the words that stand on the same side of both spellings."""
    return (_beside(one, side) & _beside(two, side)) - {""}


def _beside(uses: list[Use], side: Literal["before", "after"]) -> set[str]:
    return {use.before if side == "before" else use.after for use in uses}


def _apart(one: list[Use], two: list[Use]) -> bool:
    """Tell whether two spellings have different words beside them, so that they may be two people."""
    sides: tuple[Literal["before", "after"], ...] = ("before", "after")
    return any(
        all(_beside(uses, side) - {""} for uses in (one, two)) and not _shared(one, two, side)
        for side in sides
    )


def _inner_capital(pair: Pair) -> bool | None:
    """Judge two spellings that differ in capitals alone (VyStar, Vystar); all capitals are no spelling."""
    return None if any(form.isupper() for form in pair) else True


def _sounds_alike(pair: Pair) -> bool:
    return skeleton(pair.one) == skeleton(pair.two) and min(map(len, pair)) >= _LONG


def _called(pair: Pair, rare: list[Use], often: list[Use]) -> bool | None:
    """Judge a spelling that stands alone (“Mr. Obma”) against one that the article uses often."""
    lone = [use for use in rare if not use.before and not use.after]
    if len(rare) != len(lone) or len(rare) * _MANY > len(often) or skeleton(pair.one) != skeleton(pair.two):
        return None
    return any(use.titled for use in lone) or min(map(len, pair)) > _LONG + 1


_OFFICES = frozenset(
    {"President", "Senator", "Governor", "Secretary", "Minister", "Chancellor", "Mayor", "General",
     "Judge", "Justice", "Chairman", "Speaker", "Pope", "Prince", "King", "Queen", "Representative",
     "Congressman", "Congresswoman", "Director", "Professor", "Former", "The", "New", "North", "South",
     "East", "West", "St", "San", "Los", "Las", "El", "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov",
     "Lake", "Mount", "Fort", "Port", "Saint", "Santa", "Republican", "Democratic", "American"}
)  # fmt: skip
