"""The literal words that an expression begins with: all that must be looked for in a whole article.

Words at the start of a block are looked up in a dictionary, those anywhere by an automaton, which for many
short literals is small and quick to build; one for the expressions themselves is neither.  What they find
is confirmed by the expression: they may find too much and must never miss.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks import _gates
from stylelint.checks._gates import Item
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

_FEW = 8
"""Characters of a class that are tried one by one."""

_MANY, _SHORT = {True: 40, False: 48}, {True: 8, False: 9}
"""Of more literals than these, so many code points must do."""

_REPEATED = 10
"""More literals than these are not followed into their repetitions."""

_MOST = 96
"""More literals than these for one branch, and its first characters must do."""

_SIGNS = lazy.regex(r"\[-?[^\^\\\]\[-][^\\\]\[-]*-?\]")
"""A class of single signs: no range, no escape."""

_Words = frozenset[tuple[str, bool]]
"""Literals, each with whether what follows it in the expression is still to come."""


class Opening(NamedTuple):
    """A literal in small letters, and whether it stands at the start of the block, after any marks."""

    text: str
    anchored: bool


def openings(
    expression: str, gaps: Collection[str], macros: Mapping[str, str], *, at_start: bool = True
) -> Iterator[Opening | None]:
    """Yield literals for each branch of an expression, None for a branch that has none worth looking for.

    Args:
        expression: RE2 syntax with macros.
        gaps: the macros that stand for any text.
        macros: what every macro means.
        at_start: whether the expression begins where a block does.
    """
    for branch in _gates.parse(expression, gaps, macros):
        found = _at_start(branch) if at_start else ()
        if not found and not (at_start and _known_start(branch)):
            found = _anywhere(branch)
        yield from found or (None,)


def first_words(expression: str, cap: int) -> set[str]:
    """Return what an expression begins with, in small letters, cut to so many; "" where that is not known."""
    return {word for branch in _gates.parse(expression, (), {}) for word, _ in _words(branch, cap)}


def _at_start(branch: list[Item]) -> Sequence[Opening | None]:
    """Return the literals that a branch begins with, or something rarer; nothing where there are none."""
    words = _fewest(branch, True)
    found = {plain(word) for word in words}
    shortest = min(map(len, found), default=0)
    if shortest < _LEAST[True]:
        return ()
    if shortest < _CLEAR:
        inner = _anywhere(branch)
        lengths = [len(opening.text.strip()) for opening in inner]
        if 0 < len(inner) <= _RARE_WORDS and min(lengths) >= _RARE_LEAST:
            return inner
        if any(word.startswith(_LOST) for word in words):
            return (None,)
    return [Opening(word, True) for word in sorted(found)]


def _known_start(branch: list[Item]) -> bool:
    """Tell whether an expression for how a branch begins is worth looking for."""
    return not _gates.open_ended(branch) and _gates.start(branch) >= _LEAST[True]


def _anywhere(branch: list[Item]) -> Sequence[Opening]:
    """Return the best literals of a branch, wherever they stand; nothing where there are none."""
    inner = max((_fewest(branch[at:], False) for at in range(len(branch))), key=_worth, default=set())
    if not inner or min(map(len, inner)) < _LEAST[False]:
        return ()
    return [Opening(word, False) for word in sorted(inner)]


def _fewest(branch: list[Item], anchored: bool) -> set[str]:
    """Return the literals that a branch begins with: shorter ones where the long ones are many."""
    cap = _CAP[anchored]
    found = {word for word, _ in _words(branch, cap)}
    if len(found) <= _RARE and not anchored:
        return {word for word, _ in _words(branch, _LONG)}
    while len(found) > _MANY[anchored] and cap > _SHORT[anchored]:
        cap -= 1
        found = {word for word, _ in _words(branch, cap)}
    return found


def _worth(words: set[str]) -> tuple[int, int]:
    return min(min(map(len, words), default=0), _CAP[False]), -len(words)


def shortest(words: Iterable[str]) -> list[str]:
    """Return the words that begin with no other of them, in order."""
    kept: list[str] = []
    for word in sorted(set(words)):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return kept


def _words(branch: Iterable[Item], cap: int) -> _Words:
    """Return what a branch may begin with."""
    words: _Words = frozenset({("", True)})
    for item in branch:
        if not any(going for _, going in words):
            break
        joined = _join(words, _of(item, cap), cap)
        words = joined if len(joined) <= _MOST else frozenset((word, False) for word, _ in words)
    return words


def _join(words: _Words, more: _Words, cap: int) -> _Words:
    joined = set()
    for word, going in words:
        for next_, goes_on in more if going else (("", False),):
            text = word + next_
            joined.add((text[:cap], going and goes_on and len(text) < cap))
    return frozenset(joined)


def _of(item: Item, cap: int) -> _Words:
    """Return what one item may begin with, its quantifier seen to."""
    if item.branches is None:
        once = _leaf(item.text)
    else:
        once = frozenset(word for branch in item.branches for word in _words(branch, cap))
    if not item.many:
        return once
    if item.many[:1] == "?":
        return once | {("", True)}
    closed = frozenset((word, False) for word, _ in once)
    if len(once) <= _REPEATED:
        closed = once | _join(once, closed, cap)
    return closed | {("", True)} if item.optional else closed


def _leaf(text: str) -> _Words:
    if text in ("", "\\b", "^"):
        return frozenset({("", True)})
    if len(text) == 1 and text not in ".$":
        return _letter(text)
    if _SIGNS.fullmatch(text) and len(text) <= _FEW:
        return frozenset(word for sign in text[1:-1] for word in _letter(sign))
    if len(text) == 2 and text[0] == "\\" and not text[1].isalnum():
        return _letter(text[1])
    return frozenset({("", False)})


def _letter(letter: str) -> _Words:
    # The letters whose other case is no single letter of ASCII are left to the expression.
    known = letter.isascii() or letter.lower() == letter.upper()
    return frozenset({(letter.lower(), True)}) if known else frozenset({("", False)})
