"""Rulebooks: YAML files of rules that extend each other, as values."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stylelint.rulebook.rule import Rulebook

__all__ = ("load", "loads")


def load(names: Sequence[str], base: str | os.PathLike[str] | None = None) -> Rulebook:
    """Load rulebooks; see `loader.load`, which is imported only now: a compiled rulebook needs none of it."""
    from pathlib import Path

    from stylelint.rulebook import loader

    return loader.load(names, Path(base or ""))


def loads(data: bytes, path: str, base: str | os.PathLike[str] | None = None) -> Rulebook:
    """Load one rulebook from its bytes; see `loader.loads`."""
    from pathlib import Path

    from stylelint.rulebook import loader

    return loader.loads(data, path, Path(base or ""))
