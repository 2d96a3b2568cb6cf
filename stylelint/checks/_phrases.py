"""Where phrases stand in a document, however many phrases and however long the document.

A rule that finds its words in the draft itself (its hyphenated compounds, its names) has more of them the
longer the draft is.  To search the whole text for each grows with the square; here the text is read a window
at a time, and only what can stand in a window is searched for in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import chain, islice, pairwise

from stylelint.document import Document
from stylelint.native import native
from stylelint.text import is_word, lower

_FEW = 64
"""So many searches of a text take as long as one look at its words."""

_WINDOW = 1 << 13
"""Code points that are looked at together: few enough that few phrases stand there."""

_REACH = 256
"""Code points that a phrase may have; longer ones are not found in a long text."""

_NO_ASCII = bytes(range(128))
_BLANKED = bytes(code if chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(128))
_BLANKED += bytes(range(128, 256))
"""What is no word becomes a blank; what is not ASCII is looked at before."""

Key = bytes | tuple[bytes, bytes]
"""The first word of a phrase that has no other; else the first two."""


def small(text: str) -> str:
    """Return a text in lower case, place for place the same."""
    return lower(text.replace("İ", "i"))  # the one letter that would become two


def small_data(document: Document) -> bytes:
    """Return the folded text in UTF-8 with small letters for capitals of ASCII; made once for a document."""
    known: bytes | None = document.__dict__.get("_small_data")
    if known is None:
        known = document.__dict__["_small_data"] = document.data.lower()
    return known


def places(text: str, phrases: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield each phrase and where it begins, in the order of places for each phrase.

    A phrase is found as a whole, or with an s more; what else stands around it is for the caller to look at.

    Args:
        text: folded, or `small`.
        phrases: as they stand there, a blank between words, each with a letter or a digit.
    """
    if len(phrases) <= _FEW or len(text) <= _WINDOW:
        yield from _stand(text, phrases, 0, len(text))
    else:
        yield from ((phrase, at) for at, phrase in standing(text, frozenset(phrases)))


@native
def standing(text: str, phrases: Set[str], /) -> list[tuple[int, str]]:
    """Return where phrases begin in a long text, in order; see `places`.

    Raises:
        ValueError: a phrase has no letter and no digit.
    """
    keyed = _keyed(phrases)
    alone = {key for key in keyed if isinstance(key, bytes)}
    in_twos = keyed.keys() - alone
    found = list[tuple[int, str]]()
    for start in range(0, len(text), _WINDOW):
        words = _words(text[start : start + _WINDOW + _REACH])
        keys: Iterator[Key] = chain(alone.intersection(words), in_twos.intersection(pairwise(words)))
        here = {phrase for key in keys for phrase in keyed[key] if len(phrase) <= _REACH}
        found += [(at, phrase) for phrase, at in _stand(text, here, start, start + _WINDOW)]
    return sorted(found)


def firsts(text: str, phrases: Collection[str]) -> dict[str, int]:
    """Return where each phrase that stands in a text first begins; see `places`."""
    if len(phrases) <= _FEW:
        return dict(found for phrase in phrases for found in islice(places(text, (phrase,)), 1))
    first: dict[str, int] = {}
    for phrase, at in places(text, phrases):
        first.setdefault(phrase, at)
    return first


@native
def beginnings(text: str, wanted: Set[str], /) -> set[str]:
    """Return those of the wanted strings with which something begins that stands after a blank.

    Args:
        text: folded.
        wanted: strings without a blank, of `_REACH` code points at the most.
    """
    if len(wanted) <= _FEW:
        return {begin for begin in wanted if f" {begin}" in text}
    distinct: set[str] = set()
    for start in range(0, len(text), _WINDOW):
        distinct.update({*text[start : start + _WINDOW + _REACH].split(" ")[1:]})
    known = sorted(distinct)
    found = ((begin, bisect_left(known, begin)) for begin in wanted)
    return {begin for begin, at in found if at < len(known) and known[at].startswith(begin)}


def _stand(text: str, phrases: Collection[str], start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield where phrases begin between two places."""
    for phrase in phrases:
        last = end + len(phrase) - 1
        at = text.find(phrase, start, last)
        while at >= 0:
            if _is_whole(text, at, at + len(phrase)):
                yield phrase, at
            at = text.find(phrase, at + 1, last)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch cuts through no word, but for an s at its end."""
    if start and is_word(text[start - 1]) and is_word(text[start]):
        return False
    after = text[end : end + 2]
    return not after or not is_word(after[0]) or (after[0] == "s" and not is_word(after[1:] or " "))


def _keyed(phrases: Collection[str]) -> Mapping[Key, Sequence[str]]:
    """Return the phrases by what must stand in a window for them to stand there."""
    keyed: dict[Key, list[str]] = {}
    for phrase in phrases:
        first, *others = _words(phrase)
        # Of three words or more, the second stands whole; the last may have an s more.
        for last in (others[0], others[0] + b"s") if others else ():
            keyed.setdefault((first, last), []).append(phrase)
        for only in () if others else (first, first + b"s"):
            keyed.setdefault(only, []).append(phrase)
    return keyed


def _words(text: str) -> list[bytes]:
    """Return the words of a text in UTF-8."""
    if not text.isascii():
        odd = text.encode("utf-8", "surrogatepass").translate(None, _NO_ASCII)
        for sign in set(odd.decode("utf-8", "surrogatepass")):
            if not is_word(sign):
                text = text.replace(sign, " ")
    return text.encode("utf-8", "surrogatepass").translate(_BLANKED).split()
