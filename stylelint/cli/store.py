"""The folder of what is kept between two runs.

A cache is an optimisation and nothing else: what is broken, stale or cannot be written is made anew, in
silence.  Two runs at once are safe: a file is put in its place whole or not at all.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b

_DAY = 24 * 60 * 60


def folder(*parts: str) -> str:
    """Return a path in the cache: `STYLELINT_CACHE_DIR`, else the user's folder for such things."""
    home = os.path.expanduser("~") if "HOME" in os.environ or os.name == "nt" else os.sep
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or home
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(os.environ.get("STYLELINT_CACHE_DIR") or os.path.join(base, "stylelint"), *parts)


def digest(*parts: str | bytes) -> str:
    """Return a fingerprint of texts and bytes, in order."""
    state = hasher()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big") + data)
    return state.hexdigest()


def hasher() -> blake2b:
    """Return what makes fingerprints."""
    try:
        # hashlib loads OpenSSL first, which takes longer than all the fingerprints of a run.
        from _blake2 import blake2b
    except ImportError:  # another Python than CPython
        from hashlib import blake2b
    return blake2b(digest_size=16)


def read(path: str) -> bytes:
    """Return the bytes of a file, and note that it was of use.

    Raises:
        OSError: it is not there, or cannot be read.
    """
    with open(path, "rb") as file:
        data = file.read()
        idle = time.time() - os.fstat(file.fileno()).st_mtime > _DAY
    if idle:
        with suppress(OSError):
            os.utime(path)
    return data


def write(path: str, data: bytes) -> None:
    """Write a file of the cache whole or not at all; say nothing where it cannot be written."""
    part = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(part, "wb") as file:
            file.write(data)
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            os.unlink(part)


def prune(where: str, most: int) -> None:
    """Delete all files in a folder of the cache but those that were of use last.

    Args:
        where: the folder.
        most: so many files stay.
    """
    with suppress(OSError):
        ages = sorted((entry.stat().st_mtime, entry.path) for entry in os.scandir(where))
        for _, path in ages[:-most]:
            os.unlink(path)


def clear() -> tuple[int, int]:
    """Delete the cache; return how many files and bytes it had.

    Raises:
        OSError: something in it cannot be deleted.
    """
    count = size = 0
    for path in list(_ours()):
        size += os.path.getsize(path)
        count += 1
        os.unlink(path)
    for name in ("rulebooks", "results", ""):
        with suppress(OSError):  # what is not ours in it stays, and so does the folder
            os.rmdir(folder(name))
    return count, size


def _ours() -> Iterator[str]:
    """Yield the files in the cache."""
    for name in ("rulebooks", "results"):
        with suppress(OSError):
            yield from (entry.path for entry in os.scandir(folder(name)) if entry.is_file())
