"""Functions that are there twice: in Python, which says what they do, and compiled from C.

What is asked of every letter of every draft is slow in Python, whose letters are objects.  Such a function is
written in Python first and marked with `native`; one of the same name in this folder's C takes its place
where it has been compiled.  Both return the same for any arguments: `tests/native` asks both.  Without a
compiler it is the Python that runs: slower, and nothing else.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

_Made = TypeVar("_Made", bound="Callable[..., Any]")

SWITCH = "STYLELINT_NATIVE"
"""The environment's word on it: 0 for Python alone."""

PYTHON: dict[str, Any] = {}
"""What was marked, by its name, as it stands in Python."""


def _load() -> ModuleType | None:
    if os.environ.get(SWITCH) == "0":
        return None
    try:
        return import_module("stylelint.native._compiled")
    except ImportError:
        return None  # it was not compiled, or for another Python


COMPILED: Any = _load()
"""The compiled module; None where there is none."""


def native(made: _Made) -> _Made:
    """Return the compiled function, or class, of the same name where there is one.

    Args:
        made: in Python; its name is its own in the whole program.
    """
    PYTHON[made.__name__] = made
    compiled: _Made = getattr(COMPILED, made.__name__, made)
    return compiled
