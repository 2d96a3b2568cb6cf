r"""Which few letters must stand in a text for an expression to match at all?

To look for a thousand expressions takes an automaton, which is slow to make and to get going; for many more
words it takes one look at each letter of a text.  So expressions are taken apart into factors, which have
neither choices nor repetitions: where `\bcolours?\b` matches there stands `\bcolour\b` or `\bcolours\b`.
The method is the one of Cox's index for regular expressions ("Regular Expression Matching with a Trigram
Index", 2012), with factors in the place of trigrams: every part of an expression is either known to the
letter, or has a set of factors of which one must occur, or says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from stylelint import lazy
from stylelint.dissection import Reader
from stylelint.openings import END, START
from stylelint.rarity import rarity
from stylelint.signs import (
    ANY_CASE,
    BEGIN,
    BLANKS,
    EDGE,
    FINISH,
    FREE,
    LETTER,
    LOWER,
    OTHER,
    SIGNS,
    UPPER,
    one_case,
)

_MERGED = lazy.regex(f"[ {EDGE}]*{BLANKS}[ {BLANKS}]*")
_OUTER = lazy.regex(f"^{BLANKS}|{BLANKS}$")
_BLURRED = lazy.regex(f"(?<={OTHER}){BLANKS}|{BLANKS}(?={OTHER})")

_CASELESS = {UPPER: LETTER, LOWER: LETTER}


@lru_cache(maxsize=8192)
def factors(regex: str) -> tuple[str, ...]:
    """Return letters of which some must stand in every text that an expression matches.

    Args:
        regex: in RE2's syntax; it runs with `(?mi)`, so that capitals matter only where it says so.

    Returns:
        Strings of letters and of `signs`, of which one must stand; empty where nothing can be said.
    """
    begun, finished = regex.startswith(START), regex.endswith(END)
    inner = regex.removeprefix(START).removesuffix(END if finished else "")
    reader = Reader(inner, BEGIN * begun, FINISH * finished)
    if r"\Q" in reader.tokens or r"\E" in reader.tokens or not SIGNS.isdisjoint(regex):
        return ()
    found = {_cut(text) for text in reader.branches().best or ()}
    if reader.tokens or not min(map(rarity, found), default=0):
        return ()
    return tuple(sorted(shortest(set(map(_written, found)))))


def _cut(text: str) -> str:
    """Return what can be looked for of a string: where a run of blanks ends is not clear beside one.

    There is one sign for blanks that may be more, and a blank where that is enough.
    """
    if BLANKS not in text:
        return text
    merged = _OUTER.sub(" ", _MERGED.sub(BLANKS, text))
    return max(_BLURRED.split(merged), key=rarity)


def _written(text: str) -> str:
    """Return a string as a factor: with a sign before it where capitals do not matter."""
    if max(text) < chr(FREE):
        return text
    # In one case, capitals and small letters are not told apart.
    return ANY_CASE + "".join(map(_caseless, text))


@lru_cache(maxsize=1024)
def _caseless(letter: str) -> str:
    one = chr(ord(letter) - FREE) if letter >= chr(FREE) else letter
    return _CASELESS.get(one, one) if one in SIGNS else one_case(one)


def shortest(texts: set[str]) -> Iterator[str]:
    """Yield the texts in which no other of them stands."""
    lengths = sorted({len(text) for text in texts})[:-1]
    for text in texts:
        head, body = (ANY_CASE, text[1:]) if text.startswith(ANY_CASE) else ("", text)
        sizes = (length - len(head) for length in lengths if length < len(text))
        parts = {head + body[at : at + size] for size in sizes for at in range(len(body) - size + 1)}
        if texts.isdisjoint(parts):
            yield text
