"""Text in the case of titles and of sentences, as Vale converts it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

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
    words, kept = _words(tuple(accepted))
    made, before = [], ""
    for index, found in enumerate(words.finditer(text[head:])):
        word = found[0]
        lower = word.lower()
        if lower in kept:
            made.append(kept[lower])
        elif index == 0 or _indicates(before, index - 1, indicators):
            made.append(word[:1].upper() + word[1:].lower())
        else:
            made.append(lower)
        before = word
    return text[:head] + " ".join(made)


def _head(text: str, prefix: str) -> int:
    found = re.match(prefix, text) if prefix else None
    return found.end() if found else 0


def _indicates(word: str, index: int, indicators: tuple[str, ...]) -> bool:
    return word.endswith(indicators) or (index == 0 and bool(_NUMBER.match(word)))


@lru_cache(maxsize=64)
def _words(accepted: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the words of a text, and how the accepted ones, in small letters, are written."""
    word = r"[^\W_]+[^\s]*|\*+[^\s]*"
    listed = "|".join(map(re.escape, accepted))
    found = re.compile(rf"\b(?:{listed})\b|{word}" if listed else word, re.IGNORECASE)
    return found, {one.lower(): one for one in accepted}
