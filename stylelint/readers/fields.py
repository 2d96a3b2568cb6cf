"""A field of a draft's front matter, and the path of keys to it."""

from __future__ import annotations

from typing import NamedTuple

Step = tuple[str, int, int]
"""A text, and start and end in the source of what stands for it there."""

DEEPEST = 50
"""Deeper data is no front matter; the time that libyaml takes grows with the square of the depth."""


class Field(NamedTuple):
    """A value and its key.

    Attributes:
        key: such as `author.name`; the items of a list share the key of the list.
        value: as the format reads it.
        steps: its text, step by step, where it stands in the source.
        syntax: how it is written there, a key of `writing`'s table.
    """

    key: str
    value: str
    steps: list[Step]
    syntax: str = "bare"


class Path:
    """Follows the keys to where a scanner stands.

    Attributes:
        keys: of what is open: None for a list, "" for a table that waits for a key.
    """

    def __init__(self) -> None:
        self.keys: list[str | None] = []

    def open(self, *, table: bool) -> None:
        """Enter a list or a table.

        Raises:
            ValueError: it is too deep.
        """
        self.keys.append("" if table else None)
        if len(self.keys) > DEEPEST:
            raise ValueError("too deep")

    def close(self) -> None:
        """Leave a list or a table, which is a value itself."""
        self.keys.pop()
        self.valued()

    def wants_key(self) -> bool:
        """Tell whether a key comes next."""
        return bool(self.keys) and self.keys[-1] == ""

    def named(self, key: str) -> None:
        """Note the key of what comes next."""
        self.keys[-1] = key or "?"

    def valued(self) -> None:
        """Note that a key has had its value."""
        if self.keys and self.keys[-1] is not None:
            self.keys[-1] = ""

    def __str__(self) -> str:
        return ".".join([key for key in self.keys if key])
