"""Rulebooks as they are kept between two runs, in their compiled form."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from stylelint.cli import program, store

if TYPE_CHECKING:
    from stylelint.rulebook.rule import Rulebook

_MOST = 20
"""As many rulebooks are kept."""


def rulebook(names: Sequence[str], base: str | os.PathLike[str]) -> Rulebook:
    """Load rulebooks as `rulebook.load` does, from their compiled form where nothing has changed.

    The result has no examples, and not the rules that are off.

    Args:
        names: as `rulebook.load`.
        base: the folder that relative paths start from.

    Raises:
        UserError: as `rulebook.load`.
    """
    key = store.digest(program.fingerprint(), os.path.abspath(base), str(base), *names)
    path = store.folder("rulebooks", f"{key}.json")
    known = _kept(path)
    if known is not None:
        return known
    from stylelint.rulebook import compiled, load

    book = load(names, base)
    if any(rule.check.kind == "vale" for rule in book.rules):
        # A style is a folder: no file of it tells that a rule has been added.
        return book
    store.write(path, b"%b\n%b" % (stamp(book.files).encode(), compiled.dump(book)))
    store.prune(store.folder("rulebooks"), _MOST)
    return book


def _kept(path: str) -> Rulebook | None:
    """Return the rulebook in a file of the cache, None where it is not there, broken or stale."""
    from stylelint.rulebook import compiled

    try:
        data = store.read(path)
        told = data[: data.index(b"\n")]
        book = compiled.load(data, len(told) + 1)
        return book if told.decode() == stamp(book.files) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def stamp(files: Sequence[str]) -> str:
    """Return what changes when one of the files changes in any byte.

    Raises:
        OSError: one cannot be read.
    """
    contents = []
    for name in files:
        with open(name, "rb", buffering=0) as file:
            contents.append(file.read())
    return store.digest(*contents)
