"""Rulebooks: YAML files of rules that extend each other, as values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stylelint.rulebook.rule import Rulebook

__all__ = ("load", "loads")


def load(names: Sequence[str], base: Path | None = None) -> Rulebook:
    """Load rulebooks; see `loader.load`, which is imported only now: a compiled rulebook needs none of it."""
    from stylelint.rulebook import loader

    return loader.load(names, base)


def loads(data: bytes, path: str, base: Path | None = None) -> Rulebook:
    """Load one rulebook from its bytes; see `loader.loads`."""
    from stylelint.rulebook import loader

    return loader.loads(data, path, base)
