"""What several topics ask their functions with."""

from __future__ import annotations

from itertools import product
from typing import Any, TypeVar

from hypothesis import strategies as st

Drawn = TypeVar("Drawn")

LETTERS = "aZ1 .,\n'\"’‘“”«»‚é€𝄞İßﬁ\u2028\x1a-_"
"""Some of each sort: of one, two and four bytes, what changes its length in lower case, ends of lines."""

ANY = st.characters()
"""Every code point there is, the halves of surrogate pairs as well."""

BOUND = st.integers(-3, 40) | st.integers(290, 340)


def mostly(usual: st.SearchStrategy[Drawn], rare: st.SearchStrategy[Drawn]) -> st.SearchStrategy[Drawn]:
    """Return what draws four times of five what is usual; `one_of` takes what it is given twice once."""
    return st.sampled_from([*[usual] * 4, rare]).flatmap(lambda chosen: chosen)


def late(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return the texts, and each after so many letters that Python has no number ready for its places."""
    return texts | texts.map(lambda text: "a " * 150 + text)


def of(words: str, letters: str = LETTERS, rare: st.SearchStrategy[str] = ANY) -> st.SearchStrategy[str]:
    """Return texts, short and longer, in which words stand so often that they meet.

    Args:
        words: with blanks between them; no blank is in the texts but for one in `letters`.
        letters: that stand between the words.
        rare: what stands there now and then.
    """
    parts = mostly(st.sampled_from([*words.split(), *letters]), rare)
    # Hypothesis makes lists of about five where nothing asks for more.
    return late((st.lists(parts) | st.lists(parts, min_size=12, max_size=60)).map("".join))


TEXT = of("")


def combined(times: int, words: str, letters: str = "") -> list[str]:
    """Return every text of so many of these in a row: words, with blanks between them, and letters."""
    return list(map("".join, product([*words.split(), *letters], repeat=times)))


def parts_of(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, int, int]]:
    """Return each text with a start and an end in it: its own, or others."""

    def bounded(text: str) -> st.SearchStrategy[tuple[str, int, int]]:
        bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
        return st.just((text, 0, len(text))) | bounds.map(lambda pair: (text, pair[0], pair[1]))

    return texts.flatmap(bounded)


def anywhere(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, int, int]]:
    """Return each text with a start and an end that lie in it, or now and then do not."""
    return mostly(parts_of(texts), st.tuples(texts, BOUND, BOUND))


WRONG: tuple[Any, ...] = (
    None, True, 0, -1, 7, 2**31, 2**63 - 1, 2**64, -(2**63), -(2**70), 0.5, float("nan"), ...,
    "", "a", "\ud800\n", "“", b"", b"a", bytearray(b"a"), set(), {"a"}, frozenset({1}), {}, {"a": 1},
    {1: "a"}, [], [None], ["a"], [1], [2**70], [-1], [5, 1], [()], [(1,)], [(1, 2)], [("a", "b")], [[]],
    (), ("a",), (1, 2), (1, "a"),
)  # fmt: skip
"""One for each mistake that can be made with a type, a number, or what a container holds.

A copy of each is equal to it.  None can be called: what C has no need to ask it cannot know to be mistaken.
"""


@st.composite
def mistaken(draw: st.DrawFn, row: st.SearchStrategy[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Draw arguments of which one or two are none of the sort, or are too few or too many."""
    arguments = list(draw(row))
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, len(arguments)))
        wrong = draw(st.sampled_from(WRONG))
        match draw(st.sampled_from(["instead", "instead", "instead", "left out", "put in"])):
            case "instead":
                arguments[place : place + 1] = [wrong]
            case "left out":
                arguments[place : place + 1] = []
            case _:
                arguments.insert(place, wrong)
    return tuple(arguments)
