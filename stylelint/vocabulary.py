"""Which of ten thousand words stand in a text?  Their first letters are looked up before any search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from stylelint.openings import Owner

_LONG, _SHORT = 8, 4
"""So many letters of a word are looked up, and so many of a shorter one."""

_FEW = 2_000
"""So many characters are looked at for each word in turn sooner than a dictionary is made."""


class Vocabulary:
    """The words that somebody looks for.

    Args:
        wanted: who looks for something, and for which casefolded strings.
    """

    def __init__(self, wanted: Iterable[tuple[Owner, tuple[str, ...]]]) -> None:
        self._wanted = [(owner, words) for owner, words in wanted if words]
        self._read = 0

    def found(self, text: str) -> Iterator[tuple[Owner, list[str]]]:
        """Yield everybody who finds something in a casefolded text, with the words that stand there."""
        self._read += len(text)
        if self._read <= _FEW:
            grams = _grams(text, _SHORT)
            for owner, words in self._wanted:
                standing = [w for w in words if (w[:_SHORT] in grams or len(w) < _SHORT) and w in text]
                if standing:
                    yield owner, standing
        else:
            yield from self._looked_up(text)

    def _looked_up(self, text: str) -> Iterator[tuple[Owner, list[str]]]:
        owners, by_gram = self._known
        standing: dict[Owner, list[str]] = {}
        grams = {"", *_grams(text, _SHORT), *_grams(text, _LONG)}
        for gram in grams & by_gram.keys():
            for word in by_gram[gram]:
                if word in text:
                    for owner in owners[word]:
                        standing.setdefault(owner, []).append(word)
        yield from standing.items()

    @cached_property
    def _known(self) -> tuple[dict[str, list[Owner]], dict[str, list[str]]]:
        """Who looks for each word, and the words by their first letters, the shortest by none."""
        owners: dict[str, list[Owner]] = {}
        for owner, words in self._wanted:
            for word in words:
                owners.setdefault(word, []).append(owner)
        by_gram: dict[str, list[str]] = {}
        for word in owners:
            by_gram.setdefault(_gram(word), []).append(word)
        return owners, by_gram


def _gram(word: str) -> str:
    """Return the first letters of a word, none where it has too few."""
    if len(word) >= _LONG:
        return word[:_LONG]
    return word[:_SHORT] if len(word) >= _SHORT else ""


def _grams(text: str, length: int) -> set[str]:
    """Return all stretches of so many letters in a text."""
    return {text[at : at + length] for at in range(len(text) - length + 1)}
