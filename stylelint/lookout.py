"""Which of ten thousand factors stand in a text, and in which of its blocks?  One look at each letter tells.

A factor is looked up by a few letters in a row that it has, its gram, and read from there to either side only
where these stand.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeAlias

from stylelint import lazy
from stylelint.document import Block
from stylelint.native import native
from stylelint.openings import CLOSING, MARKS
from stylelint.patterns import Several
from stylelint.signs import (
    ANY_CASE,
    BEGIN,
    BLANKS,
    CLASSES,
    EDGE,
    LINE_END,
    LINE_START,
    OTHER,
    SIGNS,
    in_one_case,
)

_FIRST = 8
"""So many of the first letters of a factor are looked up, where it is known where it begins."""

_FEW = 40_000
"""So many characters are searched for one word after the other sooner than for all in an automaton."""

_STOP = lazy.regex("[!?….]")
_RUN = lazy.regex(f"[^{min(SIGNS)}-{max(SIGNS)}]+")
_BLANKS = lazy.regex("  +")
_BLURRED = lazy.regex(f"{BLANKS}[ {BLANKS}{OTHER}]|[ {OTHER}]{BLANKS}")

Groups: TypeAlias = tuple[str, ...]
"""Factors, those in one text that mean the same to whoever looks for them, a line each."""


class _Factor(NamedTuple):
    """A factor.

    Attributes:
        letters: and signs.
        word: letters of it in a row, in one case where capitals do not matter.
        after: how many of its letters stand before the end of its gram.
        number: of its group.
        any_case: whether capitals do not matter.
        in_block: whether all of it must stand in one block.
    """

    letters: str
    word: str
    after: int
    number: int
    any_case: bool
    in_block: bool


class _Stretch(NamedTuple):
    """A stretch of a text as if that were all there is; `plain` is the text in one case."""

    text: str
    plain: str
    start: int
    end: int


@native
class Lookout:
    """Looks for factors; ask it about many texts.

    Args:
        anywhere: those that may stand anywhere in a text.
        in_blocks: those that must stand in one of its blocks.
        beginnings: letters in one case with which a block begins, after any marks.
        sentences: those with which a sentence of a block begins that is not its first.

    Raises:
        ValueError: a factor has no letter, or `BLANKS` beside what takes a blank too.
    """

    def __init__(self, anywhere: Groups, in_blocks: Groups, beginnings: Groups, sentences: Groups, /) -> None:
        self._read = 0
        self._texts: dict[str, list[_Factor]] = {}
        self._starts: dict[str, list[_Factor]] = {}
        self._sentences: dict[str, list[_Factor]] = {}
        for number, text in _numbered(anywhere, 0):
            self._add(text, number, in_block=False)
        for number, text in _numbered(in_blocks, 0):
            self._add(text, number, in_block=True)
        for number, text in _numbered(beginnings, len(in_blocks)):
            _enter_first(self._starts, text, number, any_case=True)
        for number, text in _numbered(sentences, len(in_blocks) + len(beginnings)):
            _enter_first(self._sentences, text, number, any_case=True)

    def _add(self, text: str, number: int, *, in_block: bool) -> None:
        letters = text.removeprefix(ANY_CASE)
        if in_block and letters.startswith(BEGIN):
            _enter_first(self._starts, letters[1:], number, any_case=letters != text)
            return
        word, end = max(((run[0], run.end()) for run in _RUN.finditer(letters)), key=_length, default=("", 0))
        if not word or _BLURRED.search(letters):
            raise ValueError("a factor has letters, and no two ways to be found")
        word = word if letters == text else in_one_case(word)
        factor = _Factor(letters, word, end, number, letters != text, in_block)
        merged = _RUN.findall(_BLANKS.sub(" ", letters.replace(EDGE, "").replace(BLANKS, " ")))
        self._texts.setdefault(in_one_case(max(merged, key=len)), []).append(factor)

    def seen(self, text: str, blocks: tuple[Block, ...], /) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the numbers of those that stand in a text, and blocks with the numbers of those in them.

        Args:
            text: folded.
            blocks: of it, in order.

        Returns:
            The numbers of groups of `anywhere`; pairs of the index of a block and the number of a group of
            all the others, counted through.  Both in order.

        Raises:
            ValueError: blocks are not in order, or not in the text.
        """
        plain = in_one_case(text)
        whole = _Stretch(text, plain, 0, len(text))
        stretches = [_Stretch(text, plain, start, end) for start, end, *_ in blocks]
        bounds = [0, *(at for stretch in stretches for at in stretch[2:]), len(text)]
        if bounds != sorted(bounds):
            raise ValueError("blocks are wanted in order, and in the text")
        anywhere, pairs = set[int](), set[tuple[int, int]]()
        for factor in self._likely(plain):
            for place in _places(plain if factor.any_case else text, factor.word):
                index = bisect_left(bounds, place) - 2  # in `bounds` of the end of the block, if it is even
                if not factor.in_block:
                    if factor.number in anywhere or _stands(whole, factor, place):
                        anywhere.add(factor.number)
                        break
                elif index % 2 == 0 and _stands(stretches[index // 2], factor, place):
                    pairs.add((index // 2, factor.number))
        for index, block in enumerate(stretches):
            pairs.update((index, factor.number) for factor in self._begun(block))
        return sorted(anywhere), sorted(pairs)

    def _likely(self, plain: str) -> Iterator[_Factor]:
        """Yield the factors of which as much stands in a text as has no classes in it."""
        text = _BLANKS.sub(" ", plain)
        self._read += len(text)
        if self._read <= _FEW:
            standing: Iterable[str] = (words for words in self._texts if words in text)
        else:
            words, several = self._several
            standing = map(words.__getitem__, several.matching(text.encode("utf-8", "surrogatepass")))
        return (factor for found in standing for factor in self._texts[found])

    @cached_property
    def _several(self) -> tuple[list[str], Several]:
        words = list(self._texts)
        # Half of a pair of surrogates is nothing that RE2 can look for: it is taken for anything.
        escaped = (
            "".join("." if "\ud800" <= c <= "\udfff" else rf"\x{{{ord(c):x}}}" for c in w) for w in words
        )
        return words, Several(f"(?s){regex}" for regex in escaped)

    def _begun(self, block: _Stretch) -> Iterator[_Factor]:
        """Yield the factors with which a block begins, or another sentence in it."""
        words = _after(block, block.start, MARKS)
        for place in range(block.start, words + 1):
            yield from _first(self._starts, block, place)
        for stop in _STOP.finditer(block.text, block.start, block.end):
            yield from _first(self._sentences, block, _after(block, stop.end(), CLOSING))


def _numbered(groups: Groups, first: int) -> Iterator[tuple[int, str]]:
    every = ((number, text) for number, group in enumerate(groups, first) for text in group.split("\n"))
    return ((number, text) for number, text in every if text)


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word ends that stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at + len(word)
        at = text.find(word, at + 1)


def _length(run: tuple[str, int]) -> int:
    return len(run[0])


def _enter_first(index: dict[str, list[_Factor]], letters: str, number: int, *, any_case: bool) -> None:
    """Enter a factor by the letters that it begins with, which may be none."""
    run = _RUN.match(letters)
    word = in_one_case(run[0][:_FIRST]) if run else ""
    if not letters or _BLURRED.search(letters):
        raise ValueError("a factor has letters, and no two ways to be found")
    index.setdefault(word, []).append(_Factor(letters, word, len(word), number, any_case, True))


def _after(block: _Stretch, place: int, signs: str) -> int:
    """Return the place after all these signs from a place on."""
    while place < block.end and block.text[place] in signs:
        place += 1
    return place


def _first(index: dict[str, list[_Factor]], block: _Stretch, place: int) -> Iterator[_Factor]:
    """Yield the factors of an index by their first letters that stand at a place."""
    for end in range(place, min(place + _FIRST, block.end) + 1):
        found = index.get(block.plain[place:end])
        yield from (factor for factor in found if _stands(block, factor, end)) if found else ()


def _stands(stretch: _Stretch, factor: _Factor, place: int) -> bool:
    """Tell whether a factor stands where its gram ends at a place."""
    before, after = factor.letters[: factor.after], factor.letters[factor.after :]
    return _read(stretch, factor, before[::-1], place, -1) and _read(stretch, factor, after, place, 1)


def _read(stretch: _Stretch, factor: _Factor, letters: str, place: int, step: int) -> bool:
    """Tell whether some letters and signs stand to one side of a place."""
    text, plain, start, end = stretch
    for wanted in letters:
        if wanted in SIGNS and wanted not in CLASSES and wanted != BLANKS:
            if not _between(stretch, wanted, place):
                return False
            continue
        at = place if step > 0 else place - 1
        if not start <= at < end:
            return False
        if not _fits(wanted, plain[at] if factor.any_case else text[at]):
            return False
        place += step
        while (
            wanted == BLANKS and start <= (at := place if step > 0 else place - 1) < end and text[at] == " "
        ):
            place += step
    return True


def _fits(wanted: str, letter: str) -> bool:
    if wanted in CLASSES:
        return letter > "\x7f" or letter in CLASSES[wanted]
    return letter == (" " if wanted == BLANKS else wanted)


def _between(stretch: _Stretch, wanted: str, place: int) -> bool:
    """Tell whether what stands between letters does so at a place."""
    before = stretch.text[place - 1] if place > stretch.start else ""
    after = stretch.text[place] if place < stretch.end else ""
    if wanted == EDGE:
        return _is_word(before) != _is_word(after)
    return (wanted == LINE_START and before in "\n") or (wanted == LINE_END and after in "\n")


def _is_word(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter == "_")
