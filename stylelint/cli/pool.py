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
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from stylelint.cli import collect_from_now
from stylelint.cli.app import complain
from stylelint.cli.drafts import linted, size_of
from stylelint.cli.linting import Linted, Linting
from stylelint.errors import UserError

_PARCEL = 250_000
_MOST = 100
"""Bytes and drafts in a parcel."""


_Parcel = tuple[list[Linted], dict[str, str]]
"""What became of the drafts of a parcel, and what of it is to be kept for other runs."""


def parcels(paths: Iterable[str]) -> Iterator[list[str]]:
    """Yield the drafts in parcels, in order; a big one has its own."""
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
        linting: looks at a draft; workers take over what is ready, or make it again where processes are
            not forked.
        jobs: how many workers.
    """

    def __init__(self, linting: Linting, jobs: int) -> None:
        self._linting = linting
        self._jobs = jobs
        self._executor = self._start()

    def lint(self, paths: Iterable[str]) -> Iterator[Linted]:
        """Yield what became of each draft, in order."""
        waiting: deque[tuple[list[str], Future[_Parcel]]] = deque()
        source = parcels(paths)
        try:
            while True:
                while len(waiting) < 2 * self._jobs and (parcel := next(source, None)):
                    waiting.append((parcel, self._submit(parcel)))
                if not waiting:
                    return
                parcel, future = waiting.popleft()
                try:
                    yield from self._taken(future)
                except BrokenProcessPool:
                    complain("a worker died; its drafts are linted again")
                    again = [parcel, *(more for more, _ in waiting)]
                    waiting.clear()
                    for path in (path for parcel in again for path in parcel):
                        yield self._alone(path)
        except BaseException:
            # Who interrupts, or reads no further, does not wait for drafts that are under way.
            for worker in multiprocessing.active_children():
                worker.terminate()
            raise
        finally:
            # Python waits for the workers at its end anyway; left to that, it may find a pipe closed already.
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _alone(self, path: str) -> Linted:
        """Lint one draft; give it up if that kills its worker."""
        try:
            return self._taken(self._submit([path]))[0]
        except BrokenProcessPool:
            return Linted(path, error=UserError("linting it ends the worker; please report this", path))

    def _taken(self, future: Future[_Parcel]) -> list[Linted]:
        """Return what became of a parcel, having noted what is to be kept of it."""
        done, kept = future.result()
        if self._linting.results:
            self._linting.results.add(kept)
        return done

    def _submit(self, parcel: list[str]) -> Future[_Parcel]:
        try:
            return self._executor.submit(work, parcel)
        except BrokenProcessPool:
            self._executor = self._start()
            return self._executor.submit(work, parcel)

    def _start(self) -> ProcessPoolExecutor:
        # Forked workers share the compiled rules; elsewhere each makes them from the rulebook.
        kind = "fork" if sys.platform == "linux" else "spawn"
        context = multiprocessing.get_context(kind)
        return ProcessPoolExecutor(self._jobs, context, _begin, (self._linting,))


class _Worker:
    """What a worker works with."""

    linting: Linting


def _begin(linting: Linting) -> None:
    """Make a worker ready; Ctrl-C is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_from_now()
    _Worker.linting = linting


def work(parcel: list[str]) -> _Parcel:
    """Lint a parcel of drafts in a worker."""
    linting = _Worker.linting
    return list(linted(parcel, linting)), linting.results.taken() if linting.results else {}
