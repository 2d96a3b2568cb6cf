"""Which of ten thousand factors stand in a text, and in which of its blocks?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

from stylelint import lazy
from stylelint.document import Block
from stylelint.native import native
from stylelint.openings import MARKS
from stylelint.signs import ANY_CASE, BEGIN, BLANKS, OTHER, SIGNS, in_one_case

if TYPE_CHECKING:
    from stylelint.checks._lines import Whole
    from stylelint.waiting import Owners

_STOP = lazy.regex(r"""[!?….][)"'»\] ]*""")
"""The end of a sentence, and what stands between it and the next one."""

_SIGN = lazy.regex(f"[{min(SIGNS)}-{max(SIGNS)}\ud800-\udfff]")
_NO_LETTERS = "".join(SIGNS)
_BLURRED = lazy.regex(f"{BLANKS}[ {BLANKS}{OTHER}]|[ {OTHER}]{BLANKS}|[\ud800-\udfff]")

_WANTED = "a factor has letters, and no two ways to be found"

_PARTS = 0, 60, 120
"""Of factors that may stand anywhere in a text; half as dear as all together, measured on news."""

Groups: TypeAlias = tuple[str, ...]
"""Factors, those in one text that mean the same to whoever looks for them, a line each.

Where nothing can be said of what is looked for, there are none, and it is taken to stand everywhere.
"""

Look: TypeAlias = tuple[str, tuple[Any, ...]]
"""A text, folded, and its blocks, in order; of each no more is read than start, end and kind."""

Sighting: TypeAlias = tuple[list[int], dict[int, dict[int, frozenset[int]]]]
"""The numbers of what stands anywhere in a text, and who is met in which of its blocks, with their needs."""


