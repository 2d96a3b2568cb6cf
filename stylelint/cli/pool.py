"""Lints many drafts on several cores, in order, with as much memory for many as for a few.

Only a few parcels of drafts are under way at a time.  A worker that dies takes no draft with it: those of its
parcels are linted again, one by one, and only a draft that kills its worker twice is given up.

Each worker has a pipe of its own.  What goes to it is a few numbers, which never fill a pipe: so it never
happens that both sides wait for each other.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from stylelint.cli import collect_from_now
from stylelint.cli.app import complain
from stylelint.cli.drafts import linted
from stylelint.cli.linting import Light, Linted, Linting
from stylelint.cli.parcels import Parcel
from stylelint.cli.processes import Pipe, Process, wait
from stylelint.errors import UserError

_Done = tuple[list[Light], dict[str, bytes]]
"""What became of some drafts, and what of it is to be kept for other runs."""

_AHEAD = 6
"""As many parcels for each worker are made up ahead: all may be known of most, and one can take long."""

_RESERVE = 2
"""A worker has so many parcels, so that it need not wait for the next one."""


class _Order:
    """A parcel that is under way.

    Attributes:
        done: what became of the drafts that were left; None until that is known.
        lost: whether the worker that had it has died.
    """

    def __init__(self, parcel: Parcel) -> None:
        self.parcel = parcel
        self.done: Sequence[Light] | None = None if parcel.left else ()
        self.lost = False

    @property
    def open(self) -> bool:
        """Whether a worker is still to tell what became of the drafts."""
        return self.done is None and not self.lost


class _Worker:
    """A process that lints, and what it has been given.

    Args:
        linting: looks at a draft.
        paths: the drafts.
        others: workers that are there already; one that is forked inherits their pipes.
    """

    def __init__(self, linting: Linting, paths: Sequence[str], others: Iterable[_Worker]) -> None:
        self.process = Process(_work, (linting, paths), [other.pipe for other in others])
        self.pipe: Pipe = self.process.pipe
        self.orders: deque[_Order] = deque()

    def give(self, order: _Order) -> None:
        """Hand over a parcel."""
        self.orders.append(order)
        _send(self.pipe, order.parcel.left)

    def ask(self, draft: int) -> _Done | None:
        """Return what becomes of one draft; None if the worker dies."""
        _send(self.pipe, [draft])
        done: _Done | None = _received(self.pipe)
        return done

    def end(self, *, at_once: bool = False) -> None:
        """Let the worker end when it has nothing to do, or at once."""
        self.pipe.close()
        if at_once:
            self.process.terminate()


class Pool:
    """Workers that lint.

    Args:
        linting: looks at a draft; workers take over what is ready, or make it again where processes are
            not forked.
        paths: the drafts; parcels name them by their numbers.
        jobs: how many workers.
    """

    def __init__(self, linting: Linting, paths: Sequence[str], jobs: int) -> None:
        self._linting, self._paths, self._jobs = linting, paths, jobs
        self._workers: list[_Worker] = []
        self._waiting: deque[_Order] = deque()
        self._ended: list[_Worker] = []

    def lint(self, parcels: Iterable[Parcel]) -> Iterator[Linted]:
        """Yield what became of each draft, in order."""
        source = iter(parcels)
        at_once = True  # who interrupts, or reads no further, waits for no draft under way
        try:
            for _ in range(self._jobs):
                self._start()
            while self._hand_out(source):
                if self._waiting[0].open:
                    self._receive()
                else:
                    yield from self._told(self._waiting.popleft())
            at_once = False
        finally:
            for worker in list(self._workers):
                self._end(worker, at_once=at_once)
            for worker in self._ended:
                worker.process.join()

    def _start(self) -> _Worker:
        worker = _Worker(self._linting, self._paths, self._workers)
        self._workers.append(worker)
        return worker

    def _end(self, worker: _Worker, *, at_once: bool = False) -> None:
        self._workers.remove(worker)
        self._ended.append(worker)
        worker.end(at_once=at_once)

    def _hand_out(self, source: Iterator[Parcel]) -> bool:
        """Give work to workers, and tell whether some is under way; who will get no more ends.

        Whenever one has told something: the oldest parcel may be a big one, and others would wait for it.
        """
        while len(self._waiting) < _AHEAD * self._jobs and (worker := self._free()):
            parcel = next(source, None)
            if parcel is None:
                for idle in [worker for worker in self._workers if not worker.orders]:
                    self._end(idle)
                break
            order = _Order(parcel)
            self._waiting.append(order)
            if parcel.left:
                worker.give(order)
        return bool(self._waiting)

    def _free(self) -> _Worker | None:
        """Return the worker that has the least to do, None where all have enough."""
        free = (worker for worker in self._workers if len(worker.orders) < _RESERVE)
        return min(free, key=lambda worker: len(worker.orders), default=None)

    def _told(self, order: _Order) -> Iterator[Linted]:
        """Yield what became of the drafts of a parcel that is not open any more."""
        done = self._one_by_one(order.parcel.left) if order.done is None else order.done
        yield from order.parcel.whole(map(self._linting.whole_again, done))

    def _receive(self) -> None:
        """Wait for what workers have done, and take note of it."""
        at_work = [worker for worker in self._workers if worker.orders]
        ready = wait([worker.pipe for worker in at_work])
        for worker in at_work:
            if worker.pipe not in ready:
                continue
            done = _received(worker.pipe)
            if done is None:
                self._lose(worker)
            else:
                worker.orders.popleft().done = self._taken(done)

    def _lose(self, worker: _Worker) -> None:
        """Take note of the death of a worker; another takes its place."""
        complain("a worker died; its drafts are linted again")
        for order in worker.orders:
            order.lost = True
        self._end(worker)
        self._start()

    def _one_by_one(self, drafts: Iterable[int]) -> Iterator[Light]:
        """Yield what becomes of drafts, one of which has killed its worker: if it does again, give it up."""
        worker = self._start()
        for number in drafts:
            done = worker.ask(number)
            if done is None:
                self._end(worker)
                worker = self._start()
                path = self._paths[number]
                error = UserError("linting it ends the worker; please report this", path)
                yield self._linting.light(Linted(path, error=error))
            else:
                yield from self._taken(done)
        self._end(worker)

    def _taken(self, done: _Done) -> list[Light]:
        """Return what became of some drafts, having noted what is to be kept of it."""
        several, kept = done
        if self._linting.results:
            self._linting.results.add(kept)
        return several


def _send(pipe: Pipe, what: Sequence[int] | _Done) -> None:
    """Send something to who may have died; that shows when the next answer is waited for."""
    with suppress(OSError):
        pipe.send(what)


def _received(pipe: Pipe) -> Any:
    """Return what comes next, None where nothing will: who was to send it has ended, perhaps in mid-word."""
    try:
        return pipe.recv()
    except (EOFError, OSError):
        return None


def _work(linting: Linting, paths: Sequence[str], pipe: Pipe) -> None:
    """Lint in a worker what is asked for, until nobody does; Ctrl-C is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_from_now()
    while (drafts := _received(pipe)) is not None:
        done = list(map(linting.light, linted([paths[number] for number in drafts], linting.lint)))
        _send(pipe, (done, linting.results.taken() if linting.results else {}))
