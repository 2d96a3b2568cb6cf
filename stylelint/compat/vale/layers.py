"""The blocks of a draft laid end to end, so that a pattern is run once over all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cached_property, partial
from itertools import accumulate
from typing import Any, NamedTuple

from stylelint.compat.vale.html import Rows
from stylelint.compat.vale.scopes import matches

GAP = "\n\x00\n"
"""Stands between two blocks; what matches over it matches in no block."""

_GAP = GAP.encode()


class Cut(NamedTuple):
    """A block, or a sentence or paragraph of one.

    Attributes:
        text: its own.
        rows: where the text of `whole` stands in the source.
        start: where this text begins in that of the rows.
        scope, parent: the names of what it is, and of what it was cut from.
        off: what comments have switched off.
    """

    text: str
    rows: Rows
    start: int
    scope: tuple[str, ...]
    parent: tuple[str, ...]
    off: frozenset[str] = frozenset()


CUT: Callable[[tuple[str, Rows, int, tuple[str, ...], tuple[str, ...], frozenset[str]]], Cut] = partial(
    tuple.__new__, Cut
)
"""Makes a cut of its parts; there are many, and so none takes a call of a function of Python."""


class Layer:
    """Blocks that are searched together.

    Args:
        cuts: in reading order.
        numbers: of the blocks in the layer that they were taken from; by default they count from 0.
    """

    def __init__(self, cuts: Iterable[Cut], numbers: Sequence[int] | None = None) -> None:
        self.cuts = list(cuts)
        self.numbers: Sequence[int] = range(len(self.cuts)) if numbers is None else numbers
        self.counts: list[Mapping[str, int]] | None = None
        texts = [one.text for one in self.cuts]
        self.text = GAP.join(texts)
        self.sizes = list(map(len, texts))
        self.starts = list(accumulate([size + len(GAP) for size in self.sizes], initial=0))[:-1]
        # None stands for the layer itself: one that held itself would wait for the collector of garbage.
        self._parts: dict[tuple[str, ...], Layer | None] = {}
        self._spans: dict[int, list[tuple[int, int, int]]] = {}

    @cached_property
    def wide(self) -> frozenset[int]:
        """The numbers of the blocks with letters that are not ASCII."""
        if not any(map(str.isalnum, self.others)):
            return frozenset()
        return frozenset(
            index
            for index, one in enumerate(self.cuts)
            if not one.text.isascii() and any(map(str.isalnum, others_in(one.text)))
        )

    @cached_property
    def others(self) -> Set[str]:
        """The signs in the text that are not ASCII."""
        return _beyond(self.data)

    @cached_property
    def folded(self) -> bytes:
        """The text in UTF-8, its letters folded to compare them without regard to case."""
        # Most drafts have no others but quotation marks, and these no case.
        if all(sign == sign.casefold() for sign in self.others):
            return self.data.lower()
        return self.text.casefold().encode()

    def only(self, selectors: tuple[str, ...]) -> Layer:
        """Return the blocks that are in one of the selectors: this layer where all are."""
        if selectors not in self._parts:
            fits = {names: matches(selectors, *names) for names in self._distinct}
            numbers = [index for index, names in enumerate(self._names) if fits[names]]
            self._parts[selectors] = None if len(numbers) == len(self.cuts) else self._part(numbers)
        return self._parts[selectors] or self

    @cached_property
    def _names(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Of each block the names of what it is and of what it was cut from."""
        return [(one.scope, one.parent) for one in self.cuts]

    @cached_property
    def _distinct(self) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
        return set(self._names)

    def _part(self, numbers: list[int]) -> Layer:
        layer = Layer([self.cuts[index] for index in numbers], numbers)
        layer.counts = self.counts and [self.counts[index] for index in numbers]
        return layer

    @cached_property
    def data(self) -> bytes:
        """The text in UTF-8."""
        return self.text.encode()

    @cached_property
    def _begins(self) -> list[int]:
        """Where in `data` each block begins."""
        if self.data.count(0) < len(self.cuts):
            sizes = list(map(len, self.data.split(_GAP)))
        else:  # a block has a zero, and may look like what stands between two
            sizes = [len(one.text.encode()) for one in self.cuts]
        return list(accumulate([size + len(_GAP) for size in sizes], initial=0))[:-1]

    @cached_property
    def _odd(self) -> frozenset[int]:
        """The numbers of the blocks in which bytes are not counted as code points are."""
        return frozenset(index for index, one in enumerate(self.cuts) if not one.text.isascii())

    def _counted(self, index: int, start: int, end: int) -> tuple[int, int, int]:
        """Return a block, and two places in bytes of `data` as code points from where it begins."""
        data, begin = self.data, self._begins[index]
        # What is found without a sign may be found inside one, which counts.
        before = data[begin:start].decode("utf-8", "replace")
        within = data[begin:end].decode("utf-8", "replace")
        return index, len(before), len(within)

    def index(self, offset: int) -> int:
        """Return the number of the block at an offset in code points."""
        return bisect_right(self.starts, offset) - 1

    def spans(self, program: Any) -> list[tuple[int, int, int]]:
        """Return of each match of an RE2 program the number of the block, and start and end in that.

        Offsets are in code points.  Styles share expressions: what one program has found is kept.
        """
        known = self._spans.get(id(program))
        if known is None:
            self.tell(program, [found.span() for found in program.finditer(self.data)])
            known = self._spans[id(program)]
        return known

    def told(self, program: Any) -> list[tuple[int, int, int]] | None:
        """Return what `spans` has for a program, or a pattern, if it was told."""
        return self._spans.get(id(program))

    def tell(self, program: Any, found: Sequence[tuple[int, int]]) -> None:
        """Note what a program, or a pattern, finds, told in bytes of `data`."""
        if not found:
            self._spans[id(program)] = []
            return
        # Many times a draft: spelt out, most places take no call of a function of Python.
        if len(self.data) == len(self.text):
            starts = self.starts
            self._spans[id(program)] = [
                (at := bisect_right(starts, a) - 1, a - (begin := starts[at]), b - begin) for a, b in found
            ]
            return
        starts, sizes, odd, counted = self._begins, self.sizes, self._odd, self._counted
        self._spans[id(program)] = [
            (at, a - begin, b - begin)
            if (at := bisect_right(starts, a) - 1) not in odd and b - (begin := starts[at]) <= sizes[at]
            else counted(at, a, b)
            for a, b in found
        ]


def others_in(text: str) -> Set[str]:
    """Return the signs in a text that are not ASCII."""
    return _NONE if text.isascii() else _beyond(text.encode())


def _beyond(data: bytes) -> Set[str]:
    return set(data.translate(None, _ASCII).decode())


_ASCII = bytes(range(128))
_NONE: Set[str] = frozenset()
