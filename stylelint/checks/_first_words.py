"""What an expression may begin with: words in small letters, as far as they are known to the letter."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks._items import Branches, Item, parse
from stylelint.signs import SIGNS

_FEW = 8
"""Characters of a class that are tried one by one."""

_REPEATED = 10
"""More words than these are not followed into their repetitions."""

_MOST = 96
"""More words than these for one branch, and its first characters must do."""

_SIGNS = lazy.regex(r"\[-?[^\^\\\]\[-][^\\\]\[-]*-?\]")
"""A class of single signs: no range, no escape."""


class _Words(NamedTuple):
    """Words: those that what follows in the expression may make longer, and the others."""

    going: frozenset[str]
    ended: frozenset[str]

    def __or__(self, other: _Words) -> _Words:
        return _Words(self.going | other.going, self.ended | other.ended)

    @property
    def all_ended(self) -> _Words:
        return _Words(_NONE, self.going | self.ended)

    def __len__(self) -> int:
        return len(self.going) + len(self.ended)

    def followed_by(self, more: _Words, cap: int) -> _Words:
        """Return them with what comes next, cut to so many code points as both are."""
        if self is _NOTHING:
            return more
        going = {one + next_ for one in self.going for next_ in more.going}
        long = {one for one in going if len(one) >= cap}
        if not long and not more.ended:
            return _Words(frozenset(going), self.ended)
        ended = ((one + next_)[:cap] for one in self.going for next_ in more.ended)
        return _Words(frozenset(going - long), self.ended.union(ended, (one[:cap] for one in long)))


_NONE: frozenset[str] = frozenset()
_NOTHING = _Words(frozenset({""}), _NONE)
_UNKNOWN = _Words(_NONE, frozenset({""}))


def first_words(expression: str, cap: int) -> frozenset[str]:
    """Return what an expression begins with, in small letters, cut to so many; "" where that is not known."""
    return _NONE.union(*(words(branch, cap) for branch in parse(expression)))


def words(branch: tuple[Item, ...], cap: int) -> frozenset[str]:
    """Return what a branch begins with, likewise."""
    going, ended = _of_branch(branch, cap)
    return going | ended


def _of_branch(branch: tuple[Item, ...], cap: int) -> _Words:
    found = _NOTHING
    for item in branch:
        if not found.going:
            break
        longer = found.followed_by(_of_item(item, cap), cap)
        found = longer if len(longer) <= _MOST else found.all_ended
    return found


def _of_item(item: Item, cap: int) -> _Words:
    once = _once(item, cap)
    if not item.many:
        return once
    if item.many[:1] == "?":
        return once | _NOTHING
    closed = once.all_ended
    if len(once) <= _REPEATED:
        closed = once | once.followed_by(closed, cap)
    return closed | _NOTHING if item.optional else closed


def _once(item: Item, cap: int) -> _Words:
    if item.branches is not None:
        return _of_group(item.branches, cap)
    if item.letters:
        return _letters(item.letters, cap)
    if item.text in ("", "\\b", "^"):
        return _NOTHING
    if _SIGNS.fullmatch(item.text) and len(item.text) <= _FEW:
        going, ended = zip(*(_letters(sign, cap) for sign in item.text[1:-1]), strict=True)
        return _Words(_NONE.union(*going), _NONE.union(*ended))
    return _UNKNOWN


@lru_cache(maxsize=512)
def _of_group(branches: Branches, cap: int) -> _Words:
    going, ended = zip(*(_of_branch(branch, cap) for branch in branches), strict=True)
    return _Words(_NONE.union(*going), _NONE.union(*ended))


def _letters(letters: str, cap: int) -> _Words:
    """Return letters in small ones, as far as these are known to be what stands there."""
    known = letters
    if not letters.isascii():
        known = "".join(takewhile(_is_plain, letters))
    word = frozenset({known.lower()[:cap]})
    return _Words(word, _NONE) if known == letters and len(known) < cap else _Words(_NONE, word)


def _is_plain(letter: str) -> bool:
    """Tell whether a letter is sought as it stands; signs and letters with two cases are not."""
    return letter.isascii() or (letter.lower() == letter.upper() and letter not in SIGNS)
