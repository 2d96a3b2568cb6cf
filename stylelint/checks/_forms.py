"""Where the forms stand that a rule knows, in one look at a text for all of them."""

from __future__ import annotations

import re

from stylelint.native import native
from stylelint.text import is_word


@native
def forms_in(text: str, forms: tuple[str, ...], before: str, after: str, /) -> list[tuple[int, int, int]]:
    """Return where forms stand as whole words: start, end and which form, by starts, then in their order.

    Args:
        text: folded.
        forms: as they stand there.
        before: signs that join a word to the one before it, as a letter would.
        after: the same for the word after it.
    """
    known = _by_first(forms)
    if not known:
        return []
    begins = re.compile(rf"[{re.escape(''.join(known))}](?<![\w{re.escape(before)}].)", re.DOTALL)
    places = (
        (start, start + len(form), number)
        for start in [match.start() for match in begins.finditer(text)]
        for number, form in known[text[start]]
        if text.startswith(form, start)
    )
    return [place for place in places if not _joined(text[place[1] : place[1] + 1], after)]


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


def _by_first(forms: tuple[str, ...]) -> dict[str, list[tuple[int, str]]]:
    """Return the forms and their numbers by their first letters."""
    known: dict[str, list[tuple[int, str]]] = {}
    for number, form in enumerate(forms):
        if form:
            known.setdefault(form[0], []).append((number, form))
    return known


def _joined(char: str, signs: str) -> bool:
    return char != "" and (char in signs or is_word(char))
