"""Rulebooks: YAML files of rules that extend each other, as values."""

from __future__ import annotations

from stylelint.rulebook.loader import load, loads

__all__ = ("load", "loads")
