"""Processes that start anew, where they cannot be forked safely: as `forks`, with the standard library."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection, wait
from typing import Any, TypeAlias

__all__ = ["Pipe", "Process", "wait"]

Pipe: TypeAlias = Connection


class Process:
    """As `forks.Process`; it inherits no pipe."""

    def __init__(self, work: Callable[..., None], args: tuple[Any, ...], others: Iterable[Pipe]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe: Pipe
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(*args, theirs), daemon=True)
        self._process.start()
        theirs.close()  # else nobody would see that the process has died
        self.terminate, self.join = self._process.terminate, self._process.join
