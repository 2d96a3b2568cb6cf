"""Which branches of a long list match in a document?  What has looked for all of them has noted it there.

A document has a few of a thousand words.  A program of these alone finds the same as one of all, is made in a
fiftieth of the time, and its states are soon read.  And of several expressions of a rule those are not run at
all which cannot match.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from stylelint import lazy
from stylelint.expressions import stays_in_line
from stylelint.portions import Stretch, portions
from stylelint.relaxed import Relaxed, relaxed

if TYPE_CHECKING:
    from stylelint.document import Document

_TOLD = lazy.regex(r"(?<!\\)\((?!\?[a-zA-Z-]*:)")
"""A group whose place is told, or anything else that is no plain bracket."""

_LONG = 100
"""Fewer branches are read as one: drafts hold them in many combinations, each of which takes a program.

For 95 spellings, those that stand in news took 5 ms to be made ready, one program of all of them 2 ms.
"""


Met: TypeAlias = Mapping[str, Sequence[int] | None]
"""Expressions that match in a document, and in which of its portions; None where that is not known."""


def note_met(document: Document, looked: frozenset[str], met: Callable[[], Met]) -> None:
    """Note which of the expressions that were looked for in a document, with `(?mi)`, match there.

    Args:
        document: the draft.
        looked: all that were looked for.
        met: returns those that match; most drafts are never asked.
    """
    document.__dict__.setdefault("_met", {})[looked] = met


class Branches:
    """An expression, which may be a long list.

    Args:
        regex: RE2 syntax.
        case: whether capitals matter.
        needs: one of these is met where it matches, in the same line; what the expression itself is made of,
            where none is given.
    """

    def __init__(self, regex: str, *, case: bool, needs: Sequence[str] = ()) -> None:
        self._regex = f"(?-i:{regex})" if case else regex
        self._needs = needs or (self._regex,)
        self._looked: frozenset[str] | None = None

    def standing_in(self, document: Document) -> str | None:
        """Return an expression that finds the same in a document, "" for nothing; None: nobody has looked."""
        met = self._met(document)
        return None if met is None else self._standing(met)

    def stretches_in(
        self, document: Document, places: Sequence[int] | None = None
    ) -> Sequence[Stretch] | None:
        """Return the stretches of a long document, each after a line end, in which all matches stand.

        None where the document is not long, or a match might go on from one to the next.

        Args:
            document: the draft.
            places: where matches are asked for, in order; None for everywhere.
        """
        every = portions(document)
        if not every or not stays_in_line(self._regex):
            return None
        met = self._met(document)
        numbers: Iterable[int] = range(len(every))
        if met is not None:
            numbers = sorted(set[int]().union(*(_numbers(need, met, len(every)) for need in self._parts)))
        stretches = (every[number].stretch for number in numbers)
        return [one for one in stretches if places is None or _holds(one, places)]

    def _met(self, document: Document) -> Met | None:
        """Return what was met of all that was looked for, None where not all branches were looked for."""
        every: dict[frozenset[str], Met | Callable[[], Met]] = document.__dict__.get("_met", {})
        for looked, met in every.items():
            if looked is self._looked or looked.issuperset(self._every):
                self._looked = looked
                if not callable(met):
                    return met
                told = every[looked] = met()
                return told
        return None

    def _standing(self, met: Met) -> str | None:
        """Return the same, where only these of the branches match."""
        is_missing = met.keys().isdisjoint
        if all(any(map(is_missing, need)) for need in self._parts):
            return ""
        if not self._long:
            return None
        return "(?mi)" + "|".join(one for one in self._long if one in met)

    @cached_property
    def _parts(self) -> tuple[Relaxed, ...]:
        return tuple(map(relaxed, self._needs))

    @cached_property
    def _every(self) -> frozenset[str]:
        return frozenset(branch for need in self._parts for part in need for branch in part)

    @cached_property
    def _long(self) -> tuple[str, ...]:
        """The branches in their order; nothing where they are few, or have groups with numbers."""
        several, *others = self._parts[0]
        is_list = self._needs == (self._regex,) and not others
        if not is_list or len(several) < _LONG or _TOLD.search(self._regex):
            return ()
        return tuple(dict.fromkeys(several))


def _numbers(need: Relaxed, met: Met, count: int) -> set[int]:
    """Return the numbers of the portions, of so many, in which all parts of a need are met."""
    numbers: set[int] | None = None
    for part in need:
        told = [met[branch] for branch in part if branch in met]
        if None not in told:
            here = chain.from_iterable(one or () for one in told)
            numbers = set(here) if numbers is None else numbers.intersection(here)
    return set(range(count)) if numbers is None else numbers


def _holds(stretch: Stretch, places: Sequence[int]) -> bool:
    """Tell whether one of the places, which are in order, lies in a stretch."""
    index = bisect_left(places, stretch.start)
    return index < len(places) and places[index] < stretch.end
