"""How much processor time something takes, for tests of how it grows; seconds themselves are never judged."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the collector still: the more is made, the oftener it goes through all that other tests left."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def spent(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that some work takes, the collector's left out."""
    with undisturbed():
        start = process_time()
        work()
        return process_time() - start
