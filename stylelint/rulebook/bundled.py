"""The rulebooks that come with stylelint: in a checkout, an editable install and a wheel alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path

MARKER = "newsroom.yml"
"""The default rulebook; a folder `rules` without it is somebody else's."""


@cache
def folder() -> Path | None:
    """Return the folder of the bundled rulebooks, None where an install has lost it."""
    package = Path(__file__).resolve().parent.parent
    for found in (package / "rules", package.parent / "rules"):
        if (found / MARKER).is_file():
            return found
    return None


def find(name: str) -> Path | None:
    """Return the file of a bundled rulebook, None where there is none of that name.

    Args:
        name: without folder and ending, such as "titles".
    """
    home = folder()
    if home is None or not name or not set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"):
        return None
    path = home / f"{name}.yml"
    return path if path.is_file() else None


def names() -> tuple[str, ...]:
    """Return the names of the bundled rulebooks, sorted."""
    home = folder()
    return tuple(sorted(path.stem for path in home.glob("*.yml"))) if home else ()
