"""Configurations as data that are read again in no time: JSON and nothing else, see `rulebook.compiled`."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from stylelint.config import Config, Named, Section
from stylelint.discovery import Globs
from stylelint.readers.options import PLAIN, Options, Roles, Skipped


def dump(config: Config) -> bytes:
    """Return a configuration as JSON, in which named tuples are lists."""
    import json

    return json.dumps(config, default=sorted).encode()


def load(data: bytes, start: int = 0) -> Config:
    """Return the configuration that `dump` wrote.

    Args:
        data: has it at its end.
        start: where it begins.

    Raises:
        ValueError, TypeError: that is not what `dump` writes.
    """
    import json

    return _config(json.loads(data[start:]))


def files(path: str, config: Config) -> list[str]:
    """Return the files that a configuration was read from, absolute.

    Args:
        path: where it was read; it may extend others.
        config: what was read.
    """
    extended = (os.path.normpath(os.path.join(named.base, named.name)) for named in config.extends)
    return sorted({os.path.abspath(path), *extended})


def _config(given: list[Any]) -> Config:
    said = dict(zip(Config._fields, given, strict=True))
    return Config(
        **{
            **said,
            **{name: _names(said[name]) for name in _NAMES},
            "budgets": tuple((Named(*name), limit) for name, limit in said["budgets"]),
            "fix": tuple((Named(*name), how) for name, how in said["fix"]),
            "reading": _options(*said["reading"]),
            "paths": tuple(_section(*section) for section in said["paths"]),
        }
    )


_NAMES = ("rulebooks", "select", "ignore", "include", "exclude", "extends", "said")
"""Lists of words with their places."""


def _names(given: Iterable[Iterable[Any]]) -> tuple[Named, ...]:
    return tuple(Named(*one) for one in given)


def _section(glob: list[Any], drafts: tuple[list[str], str], config: list[Any]) -> Section:
    globs, base = drafts
    return Section(Named(*glob), Globs(tuple(globs), base), _config(config))


def _options(formats: Iterable[Any], skipped: list[list[str]], roles: Iterable[Any]) -> Options:
    classes, ids, shortcodes, fields, patterns = skipped
    made = Options(
        tuple((glob, format) for glob, format in formats),
        Skipped(frozenset(classes), frozenset(ids), frozenset(shortcodes), tuple(fields), tuple(patterns)),
        tuple(Roles(tuple((role, other) for role, other in given), *rest) for given, *rest in roles),
    )
    return PLAIN if made == PLAIN else made
