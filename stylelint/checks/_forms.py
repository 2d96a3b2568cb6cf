"""Where the forms stand that a rule knows, in one look at a text for all of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from stylelint.native import native
from stylelint.text import is_word

_Known: TypeAlias = dict[str, list[tuple[int, str]]]
_HEAD = 4
"""So many letters of a form are looked for before it is compared."""


@native
def forms_in(text: str, forms: tuple[str, ...], before: str, after: str, /) -> list[tuple[int, int, int]]:
    """Return where forms stand as whole words: start, end and which form, by starts, then in their order.

    Args:
        text: folded.
        forms: as they stand there.
        before: signs that join a word to the one before it, as a letter would.
        after: the same for the word after it.
    """
    if not any(forms):
        return []
    known, begins = _sought(forms, before)
    places = (
        (start, start + len(form), number)
        for start in [match.start() for match in begins.finditer(text)]
        for number, form in known[text[start]]
        if text.startswith(form, start)
    )
    return [place for place in places if not _joined(text[place[1] : place[1] + 1], after)]


@lru_cache(maxsize=256)
def _sought(forms: tuple[str, ...], before: str) -> tuple[_Known, re.Pattern[str]]:
    """Return the forms and their numbers by their first letters, and what stands where one may begin."""
    known: _Known = {}
    for number, form in enumerate(forms):
        if form:
            known.setdefault(form[0], []).append((number, form))
    # What stands before it is looked at last, so that the search goes from one first letter to the next.
    heads = {first: {re.escape(form[1:_HEAD]) for _, form in several} for first, several in known.items()}
    ways = (rf"{re.escape(first)}(?={'|'.join(sorted(rests))})" for first, rests in heads.items())
    return known, re.compile(rf"(?:{'|'.join(ways)})(?<![\w{re.escape(before)}].)", re.DOTALL)


@native
def forms_amid(text: str, forms: tuple[str, ...], /) -> list[tuple[int, int]]:
    """Return where forms stand between two words, from the last letter before to the first after.

    The one before ends in a small letter, and both letters are of ASCII.  Titles in capitals hold many of the
    forms, and each place ends where the next one may begin.

    Args:
        text: folded.
        forms: as they stand there.
    """
    places, free = list[tuple[int, int]](), 0
    for start, end, _ in forms_in(text, forms, "", ""):
        before, after = start - 1, end
        while before >= 0 and text[before] == " ":
            before -= 1
        while text[after : after + 1] == " ":
            after += 1
        last = text[after : after + 1]
        apart = free <= before < start - 1 and end < after
        if apart and "a" <= text[before] <= "z" and last.isascii() and last.isalpha():
            free = after + 1
            places.append((before, free))
    return places


def _joined(char: str, signs: str) -> bool:
    return char != "" and (char in signs or is_word(char))
