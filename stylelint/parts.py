"""What is known of the parts of an expression: all that they can be, or something that stands in them.

A string here is of letters and of `signs`; a letter whose capitals do not matter is moved to where nothing
stands, by `FREE`.
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from stylelint.rarity import rarity_of

_MOST = 400
"""More strings than these are not followed letter by letter."""

_REPEATS = 8
"""So many repetitions of one thing are followed."""

_SIZES = range(12, 0, -1)
"""To so many letters strings are cut where that makes them few enough."""

LEAST, _ENOUGH = 40, 400
"""What is commoner than the first says too little; what is rarer than the other says no more."""

_PRICE = 0.02
"""One string more has to make so much of a difference."""

_NOTHING = frozenset({""})


class Part(NamedTuple):
    """What is known of a part.

    Attributes:
        exact: all it can be, to the letter; None where that is not known.
        some: strings of which one must occur in it.
        head, tail: strings with one of which it begins, and ends.
        optional: whether it may be missing; what else is said holds where it is not.
    """

    exact: frozenset[str] | None = None
    some: frozenset[str] | None = None
    head: frozenset[str] = _NOTHING
    tail: frozenset[str] = _NOTHING
    optional: bool = False

    @property
    def begins(self) -> frozenset[str]:
        """With one of which it begins."""
        return self.head if self.exact is None else self.exact

    @property
    def ends(self) -> frozenset[str]:
        """With one of which it ends."""
        return self.tail if self.exact is None else self.exact

    @property
    def best(self) -> frozenset[str] | None:
        """The best set of which one must occur."""
        return better(self.some, self.exact)


ANY = Part()


class Run:
    """What is known of parts that follow one another.

    Attributes:
        some: strings of which one must occur in them.
        head: strings with one of which they begin; None as long as `tail` says that.
        tail: strings with one of which they end.
    """

    def __init__(self) -> None:
        self.some: frozenset[str] | None = None
        self.head: frozenset[str] | None = None
        self.tail = _NOTHING
        self._before: frozenset[str] = frozenset()
        self._whole = True

    def add(self, part: Part) -> None:
        """Add the next part."""
        if part.optional:
            self._pass_over(part)
            return
        if len(part.begins) > 1:
            self.some = better(self.some, self.tail)
        longer = chained(self.tail, part.begins)
        if longer is None:
            self._note(self.tail)
            self.some = better(self.some, _shortened(self.tail, part.begins, first=True))
            longer = _shortened(self.tail, part.begins)
        self.some = better(self.some, part.best)
        if part.exact is None:
            self._note(longer)
        self.tail = longer if part.exact is not None else part.tail

    def _pass_over(self, part: Part) -> None:
        if self.tail == _NOTHING and self.head is None:
            self._before, self._whole = self._before | part.begins, False
            return
        self._note(self.tail)
        self.tail = _few(self.tail | part.ends)

    def _note(self, texts: frozenset[str]) -> None:
        """Note strings of which one occurs; from here on it is not known how all of it ends."""
        self.some, self._whole = better(self.some, texts), False
        self.head = texts | self._before if self.head is None else self.head

    @property
    def part(self) -> Part:
        """All of it as one part."""
        some = better(self.some, self.tail)
        if self._whole:
            return Part(self.tail, some)
        head = self.tail | self._before if self.head is None else self.head
        return Part(None, some, _few(head, first=True), self.tail)


def either(parts: list[Part]) -> Part:
    """Return what is known of one of several parts."""
    if len(parts) == 1:
        return parts[0]
    exact = _joined(part.exact for part in parts)
    return Part(
        exact if exact is not None and len(exact) <= _MOST else None,
        _joined(part.best for part in parts),
        _few(_joined(part.begins for part in parts) or _NOTHING, first=True),
        _few(_joined(part.ends for part in parts) or _NOTHING),
    )


def times(part: Part, least: int, most: int | None) -> list[Part]:
    """Return the parts that one is which stands so many times in a row; None for any number."""
    if part.exact is None:
        more = most is None or most > least
        return [part] * min(least, 1) + [part._replace(optional=True)] * (more or least > 1)
    required = min(least, _REPEATS)
    if required == least and most is not None and most - least < _REPEATS:
        return [part] * least + [Part(part.exact | {""})] * (most - least)
    return [part] * required + [part._replace(optional=True)]


def chained(one: frozenset[str], other: frozenset[str]) -> frozenset[str] | None:
    """Return each of the strings with each of the others after it; None where those are too many."""
    return frozenset([a + b for a in one for b in other]) if len(one) * len(other) <= _MOST else None


def better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Return the set that says more: one of its strings is rarer to find, or it has fewer."""
    best = one if other is None or (one and _worth(one) >= _worth(other)) else other
    return best if best and _worth(best)[0] >= LEAST else None


@lru_cache(maxsize=2048)
def _worth(texts: frozenset[str]) -> tuple[float, float]:
    found = rarity_of(texts)
    return min(_ENOUGH, found) - _PRICE * len(texts), found


def _shortened(before: frozenset[str], after: frozenset[str], *, first: bool = False) -> frozenset[str]:
    """Return as much of some strings before others, or first of those after them, as makes few of both."""
    for size in _SIZES:
        found = (
            chained(before, frozenset(text[:size] for text in after))
            if first
            else chained(frozenset(text[-size:] for text in before), after)
        )
        if found is not None:
            return found
    return before if first else after


def _few(texts: frozenset[str], *, first: bool = False) -> frozenset[str]:
    """Return how strings end, or begin, by as few letters as make them few."""
    if "" in texts:
        return _NOTHING
    for size in (max(map(len, texts)), *_SIZES):
        cut = frozenset(text[:size] if first else text[-size:] for text in texts)
        if len(cut) <= _MOST:
            return cut
    return _NOTHING


def _joined(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    every = []
    for one in sets:
        if one is None:
            return None
        every.append(one)
    return frozenset[str]().union(*every)
