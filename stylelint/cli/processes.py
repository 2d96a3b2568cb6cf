"""Processes that lint beside this one, each with a pipe of its own to it."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection, wait
from typing import Any, TypeAlias

__all__ = ["Pipe", "Process", "wait"]

METHOD = "fork" if sys.platform == "linux" else "spawn"
"""Forked ones share the compiled rules; elsewhere each makes them anew."""

Pipe: TypeAlias = Connection


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
        context: Any = multiprocessing.get_context(METHOD)
        self.pipe: Pipe
        self.pipe, theirs = context.Pipe()
        inherited = [self.pipe, *others] if METHOD == "fork" else []
        self._process = context.Process(target=_run, args=(work, (*args, theirs), inherited), daemon=True)
        self._process.start()
        theirs.close()  # else nobody would see that the process has died
        self.terminate, self.join = self._process.terminate, self._process.join


def _run(work: Callable[..., None], args: tuple[Any, ...], inherited: Iterable[Pipe]) -> None:
    for pipe in inherited:
        pipe.close()  # else no worker would see that nobody asks any more
    work(*args)
