"""Many drafts: what is known is told at once; the rest is linted by workers, if there is enough of it.

Drafts are put up in parcels of about the same size, so that one big draft does not hold the rest, and results
come in the order of the drafts, with as much memory for many as for a few.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import NamedTuple

from stylelint.cli.drafts import GROUP, MOST, bytes_of, linted
from stylelint.cli.linting import Linted, Linting
from stylelint.errors import UserError

_SHARE, _LEAST = 2 / 3, 16
"""A parcel has at most so much of a worker's share of the drafts that are left, or so many drafts."""

_MUCH = 1_500_000
"""Bytes to lint from which workers are quicker than one process; to start them takes tenths of a second."""

_AHEAD = 12
"""As many parcels are made up before one of them is linted, to see whether there is so much."""


class Parcel(NamedTuple):
    """Some drafts that follow one another.

    Attributes:
        drafts: what is known of each, in order; its number where it is still to be linted.
        left: the numbers of those.
        weight: their bytes.
    """

    drafts: list[Linted | int]
    left: list[int]
    weight: int = 0

    def whole(self, done: Iterable[Linted]) -> Iterator[Linted]:
        """Yield what became of all drafts.

        Args:
            done: what became of those that were left, in order.
        """
        rest = iter(done)
        return (next(rest) if isinstance(one, int) else one for one in self.drafts)


def handed_out(paths: Sequence[str], linting: Linting, jobs: int) -> Iterator[Linted]:
    """Yield what became of each draft, in order; workers are started once there is enough for them to do.

    Args:
        paths: the drafts.
        linting: looks at a draft.
        jobs: how many workers may be started.
    """
    source = parcels(paths, linting, jobs)
    waiting: deque[Parcel] = deque()
    drafts = weight = 0
    for parcel in source:
        waiting.append(parcel)
        drafts += len(parcel.left)
        weight += parcel.weight
        if weight > _MUCH and drafts > 1:
            from stylelint.cli.pool import Pool
            from stylelint.cli.processes import METHOD

            if METHOD == "fork":
                with suppress(UserError):  # it is told of each draft
                    linting.linter(paths[parcel.left[0]]).prepare()  # once, and shared by all workers
            yield from Pool(linting, paths, jobs).lint(chain(waiting, source))
            return
        while waiting and (not waiting[0].weight or len(waiting) > _AHEAD):
            yield from _here(waiting.popleft(), paths, linting)
    for parcel in waiting:
        yield from _here(parcel, paths, linting)


def _here(parcel: Parcel, paths: Sequence[str], linting: Linting) -> Iterator[Linted]:
    return parcel.whole(linted([paths[number] for number in parcel.left], linting.lint))


def parcels(paths: Sequence[str], linting: Linting, jobs: int = 1) -> Iterator[Parcel]:
    """Yield drafts in parcels, in order, with what is known of them; a big one has its own.

    Args:
        paths: the drafts.
        linting: looks at a draft.
        jobs: how many workers there may be, which shall come to their end at about the same time.
    """
    most = _most(len(paths), jobs)
    glance = partial(_known_or_size, linting) if linting.tells else size_of
    drafts: list[Linted | int] = []
    left: list[int] = []
    full = weight = 0
    for number, path in enumerate(paths):
        seen = glance(path)
        size = seen if isinstance(seen, int) else len(seen.source)
        if drafts and (full + size > GROUP or len(drafts) >= most):
            yield Parcel(drafts, left, weight)
            drafts, left, full, weight = [], [], 0, 0
            most = _most(len(paths) - number, jobs)
        full += size
        if isinstance(seen, int):
            weight += size
            left.append(number)
            drafts.append(number)
        else:
            drafts.append(seen)
    if drafts:
        yield Parcel(drafts, left, weight)


def _most(left: int, jobs: int) -> int:
    """Return how many drafts a parcel has at most where so many are left."""
    return min(MOST, max(_LEAST, int(left / jobs * _SHARE))) if jobs > 1 else MOST


def _known_or_size(linting: Linting, path: str) -> Linted | int:
    """Return what is known of a draft, else how many bytes there are to lint."""
    try:
        data = bytes_of(path)
    except UserError as error:
        return Linted(path, error=error)
    return linting.known(path, data) or len(data)


def size_of(path: str) -> int:
    """Return the bytes in a file, 0 where there is none."""
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0
