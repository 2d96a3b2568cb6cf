"""Words of a sentence with their parts of speech, in the tags of the Penn Treebank.

The tagger is that of `textblob`: a lexicon, and rules for endings and neighbours, all in the package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any, NamedTuple

MISSING = "it asks for parts of speech, and no tagger is here: pip install 'stylelint[vale-tags]'"

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|St|vs|etc|Inc|Jr|Sr|No)\.(?=\s)|\.{2,}"
    r"|\w+(?:[-'’.,:/]\w+)*|[^\w\s]"
)
_SHORT = re.compile(r"(?i)(n['’]t|['’](?:s|re|ve|ll|d|m))\Z")


class Word(NamedTuple):
    """A word or a mark of punctuation, and where it begins."""

    text: str
    start: int
    tag: str = ""


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """Return the words and marks of a sentence; of `don't` and `it's`, both parts."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    for found in _TOKEN.finditer(text):
        token, start = found[0], found.start()
        short = _SHORT.search(token)
        if short and short.start():
            yield Word(token[: short.start()], start)
            yield Word(short[0], start + short.start())
        else:
            yield Word(token, start)


@lru_cache(maxsize=4096)
def tagged(text: str) -> tuple[Word, ...]:
    """Return the words and marks of a sentence with their tags."""
    found = words(text)
    tags = _tagger().find_tags([word.text for word in found])
    return tuple(word._replace(tag=tag[1]) for word, tag in zip(found, tags, strict=True))


@cache
def available() -> bool:
    """Tell whether there is a tagger."""
    return find_spec("textblob") is not None


@cache
def _tagger() -> Any:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves the file of its lexicon open
        from textblob.en import parser

        parser.find_tags(["a"])
    return parser


_UNIVERSAL: dict[str, str] = {
    "ADJ": "JJ[RS]?", "ADP": "IN|RP", "ADV": "RB[RS]?|WRB", "AUX": "MD|VB[DGNPZ]?", "CCONJ": "CC",
    "DET": "DT|PDT|WDT", "INTJ": "UH", "NOUN": "NNS?", "NUM": "CD", "PART": "RP|TO|POS",
    "PRON": r"PRP\$?|WP\$?|EX", "PROPN": "NNPS?", "PUNCT": r"[^\w\s]+|-LRB-|-RRB-", "SCONJ": "IN",
    "SYM": r"SYM|\$|#", "VERB": "VB[DGNPZ]?", "X": "FW|LS",
}  # fmt: skip
_AUXILIARIES = (
    r"(?i)(?:am|are|is|was|were|be|been|being|have|has|had|having|do|does|did|can|could|may|might|must"
    r"|shall|should|will|would|n't|'(?:m|re|s|ve|d|ll))"
)


def universal(name: str) -> tuple[str, str]:
    """Return what a universal part of speech is in tags and, where they do not tell it apart, in words.

    Raises:
        ValueError: there is no such part of speech.
    """
    if name.upper() not in _UNIVERSAL:
        raise ValueError(f"no part of speech “{name}”; known: {', '.join(_UNIVERSAL)}")
    words = _AUXILIARIES if name.upper() == "AUX" else ""
    return f"^(?:{_UNIVERSAL[name.upper()]})$", words
