"""Which two spellings in an article can be one name, and what speaks for it."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from stylelint import lazy
from stylelint.checks._capitalised import capitalised_in
from stylelint.checks._mentions import Memory, Use
from stylelint.checks._phrases import beginnings, places
from stylelint.checks._spelling import is_kin, skeleton, two_people
from stylelint.document import Document

_CAMEL = lazy.regex(r"(?<![\w@#/.&-])([A-Z][a-z]+)([A-Z][a-z]{2,})(?![\w@/-]|\.\w)")
_PARTED = lazy.regex(r"(?<![\w@#/.&-])[A-Z][a-z]+ [A-Z][a-z]{2,}(?![\w@/-]|\.\w)")
_BEFORE, _AFTER = (itemgetter(Use._fields.index(side)) for side in ("before", "after"))
"""The word before a use, and the one after it; long drafts have thousands of uses."""

_Side: TypeAlias = Callable[[Use], str]

Places: TypeAlias = list[tuple[int, int]]
Both: TypeAlias = tuple[Places, Places]
_LONG = 5
_MANY = 3
"""How many times as often the other spelling must stand for a word alone to be a slip."""


class Pair(NamedTuple):
    """Two spellings, in the order of the alphabet."""

    one: str
    two: str


def namesakes(document: Document) -> tuple[list[Pair], list[str]]:
    """Return the capitalised words of a document that may be one name; see `lookalikes`."""
    likely, humps, _ = capitalised_in(document)
    near = [Pair(*pair) for pair in likely if not _glued(*sorted(pair, key=len)) and not is_kin(*pair)]
    if not near:
        return near, humps
    common = beginnings(document.folded, {form.lower() for pair in near for form in pair})
    return [pair for pair in near if not any(form.lower() in common for form in pair)], humps


def alike(known: Memory, candidates: Iterable[Pair]) -> Iterator[tuple[Both, bool]]:
    """Yield the places of two spellings of one name, and whether that is sure."""
    for pair in candidates:
        sure = judge(known, pair)
        if sure is not None:
            one, two = ([(use.start, use.end) for use in known.uses(form)] for form in pair)
            yield (one, two), sure


def parted(document: Document, words: Iterable[str]) -> Iterator[Both]:
    """Yield the places of names written in one word and in two (“ProPublica”, “Pro Publica”).

    A word that stands only once in one is more likely two words run together by a slip.

    Args:
        document: the draft.
        words: those in one, of two halves.
    """
    open_ = _spelled(document, {_CAMEL.sub(r"\1 \2", word) for word in words}, _PARTED)
    joined = _spelled(document, {name.replace(" ", "") for name in open_}, _CAMEL)
    for name in sorted(open_, key=str.split):
        once = joined.get(name.replace(" ", ""), [])
        if len(once) > 1:
            yield once, open_[name]


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
    firsts = _shared(one, two, _AFTER)
    if firsts:
        return None if two_people(*pair) else _sounds_alike(pair)
    if _shared(one, two, _BEFORE) - _OFFICES:
        return min(map(len, pair)) > _LONG
    return _called(pair, rare, often)


def _shared(one: list[Use], two: list[Use], side: _Side) -> set[str]:
    """Return the words that stand on the same side of both spellings."""
    return (_beside(one, side) & _beside(two, side)) - {""}


def _beside(uses: list[Use], side: _Side) -> set[str]:
    return {*map(side, uses)}


def _apart(one: list[Use], two: list[Use]) -> bool:
    """Tell whether two spellings have different words beside them, so that they may be two people."""
    return any(
        all(_beside(uses, side) - {""} for uses in (one, two)) and not _shared(one, two, side)
        for side in (_BEFORE, _AFTER)
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
