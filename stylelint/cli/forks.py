"""Processes that are forked: what is ready in the one that starts them need not be made again.

The package for such things of the standard library takes as long to load as a hundred drafts to lint.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

_HEAD, _MOST = 8, 1 << 20
"""Bytes that say how many follow, and how many are read at a time."""


class Pipe:
    """One end of a pipe for objects, in both directions; as `multiprocessing.connection.Connection`."""

    def __init__(self, source: int, target: int) -> None:
        self._source, self._target = source, target

    def fileno(self) -> int:
        """Return what tells whether there is something to receive."""
        return self._source

    def send(self, what: object) -> None:
        """Send an object.

        Raises:
            OSError: nobody is there to receive it.
        """
        data = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
        rest = memoryview(len(data).to_bytes(_HEAD, "big") + data)
        while rest:
            rest = rest[os.write(self._target, rest) :]

    def recv(self) -> Any:
        """Wait for an object and return it.

        Raises:
            EOFError: nobody is there to send one.
        """
        return pickle.loads(self._read(int.from_bytes(self._read(_HEAD), "big")))

    def _read(self, size: int) -> bytes:
        parts = []
        while size:
            parts.append(os.read(self._source, min(size, _MOST)))
            size -= len(parts[-1])
            if not parts[-1]:
                raise EOFError
        return b"".join(parts)

    def close(self) -> None:
        """Close it; who has the other end is told."""
        os.close(self._source)
        os.close(self._target)


class Process:
    """A process that has been started.

    Args:
        work: what it is to do.
        args: with what; a pipe follows.
        others: pipes of ours that it would hold open.

    Attributes:
        pipe: ours, to the one that it has been given.
    """

    def __init__(self, work: Callable[..., None], args: tuple[Any, ...], others: Iterable[Pipe]) -> None:
        (their_source, our_target), (our_source, their_target) = os.pipe(), os.pipe()
        self.pipe, theirs = Pipe(our_source, our_target), Pipe(their_source, their_target)
        self._pid = os.fork()
        if not self._pid:
            for pipe in (self.pipe, *others):
                pipe.close()
            _run(work, *args, theirs)
        theirs.close()  # else nobody would see that the process has died

    def terminate(self) -> None:
        """Have it end at once."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGTERM)

    def join(self) -> None:
        """Wait until it has ended."""
        with suppress(ChildProcessError):  # who started us has said that nobody waits for those who end
            os.waitpid(self._pid, 0)


def _run(work: Callable[..., None], *args: Any) -> None:
    """Do what a process is to do, and end it, whatever becomes of that.

    What its parent has not yet written is the parent's to write.
    """
    status = 1
    try:
        work(*args)
        status = 0
    except Exception:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)


def wait(pipes: Iterable[Pipe]) -> list[Pipe]:
    """Wait until something can be received from one of some pipes, or never will, and return those."""
    by_number = {pipe.fileno(): pipe for pipe in pipes}
    poll = select.poll()
    for number in by_number:
        poll.register(number, select.POLLIN)
    return [by_number[number] for number, _ in poll.poll()]
