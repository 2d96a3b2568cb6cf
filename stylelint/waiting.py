"""Who waits for what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any, Self, TypeAlias

from stylelint.expressions import stays_in_line

Need: TypeAlias = str | tuple[str, ...]
"""An expression that must match, or several that must all match; "" for one that is never met."""

Owner: TypeAlias = tuple[int, int]
"""Who looks for something: the index of a rule, and which of its needs it is."""

Owners: TypeAlias = tuple[tuple[int, frozenset[int]], ...]
"""All of them, each rule once, with its needs."""

Branch: TypeAlias = Sequence[str]
"""An expression, and its factors, a line each; none where nothing can be said.

In blocks all that have factors are one, and no expression is told: nobody asks which has matched.
"""

Wait: TypeAlias = Sequence[Sequence[Branch]]
"""Lists of branches, of each of which one must be met."""


@lru_cache(maxsize=4096)
def wait_of(need: Need, in_block: bool = False) -> Wait:
    """Return a need as it is looked for, in a text or in a block of it."""
    from stylelint.relaxed import relaxed

    every = (need,) if isinstance(need, str) else need
    parts = (part for one in every if one for part in relaxed(one))
    return tuple(_as_one(part) if in_block else tuple(map(_branch, part)) for part in parts)


def known_in_blocks(expressions: Iterable[str], needs: Iterable[str]) -> bool:
    """Tell whether it is known of each block by itself that expressions may match there.

    None of them goes on over a line end, and of each need all branches have factors.  Needs of several
    parts, which stand in many blocks one without the other, are looked for in the whole text.
    """
    waits = (wait_of(need, True) for need in needs)
    return all(map(stays_in_line, expressions)) and all(
        len(wait) == 1 and all(factors for _, factors in wait[0]) for wait in waits
    )


def _branch(expression: str) -> Branch:
    from stylelint.factors import factors

    return expression, "\n".join(factors(expression))


def _as_one(part: Iterable[str]) -> tuple[Branch, ...]:
    """Return the branches of a part as they are looked for in blocks: those that have factors as one."""
    branches = [*map(_branch, part)]
    known = "\n".join(found for _, found in branches if found)
    return *((("", known),) if known else ()), *(one for one in branches if not one[1])


class Waiting:
    """Needs by what they wait for.

    Attributes:
        expressions: of the branches that somebody waits for, each once; they are known by their numbers here.
    """

    def __init__(self) -> None:
        self.expressions: list[str] = []
        self._factors: list[str] = []
        self._numbers: dict[str, int] = {}
        self._parts: dict[tuple[int, ...], int] = {}
        self._parts_of: list[list[int]] = []
        self._alone: list[list[Owner]] = []
        self._together: list[list[tuple[list[int], Owner]]] = []

    @classmethod
    def of(cls, kept: Sequence[Any]) -> Self:
        """Return what has been put together before, and needs nothing more; its factors are not told.

        Args:
            kept: as the attribute of this name has it; lists may be there for tuples.

        Raises:
            ValueError: that does not fit together.
        """
        made = cls()
        made.expressions, made._parts_of, made._alone, made._together, joint = kept
        if len(made.expressions) != len(made._parts_of):
            raise ValueError("each branch has an expression and parts")
        made.joint = frozenset(joint)
        return made

    @property
    def kept(self) -> list[Any]:
        """All but the factors as JSON can say it."""
        parts = self._parts_of, self._alone, self._together
        return [self.expressions, *parts, sorted(self.joint)]

    def add(self, owner: Owner, wait: Wait) -> None:
        """Add somebody who waits."""
        parts = {self._part(branches) for branches in wait}
        if parts:
            one = max(parts)
            parts.remove(one)
            if parts:
                self._together[one].append((sorted(parts), owner))
            else:
                self._alone[one].append(owner)

    def note(self, wait: Wait) -> None:
        """Have something looked for although nobody waits for it."""
        for branches in wait:
            self._part(branches)

    def _part(self, branches: Iterable[Branch]) -> int:
        numbers = tuple(dict.fromkeys(map(self._number, branches)))
        if numbers not in self._parts:
            part = self._parts[numbers] = len(self._parts)
            self._alone.append([])
            self._together.append([])
            for number in numbers:
                self._parts_of[number].append(part)
        return self._parts[numbers]

    def _number(self, branch: Branch) -> int:
        expression, factors = branch
        number = self._numbers.setdefault(expression or factors, len(self.expressions))
        if number == len(self.expressions):
            self.expressions.append(expression)
            self._factors.append(factors)
            self._parts_of.append([])
        return number

    @cached_property
    def factors(self) -> tuple[str, ...]:
        """The factors of each branch, a line each."""
        return tuple(self._factors)

    @cached_property
    def looked(self) -> frozenset[str]:
        """The expressions of all branches."""
        return frozenset(self.expressions)

    def texts(self, numbers: Iterable[int]) -> list[str]:
        """Return the expressions of branches."""
        return [self.expressions[number] for number in numbers]

    def alone(self, number: int) -> list[Owner]:
        """Return who is met where a branch stands, whatever else does."""
        return [owner for part in self._parts_of[number] for owner in self._alone[part]]

    def together(self, numbers: Iterable[int]) -> list[Owner]:
        """Return who is met where several branches stand, of those with these numbers."""
        parts = set[int]().union(*map(self._parts_of.__getitem__, self.joint.intersection(numbers)))
        last = self._last.intersection(parts)
        return [owner for part in last for others, owner in self._together[part] if parts.issuperset(others)]

    @cached_property
    def _last(self) -> frozenset[int]:
        """The parts by which those are known who wait for several."""
        return frozenset(part for part, several in enumerate(self._together) if several)

    @cached_property
    def joint(self) -> frozenset[int]:
        """The branches for which somebody waits together with others."""
        every = [{one, *others} for one, several in enumerate(self._together) for others, _ in several]
        parts = set[int]().union(*every)
        return frozenset(n for n, own in enumerate(self._parts_of) if not parts.isdisjoint(own))


def by_rule(owners: Iterable[Owner]) -> Owners:
    """Return owners by their rules, in the order in which these are first met."""
    needs: dict[int, set[int]] = {}
    for rule, need in owners:
        needs.setdefault(rule, set()).add(need)
    return tuple((rule, _shared(*sorted(several))) for rule, several in needs.items())


@cache
def _shared(*needs: int) -> frozenset[int]:
    """Return needs as a set, always the same: what is met again in a block then takes no new one."""
    return frozenset(needs)
