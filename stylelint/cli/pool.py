"""Lints many drafts on several cores, in order, with as much memory for many as for a few.

Only a few parcels of drafts are under way at a time.  A worker that dies takes no draft with it: those of its
parcel are linted again, one by one, and only a draft that kills its worker twice is given up.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from stylelint.cli import collect_from_now
from stylelint.cli.app import complain
from stylelint.cli.drafts import linted
from stylelint.cli.linting import Linted, Linting
from stylelint.cli.parcels import Parcel
from stylelint.errors import UserError

_Done = tuple[list[Linted], dict[str, bytes]]
"""What became of some drafts, and what of it is to be kept for other runs."""


_AHEAD = 20
"""As many parcels for each worker are made up ahead, where all is known of most of them."""


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

    def lint(self, parcels: Iterable[Parcel]) -> Iterator[Linted]:
        """Yield what became of each draft, in order."""
        waiting: deque[tuple[Parcel, Future[_Done] | None]] = deque()
        source = iter(parcels)
        try:
            while True:
                while self._free(waiting) and (parcel := next(source, None)):
                    waiting.append((parcel, self._submit(parcel.left) if parcel.left else None))
                if not waiting:
                    return
                parcel, future = waiting.popleft()
                try:
                    yield from parcel.whole(self._taken(future) if future else ())
                except BrokenProcessPool:
                    complain("a worker died; its drafts are linted again")
                    again = [parcel, *(more for more, _ in waiting)]
                    waiting.clear()
                    for parcel in again:
                        yield from parcel.whole(map(self._alone, parcel.left))
        except BaseException:
            self._stop()
            raise
        finally:
            # Python waits for the workers at its end anyway; left to that, it may find a pipe closed already.
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _stop(self) -> None:
        """End all workers at once: who interrupts, or reads no further, waits for no draft under way."""
        for worker in multiprocessing.active_children():
            worker.terminate()
        # Python would wait for the rest of what a worker was about to hand over: it could write there itself.
        writer = getattr(getattr(self._executor, "_result_queue", None), "_writer", None)
        if writer is not None:
            writer.close()

    def _free(self, waiting: Collection[tuple[Parcel, Future[_Done] | None]]) -> bool:
        """Tell whether more parcels may be made up: there is work for each worker and more in reserve."""
        under_way = sum(future is not None for _, future in waiting)
        return under_way < 2 * self._jobs and len(waiting) < _AHEAD * self._jobs

    def _alone(self, path: str) -> Linted:
        """Lint one draft; give it up if that kills its worker."""
        try:
            return self._taken(self._submit([path]))[0]
        except BrokenProcessPool:
            return Linted(path, error=UserError("linting it ends the worker; please report this", path))

    def _taken(self, future: Future[_Done]) -> list[Linted]:
        """Return what became of some drafts, having noted what is to be kept of it."""
        done, kept = future.result()
        if self._linting.results:
            self._linting.results.add(kept)
        return list(map(self._linting.whole_again, done))

    def _submit(self, drafts: list[str]) -> Future[_Done]:
        try:
            return self._executor.submit(work, drafts)
        except BrokenProcessPool:
            self._executor = self._start()
            return self._executor.submit(work, drafts)

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


def work(drafts: list[str]) -> _Done:
    """Lint some drafts in a worker."""
    linting = _Worker.linting
    done = list(map(linting.light, linted(drafts, linting.lint)))
    return done, linting.results.taken() if linting.results else {}
