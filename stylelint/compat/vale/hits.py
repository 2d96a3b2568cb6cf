"""What a kind of rule says of a text, before its place in the draft is known."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Said(NamedTuple):
    """What is said of a match, wherever it stands.

    Attributes:
        match: what Vale calls the match: nothing where the whole draft is meant.
        message, description: with their verbs filled in.
        cures: what could stand there instead, the first the best; None where there is no cure.
        action, params: as the JSON tells them.
    """

    match: str
    message: str
    description: str = ""
    cures: tuple[str, ...] | None = None
    action: str = ""
    params: tuple[str, ...] = ()


Hit: TypeAlias = tuple[int, int, Said]
"""Start and end in a text, code points, and what is said of that; there are many, so that it is bare."""
