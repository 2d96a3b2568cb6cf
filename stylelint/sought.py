r"""Factors as expressions: EDGE, "pier" and EDGE are `\bpier\b`, and many of them are one automaton.

Where capitals do not matter, a text is read in one case.  A few letters beyond ASCII are letters of ASCII
then, as a kelvin is a "k", though to RE2's `\b` they belong to no word: in a text that has such, they
become signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from stylelint import lazy
from stylelint.openings import BEFORE, END
from stylelint.patterns import Several
from stylelint.signs import (
    BEGIN,
    BLANKS,
    DIGIT,
    EDGE,
    FINISH,
    LETTER,
    LINE_END,
    LINE_START,
    LOWER,
    MARK,
    OTHER,
    SIGNS,
    UPPER,
    WORD,
    one_case,
)

KIN = "ßİıſǰẖẗẘẙẚẞ\N{KELVIN SIGN}ﬀﬁﬂﬃﬄﬅﬆ"
"""The letters beyond ASCII that in one case are letters of ASCII."""

_KIN = lazy.regex(f"[{KIN}]")
_SIGN = f"{min(SIGNS)}-{max(SIGNS)}"
_LETTERS = lazy.regex(f"(?m)^[{_SIGN}]*([^{_SIGN}\n]*)")
_FEW = 3_000
"""Where no more bytes are looked at first, automata of what may stand in them are made sooner than of all."""

_NEVER = r"[^\x00-\x{10ffff}]"
_RANGES = {
    DIGIT: "0-9",
    UPPER: "A-Z",
    LOWER: "a-z",
    LETTER: "A-Za-z",
    WORD: r"\w",
    OTHER: r"\x00-\x09\x0b-\x7f",
    MARK: "!-/:-@[-`{-~",
}
# Where a block begins is looked at apart from the rest, if it can be.
_PLACES = {EDGE: r"\b", LINE_START: "^", LINE_END: "$", BEGIN: "", FINISH: END}
_SPECIAL = r"\.+*?()|[]{}^$"


_Automaton: TypeAlias = tuple[Several, list[int]]
"""Expressions, and the number of the group that each of them is."""


class Sought:
    """Factors that are looked for in the same way.

    Args:
        begins: whether a text must begin with them, after any marks.
        parts: into which groups, the commonest first, are parted, each an automaton: where each part begins.
            What has been met belongs to an automaton's states: where much is met there is no end of new ones.
    """

    def __init__(self, *, begins: bool = False, parts: tuple[int, ...] = (0,)) -> None:
        self._begins, self._parts, self._asked = begins, parts, False
        self._groups: dict[int, list[str]] = {}
        self._automata: dict[bool, list[_Automaton]] = {}

    def add(self, factor: str, number: int) -> None:
        """Add a factor, without the signs for any case and the start of a block, to the group of a number."""
        self._groups.setdefault(number, []).append(factor)

    def among(self, texts: Sequence[bytes], *, apart: bool) -> Iterator[tuple[int, int]]:
        """Yield the index of each text in which some stand, with the number of their group.

        Args:
            texts: in UTF-8, each as if that were all there is.
            apart: whether they are what `set_apart` makes of texts.
        """
        for automaton, numbers in self._ready(texts, apart) if texts else ():
            for index, places in automaton.among(texts):
                yield from [(index, numbers[place]) for place in places]

    def _ready(self, texts: Sequence[bytes], apart: bool) -> list[_Automaton]:
        """Return automata of all that may stand in some texts."""
        first, self._asked = not self._asked, True
        if first and not apart and sum(map(len, texts)) <= _FEW:
            likely = self._likely(b"\n".join(texts).decode("utf-8", "surrogatepass"))
            return self._made([likely], apart)
        if apart not in self._automata:
            numbers = sorted(self._groups, key=self._rarity)
            parts = [numbers[start:end] for start, end in pairwise((*self._parts, len(numbers)))]
            self._automata[apart] = self._made(parts, apart)
        return self._automata[apart]

    def _likely(self, text: str) -> list[int]:
        """Return the groups of which a factor's first letters, up to a sign, stand in a text."""
        first = ((number, _LETTERS.findall("\n".join(group))) for number, group in self._groups.items())
        return [number for number, factors in first if any(letters in text for letters in factors)]

    def _made(self, parts: Iterable[list[int]], apart: bool) -> list[_Automaton]:
        return [
            (Several((self._expression(number, apart) for number in part), first=self._begins), part)
            for part in parts
            if part
        ]

    def _rarity(self, number: int) -> float:
        """Return less for a group that is met more often, by the lengths of its factors."""
        return -sum(4.0 ** -len(factor) for factor in self._groups[number])

    def _expression(self, number: int, apart: bool) -> str:
        head = BEFORE if self._begins else ""
        written = "\n".join(self._groups[number]).translate(_written(apart))
        return f"(?m){head}(?:{written})"


def set_apart(text: str) -> str | None:
    """Return a text in one case, but with signs for the letters of `KIN`; None where it has none of these."""
    if text.isascii() or not _KIN.search(text):
        return None
    signs = dict.fromkeys(SIGNS, max(SIGNS)) | {one: _signs()[one_case(one)] for one in KIN}
    return text.translate({ord(one): signs.get(one) or one_case(one) for one in set(text)})


@cache
def _signs() -> dict[str, str]:
    """A sign for each letter of ASCII that another one is in one case."""
    return dict(zip(sorted(set(map(one_case, KIN))), sorted(SIGNS)[-20:], strict=False))


@cache
def _written(apart: bool) -> dict[int, str]:
    """What the letters and signs of factors are in an expression."""
    beyond = r"\x80-\x{10ffff}"
    classes = {sign: f"[{ranges}{beyond * (sign != DIGIT)}]" for sign, ranges in _RANGES.items()}
    escaped = {letter: "\\" + letter for letter in _SPECIAL}
    kin = {letter: f"[{letter}{sign}]" for letter, sign in _signs().items() if apart}
    others = dict.fromkeys(SIGNS, _NEVER) | {BLANKS: " +", "\n": "|"}
    return str.maketrans(others | _PLACES | classes | escaped | kin)