@native
class Lookout:
    """Looks for factors; ask it about many texts.

    Args:
        anywhere: those that may stand anywhere in a text.
        in_blocks: those that must stand in one of its blocks.
        beginnings: words in one case with which a block begins, after any marks.
        sentences: words with which a sentence of a block begins that is not its first.

    Raises:
        ValueError: a factor has no letter, half of one, or `BLANKS` beside what takes a blank too; or a word
            has a sign.
    """

    def __init__(self, anywhere: Groups, in_blocks: Groups, beginnings: Groups, sentences: Groups, /) -> None:
        from stylelint.sought import Sought

        self._groups = anywhere, in_blocks, beginnings, sentences
        self._unknown = [[n for n, group in enumerate(some) if not group] for some in (anywhere, in_blocks)]
        self._anywhere = Sought(parts=_PARTS), Sought()
        self._in_blocks = Sought(), Sought()
        self._at_starts = Sought(begins=True), Sought(begins=True)
        for number, letters, any_case in _clear(anywhere):
            self._anywhere[any_case].add(_with_letters(letters), number)
        for number, letters, any_case in _clear(in_blocks):
            if letters[:1] == BEGIN != letters:
                self._at_starts[any_case].add(letters[1:], number)
            else:
                self._in_blocks[any_case].add(_with_letters(letters), number)
        self._beginnings = _Words(_numbered(beginnings, len(in_blocks)))
        self._sentences = _Words(_numbered(sentences, len(in_blocks) + len(beginnings)))

    @classmethod
    def of(cls, kept: bytes | memoryview, /) -> Lookout:
        """Return what looks for the same as one of which this was kept.

        Args:
            kept: as the attribute of this name has it, in the same program on the same machine.

        Raises:
            ValueError, TypeError: that is something else.
        """
        import json

        return cls(*map(tuple, json.loads(bytes(kept))))

    @property
    def kept(self) -> bytes | memoryview:
        """What `of` makes the same again of, in less time."""
        import json

        return json.dumps(self._groups).encode()

    def met(
        self, texts: list[Look], owners: Mapping[int, Owners], wholes: Mapping[int, Whole | None], /
    ) -> list[Sighting]:
        """Return what is seen in each of some texts.

        One automaton after the other looks at all of them, while its states are in the processor's caches.

        Args:
            texts: with their blocks.
            owners: who is met in a block where something is seen, by the number of its group: of `in_blocks`,
                of `beginnings` and of `sentences`, counted through.  A dict.
            wholes: for each who is met, what tells whether a block is one of its lines, as `met_in_blocks`
                has it.  A dict.

        Returns:
            The numbers of groups of `anywhere`, in order, and what `met_in_blocks` returns.

        Raises:
            ValueError: blocks are not in order, or not in the text.
        """
        from stylelint.checks._met import met_in_blocks

        drafts = [_Draft(*both) for both in texts]
        for apart in (False, True):
            some = [draft for draft in drafts if draft.apart == apart]
            self._look(some, 0, apart=False)
            self._look(some, 1, apart=apart)
        for draft in drafts:
            draft.anywhere.update(self._unknown[0])
            draft.pairs.update(product(range(len(draft.stretches)), self._unknown[1]))
            draft.pairs.update(self._begun(draft.plain, draft.stretches))
        return [
            (sorted(draft.anywhere), met_in_blocks(*both, sorted(draft.pairs), owners, wholes))
            for draft, both in zip(drafts, texts, strict=True)
        ]

    def _look(self, drafts: list[_Draft], any_case: int, *, apart: bool) -> None:
        """Note what is seen in some drafts of the factors that capitals matter in, or of the others."""
        whole = [draft.data(any_case) for draft in drafts]
        for index, number in self._anywhere[any_case].among(whole, apart=apart):
            drafts[index].anywhere.add(number)
        parts = [part for draft in drafts for part in draft.parts(any_case)]
        where = [(draft, index) for draft in drafts for index in range(len(draft.stretches))]
        for sought in (self._in_blocks[any_case], self._at_starts[any_case]):
            for index, number in sought.among(parts, apart=apart):
                draft, block = where[index]
                draft.pairs.add((block, number))

    def _begun(self, plain: str, stretches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Yield blocks with the numbers of those that begin them, or another sentence in them.

        Args:
            plain: the text in one case.
            stretches: the blocks.
        """
        first = [(start, end - len(plain[start:end].lstrip(MARKS)), end) for start, end in stretches]
        starts = [
            (index, place, end)
            for index, (start, words, end) in enumerate(first)
            for place in range(start, words + 1)
        ]
        stops = [
            (index, stop.end(), end)
            for index, (start, end) in enumerate(stretches)
            for stop in _STOP.finditer(plain, start, end)
        ]
        yield from self._beginnings.among(plain, starts)
        yield from self._sentences.among(plain, stops)


class _Draft:
    """A text that is looked at, and what is seen in it.

    Attributes:
        plain: the text in one case.
        stretches: its blocks.
        apart: whether it has letters of `sought.KIN`, which are set apart from others.
        anywhere: the numbers of what stands anywhere in it.
        pairs: blocks with the numbers of what stands in them.
    """

    def __init__(self, text: str, blocks: tuple[Block, ...]) -> None:
        from stylelint.sought import set_apart

        self.stretches = [(start, end) for start, end, *_ in blocks]
        bounds = [0, *(at for stretch in self.stretches for at in stretch), len(text)]
        if bounds != sorted(bounds):
            raise ValueError("blocks are wanted in order, and in the text")
        self.plain = in_one_case(text)
        apart = set_apart(text)
        self.apart = apart is not None
        self._letters = text, apart or self.plain
        self.anywhere, self.pairs = set[int](), set[tuple[int, int]]()

    def data(self, any_case: int) -> bytes:
        """Return the text in UTF-8, as it is or in one case."""
        return _data(self._letters[any_case])

    def parts(self, any_case: int) -> list[bytes]:
        """Return the blocks in UTF-8, as they are or in one case."""
        letters = self._letters[any_case]
        return [_data(letters[start:end]) for start, end in self.stretches]


class _Words:
    """Words with the numbers of those who look for them."""

    def __init__(self, words: Iterable[tuple[int, str]]) -> None:
        self._numbers: dict[str, list[int]] = {}
        for number, word in words:
            self._numbers.setdefault(word, []).append(number)
        if _SIGN.search("\n".join(self._numbers)):
            raise ValueError("a word has letters and no signs")
        self._least = min(map(len, self._numbers), default=0)
        self._lengths: dict[str, set[int]] = {}
        for word in self._numbers:
            self._lengths.setdefault(word[: self._least], set()).add(len(word))

    def among(self, text: str, places: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
        """Yield blocks with the numbers of words that stand in them.

        Args:
            text: of them all.
            places: of words, each with its block before it and the end of that after it.
        """
        lengths, least, numbers = self._lengths, self._least, self._numbers
        for index, place, end in places:
            for length in lengths.get(text[place : place + least], ()):
                found = numbers.get(text[place : place + length])
                if found and place + length <= end:
                    yield from ((index, number) for number in found)


def _numbered(groups: Groups, first: int) -> Iterator[tuple[int, str]]:
    return (
        (number, text) for number, group in enumerate(groups, first) for text in group.split("\n") if text
    )


def _clear(groups: Groups) -> Iterator[tuple[int, str, bool]]:
    """Yield the number of each factor, its letters, and whether capitals do not matter.

    There must be no two ways to find it.
    """
    for number, group in enumerate(groups):
        if _BLURRED.search(group):
            raise ValueError(_WANTED)
        for factor in group.split("\n"):
            if factor:
                letters = factor.removeprefix(ANY_CASE)
                yield number, letters, letters != factor


def _with_letters(factor: str) -> str:
    """Return a factor, in which there must be a letter."""
    if not factor.strip(_NO_LETTERS):
        raise ValueError(_WANTED)
    return factor


def _data(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
