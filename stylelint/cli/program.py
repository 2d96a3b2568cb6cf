"""Which program is this?  A fingerprint that changes with its own code and with the libraries beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

import click

from stylelint import __version__
from stylelint.cli.store import digest
from stylelint.native import COMPILED

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_LIBRARIES = os.path.dirname(os.path.dirname(os.path.abspath(click.__file__)))


@cache
def fingerprint() -> str:
    """Return the fingerprint: the same on two machines where the same is installed.

    What is compiled finds the same as Python alone; who asks for one of them to compare is not to be answered
    with what the other has found.
    """
    releases = sorted(name for name in os.listdir(_LIBRARIES) if name.endswith((".dist-info", ".egg-info")))
    return digest(sys.version, __version__, _own(), str(COMPILED is not None), *releases)


def _own() -> str:
    """Return what changes with our own code.

    An installation has a list of the files in it and what each holds.  A checkout, which is worked on,
    has not: its files are known by size and time.
    """
    if os.path.dirname(_PACKAGE) == _LIBRARIES:
        with suppress(OSError), open(_record(), "rb") as file:
            return digest(file.read())
    return digest("\0".join(sorted([f"{path} {size} {time}" for path, size, time in _files(_PACKAGE)])))


def _record() -> str:
    return os.path.join(_LIBRARIES, f"stylelint-{__version__}.dist-info", "RECORD")


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.name.endswith((".py", ".so", ".pyd")):
            about = entry.stat()
            yield entry.path, about.st_size, about.st_mtime_ns
        elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
            yield from _files(entry.path)
