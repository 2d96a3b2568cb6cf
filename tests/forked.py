"""Runs something in a process of its own, so that a test can end what hangs."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from typing import Any


def ends(run: Callable[..., object], *args: Any, within: float) -> None:
    """Fail where something does not come to its end in so many seconds, or fails itself."""
    child = multiprocessing.get_context("fork").Process(target=run, args=args)
    child.start()
    child.join(within)
    hangs = child.is_alive()
    child.kill()
    child.join()
    assert not hangs
    assert child.exitcode == 0
