"""Counts of words, sentences and syllables, and the grades of reading that are worked out from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt

from stylelint.compat.vale.segment import segments

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^dtaeiouy]ed|[^laeiouy]e|e(?:ly|ment|ments|ful|less|ness))\Z")
_APART = re.compile(r"i[ao](?!n|us)|eo|ua(?!r)|[aeiouy]ing|uou|ism\Z|[^aeiouy]le[sd]?\Z(?<=..le[sd])")


@dataclass(frozen=True)
class Counts:
    """What a text consists of.

    Attributes:
        long_words: of more than six letters.
        polysyllabic_words: of more than two syllables.
        complex_words: the same, where one syllable is not of the endings -es, -ed or -ing.
    """

    words: int
    sentences: int
    paragraphs: int
    characters: int
    syllables: int
    long_words: int
    polysyllabic_words: int
    complex_words: int


def counts(text: str) -> Counts:
    """Return the counts of a text whose paragraphs are parted by empty lines."""
    paragraphs = text.split("\n\n")
    words = _WORD.findall(text)
    sizes = [syllables(word) for word in words]
    endings = [size - word.endswith(("es", "ed", "ing")) for word, size in zip(words, sizes, strict=True)]
    return Counts(
        words=len(words),
        sentences=sum(len(segments(paragraph)) for paragraph in paragraphs),
        paragraphs=len(paragraphs) - 1,
        characters=sum(c.isalnum() for c in text),
        syllables=sum(sizes),
        long_words=sum(len(word) > 6 for word in words),
        polysyllabic_words=sum(size > 2 for size in sizes),
        complex_words=sum(size > 2 for size in endings),
    )


def syllables(word: str) -> int:
    """Return an estimate of the syllables of an English word: groups of vowels, silent endings left out."""
    lower = word.lower()
    found = len(_VOWELS.findall(lower))
    if found > 1 and _SILENT.search(lower) and not (lower.endswith("le") and len(lower) > 2):
        found -= 1
    return max(1, found + len(_APART.findall(lower)))


GRADES: Mapping[str, Callable[[Counts], float]] = {
    "Gunning Fog": lambda c: 0.4 * (c.words / c.sentences + 100 * c.complex_words / c.words),
    "Coleman-Liau": lambda c: 5.88 * c.characters / c.words - 29.6 * c.sentences / c.words - 15.8,
    "Flesch-Kincaid": lambda c: 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59,
    "SMOG": lambda c: 1.0430 * sqrt(c.polysyllabic_words * 30 / c.sentences) + 3.1291,
    "Automated Readability": lambda c: 4.71 * c.characters / c.words + 0.5 * c.words / c.sentences - 21.43,
}
"""Published formulas, each of which tells the years of school that a text asks for."""
