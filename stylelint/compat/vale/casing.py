"""Text in the case of titles and of sentences, as Vale converts it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_SMALL = frozenset(
    {
        "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or",
        "per", "the", "to", "vs", "vs.", "via", "v", "v.",
    }
)  # fmt: skip
_PREPOSITIONS = frozenset(
    {
        "with", "from", "into", "during", "including", "until", "against", "among", "throughout",
        "despite", "towards", "upon", "concerning", "about", "over", "through", "before", "between",
        "after", "since", "without", "under", "within", "along", "following", "across", "beyond",
        "around", "down", "near", "above",
    }
)  # fmt: skip
_TITLE_WORD = re.compile(r"[^\W_]+[^\s/-]*")
_WORD = re.compile(r"[^\W_]+[^\s]*|\*+[^\s]*")
_SIMPLE = re.compile(r"\w+", re.ASCII)
_NUMBER = re.compile(r"\d+\.")
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})


def title_case(text: str, chicago: bool, accepted: Sequence[str], prefix: str = "") -> str:
    """Return text in title case.

    Args:
        text: one line.
        chicago: all prepositions stay small, not those of up to three letters alone.
        accepted: words that keep the case in which they are listed.
        prefix: an expression of what may stand before the title and is left alone.
    """
    head = _head(text, prefix)
    kept = {word.lower(): word for word in accepted}
    plain, small = text.translate(_PLAIN), _SMALL | _PREPOSITIONS if chicago else _SMALL
    first = re.match(r"\W*", text[head:])
    begin = head + (first.end() if first else 0)

    def cased(found: re.Match[str]) -> str:
        word, (start, end) = found[0], found.span()
        lower = word.lower()
        if lower in kept:
            return kept[lower]
        before, two, after = (
            plain[start - 1 : start],
            plain[max(0, start - 2) : start - 1],
            plain[end : end + 1],
        )
        inside = start > begin and end < len(text) and before in (" ", "-", "/")
        if lower in small and inside and two not in (":", "-") and (after != "-" or before == "-"):
            return lower
        return word[0].upper() + word[1:]

    return (
        text[:head] + _TITLE_WORD.sub(cased, text[head:])
        if not head
        else (text[:head] + _TITLE_WORD.sub(cased, text)[head:])
    )


def sentence_case(text: str, accepted: Sequence[str], indicators: tuple[str, ...], prefix: str = "") -> str:
    """Return text in the case of a sentence: a capital at its head and after an indicator.

    Args:
        text: one line.
        accepted: words, or expressions of words, that keep their case.
        indicators: ends of words after which a new sentence begins.
        prefix: an expression of what may stand before the sentence and is left alone.
    """
    head = _head(text, prefix)
    made: list[str] = []
    known = _accepted(tuple(accepted))
    capital, kept = True, known.kept
    for word in _words_of(text[head:], known):
        lower = word.lower()
        if lower in kept:
            made.append(kept[lower])
        else:
            made.append(word[:1].upper() + word[1:].lower() if capital else lower)
        capital = word.endswith(indicators) or (len(made) == 1 and _NUMBER.match(word) is not None)
    return text[:head] + " ".join(made)


def _head(text: str, prefix: str) -> int:
    found = re.match(prefix, text) if prefix else None
    return found.end() if found else 0


class _Accepted(NamedTuple):
    """Words that keep their case.

    Attributes:
        kept: how they are written, by their small letters.
        words: finds the words of a text, these first.
        simple: whether each of them is letters of ASCII and figures alone.
    """

    kept: Mapping[str, str]
    words: re.Pattern[str]
    simple: bool


@lru_cache(maxsize=64)
def _accepted(accepted: tuple[str, ...]) -> _Accepted:
    listed = "|".join(map(re.escape, accepted))
    words = re.compile(rf"\b(?:{listed})\b|{_WORD.pattern}", re.IGNORECASE) if listed else _WORD
    simple = all(map(_SIMPLE.fullmatch, accepted))
    return _Accepted({one.lower(): one for one in accepted}, words, simple)


def _words_of(text: str, known: _Accepted) -> list[str]:
    """Return the words of a text: what stands between blanks from its first letter on, or is accepted."""
    # To look for all that is accepted at every letter is dear, and most texts have none of it.
    if known.simple and text.isascii() and known.kept.keys().isdisjoint(_SIMPLE.findall(text.lower())):
        return _WORD.findall(text)
    return known.words.findall(text)
