"""Who waits for what, and who is met where some of it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TypeAlias

from stylelint.factors import factors
from stylelint.openings import START
from stylelint.relaxed import relaxed
from stylelint.signs import BEGIN

Need: TypeAlias = str | tuple[str, ...]
"""An expression that must match, or several that must all match; "" for one that is never met."""

Owner: TypeAlias = tuple[int, int]
"""Who looks for something: the index of a rule, and which of its needs it is."""

Branch: TypeAlias = tuple[str, tuple[str, ...]]
"""An expression, and factors that tell whether it may match; none where only itself does."""

Wait: TypeAlias = tuple[tuple[Branch, ...], ...]
"""Lists of branches, of each of which one must be met."""


_ENOUGH = {"text": 5, "block": 4, "start": 8, "beyond": 10}
"""Factors that weigh so much stand in few texts, in few blocks, or at the start of few.

The last is for those that stand elsewhere, of an expression for the start of a block.
"""


@lru_cache(maxsize=4096)
def wait_of(need: Need, in_block: bool = False) -> Wait:
    """Return a need as it is looked for, in a text or in a block of it."""
    every = (need,) if isinstance(need, str) else need
    return tuple(
        tuple((expression, _factors(expression, in_block)) for expression in part)
        for one in every
        if one
        for part in relaxed(one)
    )


def _factors(expression: str, in_block: bool) -> tuple[str, ...]:
    """Return factors that are as good as the expression, none where there are none."""
    found, where = factors(expression), "block" if in_block else "text"
    if in_block and expression.startswith(START):
        where = "start" if any(BEGIN in text for text in found.texts) else "beyond"
    return found.texts if found.exact or found.weight >= _ENOUGH[where] else ()


class Waiting:
    """Needs by what they wait for.

    Attributes:
        branches: each that somebody waits for, once; they are known by their numbers here.
    """

    def __init__(self) -> None:
        self.branches: list[Branch] = []
        self._numbers: dict[str, int] = {}
        self._parts: dict[tuple[int, ...], int] = {}
        self._parts_of: list[list[int]] = []
        self._alone: list[list[Owner]] = []
        self._together: list[list[tuple[set[int], Owner]]] = []

    def add(self, owner: Owner, wait: Wait) -> None:
        """Add somebody who waits."""
        parts = {self._part(branches) for branches in wait}
        if parts:
            one = max(parts)
            parts.remove(one)
            if parts:
                self._together[one].append((parts, owner))
            else:
                self._alone[one].append(owner)

    def _part(self, branches: Iterable[Branch]) -> int:
        numbers = tuple(self._number(branch) for branch in dict(branches).items())
        if numbers not in self._parts:
            part = self._parts[numbers] = len(self._parts)
            self._alone.append([])
            self._together.append([])
            for number in numbers:
                self._parts_of[number].append(part)
        return self._parts[numbers]

    def _number(self, branch: Branch) -> int:
        if branch[0] not in self._numbers:
            self._numbers[branch[0]] = len(self.branches)
            self.branches.append(branch)
            self._parts_of.append([])
        return self._numbers[branch[0]]

    @cached_property
    def unclear(self) -> list[tuple[int, str]]:
        """The branches that have no factors, with their numbers."""
        return [(number, text) for number, (text, factors) in enumerate(self.branches) if not factors]

    @cached_property
    def looked(self) -> frozenset[str]:
        """The expressions of all branches."""
        return frozenset(self._numbers)

    def texts(self, numbers: Iterable[int]) -> list[str]:
        """Return the expressions of branches."""
        return [self.branches[number][0] for number in numbers]

    def met(self, numbers: Iterable[int]) -> Iterator[Owner]:
        """Yield who is met where the branches with these numbers stand."""
        parts = {part for number in numbers for part in self._parts_of[number]}
        for part in parts:
            yield from self._alone[part]
            yield from (owner for others, owner in self._together[part] if others <= parts)

    def alone(self, number: int) -> tuple[Owner, ...]:
        """Return who is met where a branch stands, whatever else does."""
        return tuple(owner for part in self._parts_of[number] for owner in self._alone[part])

    @cached_property
    def joint(self) -> frozenset[int]:
        """The branches for which somebody waits together with others."""
        every = [{one, *others} for one, several in enumerate(self._together) for others, _ in several]
        parts = set[int]().union(*every)
        return frozenset(n for n, own in enumerate(self._parts_of) if not parts.isdisjoint(own))
