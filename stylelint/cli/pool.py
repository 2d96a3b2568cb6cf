"""Lints many drafts on several cores, in order, with as much memory for many as for a few.

Drafts go to the workers in parcels of about the same size, so that one big draft does not hold the rest;
only a few parcels are under way at a time.  A worker that dies takes no draft with it: those of its parcel
are linted again, one by one, and only a draft that kills its worker twice is given up.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import NamedTuple

from stylelint.cli import collect_from_now
from stylelint.cli.app import complain
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document
from stylelint.engine import Linter
from stylelint.errors import UserError

Linters = Callable[[str], Linter]
"""Gives the linter for a draft, by its path."""

_PARCEL = 250_000
_MOST = 100
"""Bytes and drafts in a parcel."""


class Linted(NamedTuple):
    """What became of one draft: its findings, or why it could not be looked at.

    Attributes:
        path: as it was named.
        source: the decoded text; "" where nothing was found in it or it could not be read.
        found: the findings.
        document: the draft itself, where it was asked for or may hold ignores.
        error: what is wrong with it.
    """

    path: str
    source: str = ""
    found: tuple[Diagnostic, ...] = ()
    document: Document | None = None
    error: UserError | None = None


def parcels(paths: Iterable[str]) -> Iterator[list[str]]:
    """Yield the drafts in parcels, in order; a big one has its own."""
    from stylelint.cli.drafts import size_of

    parcel: list[str] = []
    weight = 0
    for path in paths:
        size = size_of(path)
        if parcel and (weight + size > _PARCEL or len(parcel) >= _MOST):
            yield parcel
            parcel, weight = [], 0
        parcel.append(path)
        weight += size
    if parcel:
        yield parcel


class Pool:
    """Workers that lint.

    Args:
        linter: gives the linter for a draft; workers take over what is ready, or make it again where
            processes are not forked.
        jobs: how many workers.
        whole: whether the drafts themselves are wanted too.
    """

    def __init__(self, linter: Linters, jobs: int, *, whole: bool = False) -> None:
        self._linter = linter
        self._whole = whole
        self._jobs = jobs
        self._executor = self._start()

    def lint(self, paths: Iterable[str]) -> Iterator[Linted]:
        """Yield what became of each draft, in order."""
        waiting: deque[tuple[list[str], Future[list[Linted]]]] = deque()
        source = parcels(paths)
        try:
            while True:
                while len(waiting) < 2 * self._jobs and (parcel := next(source, None)):
                    waiting.append((parcel, self._submit(parcel)))
                if not waiting:
                    return
                parcel, future = waiting.popleft()
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    complain("a worker died; its drafts are linted again")
                    again = [parcel, *(more for more, _ in waiting)]
                    waiting.clear()
                    for path in (path for parcel in again for path in parcel):
                        yield self._alone(path)
        finally:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def _alone(self, path: str) -> Linted:
        """Lint one draft; give it up if that kills its worker."""
        try:
            return self._submit([path]).result()[0]
        except BrokenProcessPool:
            return Linted(path, error=UserError("linting it ends the worker; please report this", path))

    def _submit(self, parcel: list[str]) -> Future[list[Linted]]:
        try:
            return self._executor.submit(work, parcel)
        except BrokenProcessPool:
            self._executor = self._start()
            return self._executor.submit(work, parcel)

    def _start(self) -> ProcessPoolExecutor:
        # Forked workers share the compiled rules; elsewhere each makes them from the rulebook.
        kind = "fork" if sys.platform == "linux" else "spawn"
        context = multiprocessing.get_context(kind)
        return ProcessPoolExecutor(self._jobs, context, _begin, (self._linter, self._whole))


class _Worker:
    """What a worker works with."""

    linter: Linters
    whole: bool


def _begin(linter: Linters, whole: bool) -> None:
    """Make a worker ready; Ctrl-C is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_from_now()
    _Worker.linter, _Worker.whole = staticmethod(linter), whole


def work(parcel: list[str]) -> list[Linted]:
    """Lint a parcel of drafts in a worker."""
    return [one(path, _Worker.linter, whole=_Worker.whole) for path in parcel]


def one(path: str, linters: Linters, *, whole: bool = False) -> Linted:
    """Read and lint one draft."""
    from stylelint.cli.drafts import bytes_of

    try:
        linter = linters(path)
        document = linter.read(path, bytes_of(path))
    except UserError as error:
        return Linted(path, error=error)
    found = linter.lint(document)
    wanted = whole or "stylelint" in document.source
    return Linted(path, document.source if found else "", tuple(found), document if wanted else None)
