r"""Which few letters must stand in a text for an expression to match at all?

To look for a thousand expressions takes an automaton, which is slow to make and to get going; for many more
words it takes one look at each letter of a text.  So expressions are taken apart into factors, which have
neither choices nor repetitions: where `\bcolours?\b` matches there stands `\bcolour\b` or `\bcolours\b`, and
as these are all that it matches, it does match then.  The method is the one of Cox's index for regular
expressions ("Regular Expression Matching with a Trigram Index", 2012), with factors in the place of trigrams:
every part of an expression is either known to the letter, or has a set of factors of which one must occur, or
says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from stylelint import lazy
from stylelint.openings import START
from stylelint.parts import FREE, Reader, weight
from stylelint.signs import ANY_CASE, BEGIN, BLANKS, EDGE, LETTER, LOWER, OTHER, SIGNS, UPPER, one_case

_MERGED = lazy.regex(f"[ {EDGE}]*{BLANKS}[ {BLANKS}]*")
_OUTER = lazy.regex(f"^{BLANKS}|{BLANKS}$")
_BLURRED = lazy.regex(f"(?<={OTHER}){BLANKS}|{BLANKS}(?={OTHER})")

_CASELESS = {UPPER: LETTER, LOWER: LETTER}

_SHORT = 3
"""So many classes and letters at the start of a block will do where it begins with a class."""


class Factors(NamedTuple):
    """What must stand in a text that an expression matches.

    Attributes:
        texts: one of these, each of letters and of `signs`; empty where nothing can be said.
        weight: how rare the commonest of them is: a letter weighs 1, other signs more.
        exact: whether the expression matches wherever one of them stands, but that any letter beyond ASCII
            may stand for a class there.
    """

    texts: tuple[str, ...] = ()
    weight: int = 0
    exact: bool = False


@lru_cache(maxsize=8192)
def factors(regex: str) -> Factors:
    """Return what must stand in every text that an expression matches.

    Args:
        regex: in RE2's syntax; it runs with `(?mi)`, so that capitals matter only where it says so.
    """
    begun = regex.startswith(START)
    reader = Reader(regex.removeprefix(START))
    if r"\Q" in reader.tokens or r"\E" in reader.tokens or not SIGNS.isdisjoint(regex):
        return Factors()
    part = reader.branches(frozenset({BEGIN if begun else ""}))
    whole = part.exact is not None and min(map(weight, part.exact)) > 0
    found = frozenset(map(_merged, (part.exact if whole else part.some) or ()))
    cut = frozenset(map(_cut, found))
    least = min(map(weight, cut), default=0)
    if reader.tokens or not least:
        return Factors()
    exact = whole and cut == found and not any(map(_is_simplified, part.exact or ()))
    return Factors(tuple(sorted(shortest(set(map(_written, cut))))), least, exact)


def _merged(text: str) -> str:
    """Return a string with one sign for blanks that may be more, and a blank where that is enough."""
    return _OUTER.sub(" ", _MERGED.sub(BLANKS, text))


def _cut(text: str) -> str:
    """Return what can be looked for of a string, and all of it where that is possible."""
    if text[:1] == BEGIN and text[1:2] in SIGNS:
        text = text[: 1 + _SHORT]
    # Where a run of blanks ends is not clear beside what may be a blank.
    return max(_BLURRED.split(text), key=weight)


def _is_simplified(text: str) -> bool:
    """Tell whether a string says more than the factor that is made of it: of blanks, or of capitals."""
    cased = any(one in _CASELESS or (one < chr(FREE) and one.lower() != one.upper()) for one in text)
    return _MERGED.sub(BLANKS, text) != text or (cased and max(text) >= chr(FREE))


def _written(text: str) -> str:
    """Return a string as a factor: with a sign before it where capitals do not matter."""
    if not any(letter >= chr(FREE) for letter in text):
        return text
    letters = (chr(ord(one) - FREE) if one >= chr(FREE) else one for one in text)
    # In one case, capitals and small letters are not told apart.
    return ANY_CASE + "".join(_CASELESS.get(one, one) if one in SIGNS else one_case(one) for one in letters)


def shortest(texts: set[str]) -> Iterator[str]:
    """Yield the texts in which no other of them stands."""
    lengths = sorted({len(text) for text in texts})
    for text in texts:
        head, body = (ANY_CASE, text[1:]) if text.startswith(ANY_CASE) else ("", text)
        parts = (
            head + body[at : at + n - len(head)]
            for n in lengths
            if n < len(text)
            for at in range(len(text) - n + 1)
        )
        if texts.isdisjoint(parts):
            yield text
