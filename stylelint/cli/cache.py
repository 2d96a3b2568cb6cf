"""What is kept between two runs, outside the drafts: rulebooks in their compiled form.

A cache is an optimisation and nothing else: what is broken, stale or cannot be written is made anew, in
silence.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from stylelint import __version__
from stylelint.rulebook.rule import Rulebook


def folder() -> Path:
    """Return where caches are kept: `STYLELINT_CACHE_DIR`, else the user's folder for such things."""
    home = Path.home() if "HOME" in os.environ or os.name == "nt" else Path(os.sep)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home)
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return Path(os.environ.get("STYLELINT_CACHE_DIR") or base / "stylelint")


def rulebook(names: Sequence[str], base: Path) -> Rulebook:
    """Load rulebooks as `rulebook.load` does, from their compiled form where nothing has changed.

    The result has no examples, and not the rules that are off.

    Args:
        names: as `rulebook.load`.
        base: the folder that relative paths start from.

    Raises:
        UserError: as `rulebook.load`.
    """
    key = digest(__version__, sys.version, _code(), os.path.abspath(base), str(base), *names)
    path = folder() / "rulebooks" / f"{key}.json"
    known = _kept(path)
    if known is not None:
        return known
    from stylelint.rulebook import compiled, load

    book = load(names, base)
    if any(rule.check.kind == "vale" for rule in book.rules):
        # A style is a folder: no file of it tells that a rule has been added.
        return book
    store(path, f"{_stamp(book.files)}\n{compiled.dump(book)}".encode())
    return book


def _kept(path: Path) -> Rulebook | None:
    """Return the rulebook in a file of the cache, None where it is not there, broken or stale."""
    from stylelint.rulebook import compiled

    try:
        stamp, _, text = path.read_bytes().partition(b"\n")
        book = compiled.load(text)
        return book if stamp.decode() == _stamp(book.files) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _stamp(files: Sequence[str]) -> str:
    """Return what changes when one of the files changes in any byte."""
    return digest(*(Path(name).read_bytes() for name in files))


def _code() -> str:
    """Return what changes when stylelint is upgraded or worked on."""
    package = Path(__file__).resolve().parent.parent
    folders = [package, *(package / part for part in ("checks", "rulebook", "compat"))]
    entries = [Path(entry.path) for folder in folders for entry in os.scandir(folder) if entry.is_file()]
    facts = [(entry.name, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in entries]
    return repr(sorted(facts))


def digest(*parts: str | bytes) -> str:
    """Return a fingerprint of texts and bytes, in order."""
    from hashlib import blake2b

    state = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big") + data)
    return state.hexdigest()


def store(path: Path, data: bytes) -> None:
    """Write a file of the cache whole or not at all; say nothing where it cannot be written."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
