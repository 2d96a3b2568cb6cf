"""What a kind of rule says of a text, before its place in the draft is known."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """A place in a text and what is said of it.

    Attributes:
        start, end: in the text, code points.
        match: what Vale calls the match: nothing where the whole draft is meant.
        message, description: with their verbs filled in.
        cures: what could stand there instead, the first the best; None where there is no cure.
        action, params: as the JSON tells them.
        offset: how far a match of another length stands from `start`, as in spelling.
    """

    start: int
    end: int
    match: str
    message: str
    description: str = ""
    cures: tuple[str, ...] | None = None
    action: str = ""
    params: tuple[str, ...] = ()

    def at(self, start: int, end: int) -> Hit:
        """Return the same said of another place."""
        # Many times as fast as `_replace`, and there are many hits.
        return Hit(start, end, *self[2:])
