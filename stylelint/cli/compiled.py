"""Rulebooks, what their rules wait for, and configurations, as they are kept between two runs."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from stylelint.cli import program, store

if TYPE_CHECKING:
    from stylelint.config import Config
    from stylelint.rulebook.rule import Rule, Rulebook
    from stylelint.scanner import Scanner

_Made = TypeVar("_Made")

_MOST = 40
"""As many files are kept."""


def rulebook(names: Sequence[str], base: str | os.PathLike[str]) -> Rulebook:
    """Load rulebooks as `rulebook.load` does, from their compiled form where nothing has changed.

    Where something has, what was worked out for the checks that have not is taken over.  The result has no
    examples, and not the rules that are off.

    Args:
        names: as `rulebook.load`.
        base: the folder that relative paths start from.

    Raises:
        UserError: as `rulebook.load`.
    """
    path = _path(*_beside(names, base), *names)
    from stylelint.rulebook import compiled

    def made(data: bytes, start: int) -> tuple[Rulebook, Sequence[str]]:
        book = compiled.load(data, start)
        return book, book.files

    before, stamped, fresh = _kept(path, made) or (None, "", False)
    if before and fresh:
        return before._replace(stamp=stamped)
    from stylelint.rulebook import load

    book = load(names, base)
    if any(rule.check.kind == "vale" for rule in book.rules):
        # A style is a folder: no file of it tells that a rule has been added.
        return book
    data = compiled.dump(book, before)
    return compiled.load(data)._replace(stamp=_keep(path, book.files, data))


def _beside(names: Sequence[str], base: str | os.PathLike[str]) -> tuple[str, ...]:
    """Return the folder that relative paths start from, if a rulebook may lie in it."""
    if all(_is_plain(name) and not os.path.exists(os.path.join(base, name)) for name in names):
        return ()
    return os.path.abspath(base), str(base)


def _is_plain(name: str) -> bool:
    """Tell whether a name is no path and no folder of a style, whatever stands in the folder."""
    return name.replace("-", "").isalnum()


def scanner(book: Rulebook, rules: Sequence[Rule]) -> Scanner:
    """Return what asks some rules of a rulebook what they wait for, as it is kept if nothing has changed."""
    from stylelint.scanner import Scanner

    if not book.stamp:
        return Scanner(rules)
    path = _path("scanner", book.stamp, *(rule.id for rule in rules), suffix="bin")
    with suppress(OSError, ValueError, TypeError):
        return Scanner(rules, store.read(path))
    made = Scanner(rules)
    store.write(path, made.kept)
    store.prune(store.folder("rulebooks"), _MOST)
    return made


def configuration(path: str, shown: str) -> Config:
    """Read a configuration as `config.parse.read` does, from its compiled form where nothing has changed.

    Args:
        path: the file.
        shown: what errors call it.

    Raises:
        UserError: it cannot be read, or says something that cannot be.
    """
    from stylelint.config import compiled

    place = _path("configuration", os.getcwd(), path, shown)

    def made(data: bytes, start: int) -> tuple[Config, Sequence[str]]:
        config = compiled.load(data, start)
        return config, compiled.files(path, config)

    known = _kept(place, made)
    if known and known[-1]:
        return known[0]
    from stylelint.config.parse import read

    config = read(path, shown)
    _keep(place, compiled.files(path, config), compiled.dump(config))
    return config


def _path(*about: str, suffix: str = "json") -> str:
    """Return the file that something is kept in which all this decides, and the files it is made of."""
    return store.folder("rulebooks", f"{store.digest(program.fingerprint(), *about)}.{suffix}")


def _keep(path: str, files: Sequence[str], data: bytes) -> str:
    """Keep what was made of some files, and return the stamp of these; "" where they cannot be read."""
    with suppress(OSError):
        stamped = stamp(files)
        store.write(path, b"%b\n%b" % (stamped.encode(), data))
        store.prune(store.folder("rulebooks"), _MOST)
        return stamped
    return ""


def _kept(
    path: str, load: Callable[[bytes, int], tuple[_Made, Sequence[str]]]
) -> tuple[_Made, str, bool] | None:
    """Return what is kept in a file of the cache, None where it is not there or broken.

    With it its stamp, and whether that still is the one of the files that it was made of.

    Args:
        path: of the file.
        load: from its bytes and where to begin gives what is kept, and the files that it was made of.
    """
    try:
        data = store.read(path)
        told = data[: data.index(b"\n")]
        made, files = load(data, len(told) + 1)
        stamped = told.decode()
    except (OSError, ValueError, KeyError, TypeError):
        return None
    with suppress(OSError):
        return made, stamped, stamped == stamp(files)
    return made, stamped, False


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
