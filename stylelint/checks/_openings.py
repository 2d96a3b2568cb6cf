"""The literal words that an expression begins with: all that must be looked for in a whole article.

Words are looked up by their first letters, hundreds of them in one look at each letter of a text; expressions
cannot be.  What they find is confirmed by the expression: they may find too much and must never miss.
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from stylelint.checks import _gates
from stylelint.checks._first_words import words
from stylelint.checks._items import Item, parse
from stylelint.openings import LEAST, LONGEST, MARKS, plain

_CAP = {True: LONGEST, False: 12}
"""Code points of a literal, at the start of a block and anywhere: more find hardly less."""

_LONG, _RARE = 24, 4
"""So long are literals anywhere where there are no more of them than these."""

_LEAST = {True: LEAST, False: 6}
"""A literal so long is worth looking for: at the start of a block, and anywhere."""

_CLEAR = 6
"""Shorter literals at the start of a block are those of many a block."""

_RARE_WORDS, _RARE_LEAST = 12, 10
"""In their place so few, so long literals anywhere are looked for."""

_LOST = tuple(MARKS.strip())
"""Signs that blocks are looked up without, and that some lines are known by."""

_MANY, _SHORT = {True: 40, False: 48}, {True: 8, False: 9}
"""Of more literals than these, so many code points must do."""


class Opening(NamedTuple):
    """A literal in small letters, and whether it stands at the start of the block, after any marks."""

    text: str
    anchored: bool


def openings(expression: str, *, at_start: bool = True) -> Iterator[Opening | None]:
    """Yield literals for each branch of an expression, None for a branch that has none worth looking for.

    Args:
        expression: RE2 syntax with macros.
        at_start: whether the expression begins where a block does.
    """
    for branch in parse(expression):
        found = _at_start(branch) if at_start else ()
        if not found and not (at_start and _known_start(branch)):
            found = _anywhere(branch)
        yield from found or (None,)


def _at_start(branch: tuple[Item, ...]) -> Sequence[Opening | None]:
    """Return the literals that a branch begins with, or something rarer; nothing where there are none."""
    first = _fewest(branch, True)
    found = set(map(plain, first))
    shortest = min(map(len, found), default=0)
    if shortest < _LEAST[True]:
        return ()
    if shortest < _CLEAR:
        inner = _anywhere(branch)
        lengths = [len(opening.text.strip()) for opening in inner]
        if 0 < len(inner) <= _RARE_WORDS and min(lengths) >= _RARE_LEAST:
            return inner
        if any(word.startswith(_LOST) for word in first):
            return (None,)
    return [Opening(word, True) for word in sorted(found)]


def _known_start(branch: tuple[Item, ...]) -> bool:
    """Tell whether an expression for how a branch begins is worth looking for."""
    return not _gates.open_ended(branch) and _gates.start(branch) >= _LEAST[True]


def _anywhere(branch: tuple[Item, ...]) -> Sequence[Opening]:
    """Return the best literals of a branch, wherever they stand; nothing where there are none."""
    inner: frozenset[str] = frozenset()
    worth = _LEAST[False] - 1, 0
    for at, most in enumerate(_lengths(branch)):
        if most >= worth[0] and worth != (_CAP[False], -1):
            found = _fewest(branch[at:], False)
            inner, worth = max((inner, worth), (found, _worth(found)), key=itemgetter(1))
    return [Opening(word, False) for word in sorted(inner)]


def _lengths(branch: tuple[Item, ...]) -> list[int]:
    """Return for each item how long literals from there on are at most that must stand there."""
    lengths = accumulate(reversed(branch), lambda most, item: 0 if item.gap else most + item.least, initial=0)
    return [*lengths][:0:-1]


def _fewest(branch: tuple[Item, ...], anchored: bool) -> frozenset[str]:
    """Return the literals that a branch begins with: shorter ones where the long ones are many."""
    cap = _CAP[anchored]
    found = words(branch, cap)
    if len(found) <= _RARE and not anchored:
        return words(branch, _LONG)
    while len(found) > _MANY[anchored] and cap > _SHORT[anchored]:
        cap -= 1
        found = words(branch, cap)
    return found


def _worth(inner: frozenset[str]) -> tuple[int, int]:
    return min(min(map(len, inner), default=0), _CAP[False]), -len(inner)


def shortest(texts: Iterable[str]) -> list[str]:
    """Return the words that begin with no other of them, in order."""
    kept: list[str] = []
    for word in sorted(set(texts)):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return kept
