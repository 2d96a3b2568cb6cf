"""Arguments for the function of capitalised.c, which lookalikes.c, spelling.c and surnames.c serve."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

from stylelint.checks._spelling import ENDINGS
from stylelint.checks._surnames import NOBODY
from tests.native.names import NAMES
from tests.native.strategies import TEXT, of

_STARTS = "Var", "Sten", "Obra", "Phi", "Quix", "Ámb", "Zhou", "MacVar", "BELT", "Şah", "Ba-Var"
_ENDS = (
    "a",
    "e",
    "o",
    "da",
    "ad",
    "cha",
    "sch",
    "kx",
    "tt",
    "t",
    "s",
    "n",
    "ian",
    "an",
    "ism's",
    "é",
    "ß",
    "ñ",
    "ł",
)

_WORDS = st.builds(
    "".join, st.tuples(st.sampled_from(_STARTS), *[st.sampled_from(_ENDS) | st.just("")] * 3, st.just(" "))
)
"""Words of which many are spelled nearly alike, or sound alike, or are made of one another."""

_ALIKE = st.lists(_WORDS, min_size=6, max_size=50).map("".join)
_FAMILY = of("Stena Stens Stene Stenan Stenian Stenas", " ")
_CROWDS = st.lists(
    st.text("abc", min_size=3, max_size=5).map("Var {}".format), min_size=60, max_size=120
).map(lambda ends: " ".join(end.replace(" ", "") for end in ends))
_ODD = of("Vara Varda VaraTide Tide Sandoria-Belt Sandoria-Belts Sandor", "aéÉİΣßǅł-_'2 ")
_OPENERS = st.sampled_from([frozenset(), frozenset({"Varada", "Stena"})])

_SPEAKERS = "Roe Roes O'Roe Roe-Varga Émile VARGA ×Roe łRoe Roe_ R As"
_BEFORE_VERBS = "also then later has had hat alto"
_VERBS = (
    "added adds argued argues asked declined explained insisted noted recalled replied said says tells "
    "testified told tweeted warned writes wrote saids the tell."
)
_SPEAKING = st.lists(
    st.builds(
        "{}{} {}{}".format,
        st.sampled_from(["", "Ann ", "Ann van ", "the "]),
        st.sampled_from(_SPEAKERS.split()),
        st.sampled_from(["", "", *(f"{word} " for word in _BEFORE_VERBS.split())]),
        st.sampled_from(_VERBS.split()),
    )
).map(". ".join)
_NOBODY = st.just(NOBODY) | st.just(frozenset({"Roe"}))

ARGUMENTS = {
    "capitalised": st.tuples(
        st.one_of(_ALIKE, _CROWDS, _FAMILY, _ODD, TEXT, NAMES, NAMES, _SPEAKING),
        _OPENERS,
        st.just(ENDINGS),
        _NOBODY,
    ),
}

_BASES = "Stenak", "Varada", "Philak", "Schmit", "Zhouxa", "Éllana", "MacVar", "Sten-Ara", "Sten-Zhu"
_CHANGES = "abcdefghijklmnopqrstuvwxyzéÉ-'"


def _changed(word: str) -> Iterator[str]:
    """Yield a word with a letter more, less, another or moved, and with other ends."""
    for place in range(len(word) + 1):
        for letter in _CHANGES:
            yield word[:place] + letter + word[place:]
            yield word[:place] + letter + word[place + 1 :]
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :]
    yield from (word + end for end in (*_ENDS, "ians", "Tide", "-Belt"))
    yield from (start + word for start in ("Mac", "Mc", "O'", "St"))


def _moved(word: str) -> Iterator[str]:
    """Yield a word with two letters in each other's place, or one left out or another."""
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]
        yield word[:place] + word[place + 1 :]
        yield word[:place] + "e" + word[place + 1 :]


_TWICE = [
    f"{word} and {other}."
    for word in ("Philakov", "Stenakis", "Zhoux")
    for one in _moved(word)
    for other in _moved(one)
]
_TWO = [f"{word} and {other}." for word in _BASES for other in _changed(word)]
_FIRST = [
    f"{'x' * size} {letter}rga said {wide}"
    for size in range(18)
    for letter in "@AZ[`az¿ÀÞßſƀ"
    for wide in ("", "…", "𝄞")
]
_SAID = [
    f"{before}{name} {also}{verb}"
    for before in ("", "Ann ", "Ann van ", "the ", "ANN ")
    for name in (*_SPEAKERS.split(), "Roe's", "roe")
    for also in ("", *(f"{word} " for word in _BEFORE_VERBS.split()))
    for verb in ("said", "saids", "tell.", "adds,", "told")
]

_BESIDE = [
    f"Ann {before}Varga{after} said"
    for before in ("", "2", "_", "é", "-", "…")
    for after in ("", *(f"{one}x and Roe" for one in "@[`{|é2_-'"))
]
_MANY = " and ".join(
    f"V{one}{two}{three}{four}"
    for one, two, three, four in product("abc", "lkr", "ae", ("da", "do", "dan", "xo", "tada"))
)

CASES: dict[str, list[tuple[Any, ...]]] = {
    "capitalised": [
        (text, frozenset(), ENDINGS, NOBODY) for text in (*_TWO, *_TWICE, *_FIRST, *_SAID, *_BESIDE, _MANY)
    ]
}
