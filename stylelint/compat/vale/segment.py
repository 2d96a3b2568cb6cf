"""Where Vale's reader takes a sentence to end.

It follows the Punkt segmenter: a stop ends a sentence whatever comes after it, unless the word before it is
an abbreviation; a word with a stop inside it (an address, “U.S.”) counts as one.  Punkt weighs words by what
it has learnt from a corpus; here lists stand in for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from stylelint.document import Span

_STOP = re.compile(r"[.!?][\"')\]”’.!?]*(?=\s|\Z)")
_ENDS = re.compile(r"[.!?][\"')”’]?\Z")
_DOTTED = re.compile(r"(?:\w\.)+\w*\.")
_INITIAL = re.compile(r"[^\W\d_]\.")
_ELLIPSIS = re.compile(r"(?:\.\s?){2,}\.")
_ABBREVIATIONS = frozenset(
    {
        "a.m", "adm", "ala", "ariz", "ark", "aug", "ave", "bros", "brig", "c", "calif", "capt", "cmdr",
        "co", "col", "colo", "conn", "corp", "cos", "d", "dak", "dec", "del", "dr", "e.g", "feb", "fla",
        "ft", "ga", "gen", "gov", "i.e", "ill", "inc", "ind", "j", "jan", "jr", "kan", "ky", "la", "lt",
        "ltd", "m", "maj", "mass", "md", "messrs", "mich", "minn", "miss", "mo", "mr", "mrs", "ms",
        "mt", "n.c", "n.d", "n.h", "n.j", "n.m", "n.y", "neb", "nev", "no", "nov", "oct", "okla", "ore",
        "p", "p.m", "pa", "ph.d", "prof", "r", "rep", "reps", "rev", "s.c", "s.d", "sen", "sens",
        "sept", "sgt", "sr", "st", "tenn", "tex", "u.k", "u.n", "u.s", "u.s.a", "va", "vs", "vt",
        "w.va", "wash", "wis", "wyo", "et", "al", "cf",
    }
)  # fmt: skip
_STARTERS = frozenset(
    {
        "also", "although", "among", "another", "as", "at", "because", "both", "but", "by", "despite",
        "during", "even", "for", "from", "he", "her", "here", "his", "how", "however", "i", "if", "in",
        "instead", "it", "its", "last", "many", "meanwhile", "moreover", "most", "nevertheless", "no",
        "one", "she", "since", "so", "some", "still", "such", "that", "the", "their", "then", "there",
        "these", "they", "this", "those", "though", "under", "unlike", "until", "when", "while", "why",
        "yet", "you",
    }
)  # fmt: skip
"""Words that begin a sentence far more often than anything else with a capital."""


_SPAN: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""Makes a span of its ends; there are many, and so none takes a call of a function of Python."""

_LONG = 40
"""Words are seldom longer; so much is looked at first."""


def segments(text: str) -> list[Span]:
    """Return the sentences of a block without the blanks around them."""
    found: list[Span] = []
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        after = stop.end()
        if after < len(text):
            word = _word(text, start, after)
            if not (_usual(word) or _ends(word, _next(text, after))):
                continue
        if after > start:
            found.append(_SPAN((start, after)))
        while after < len(text) and text[after].isspace():
            after += 1
        start = after
    end = len(text.rstrip())
    if end > start:
        found.append(Span(start, end))
    return found


def _word(text: str, start: int, end: int) -> str:
    """Return the word that ends at a place, from `start` on at the earliest."""
    for begin in (max(start, end - _LONG), start):
        parts = text[begin:end].rsplit(maxsplit=1)
        if len(parts) > 1:
            return parts[-1]
    return text[start:end]


def _usual(token: str) -> bool:
    """Tell whether a word ends a sentence whatever comes after it, at a glance: most do."""
    word = token[:-1]
    return token[-1] == "." and len(word) > 1 and word.isalpha() and word.lower() not in _ABBREVIATIONS


def _next(text: str, at: int) -> str:
    """Return the next word."""
    word = text[at : at + 60].split(maxsplit=1)
    return word[0] if word else ""


def _ends(token: str, following: str) -> bool:
    """Tell whether a word with a stop at its end ends the sentence, given the word after it."""
    first = following.strip("\"'“‘([")[:1]
    starter = following.strip("\"'“‘”’().,;:").lower() in _STARTERS
    if _ELLIPSIS.search(token):
        return first.isupper() or starter
    if token[-1] != ".":
        if not _ENDS.search(token):
            return False
        return not (token[-1] in "\"')”’" and first.islower() and not starter)
    word = token[:-1].strip("\"'“‘([").lower()
    if _INITIAL.fullmatch(token.strip("\"'“‘([")):
        return False
    if _DOTTED.search(token) or word in _ABBREVIATIONS:
        return starter and first.isupper() and word not in _TITLES
    return True


_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "maj",
        "st", "mt",
    }
)  # fmt: skip
