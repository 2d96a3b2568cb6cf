"""What was found in drafts is kept between two runs, so that an unchanged draft is read and not linted.

An entry is known by a fingerprint of all that decides what is found: the bytes of the draft, what its path
says (rules and readers can be for some paths alone), the rules in force today as they are set, the files they
come from, how drafts are read, and the program with the libraries beside it.  So a draft that was moved, or
stands there twice, is known.  What drafts, the baseline or changed lines ask to be left untold is taken out
afterwards and plays no part.

Entries lie in 256 files by the first two digits of a draft's fingerprint; each has a line an entry, below a
line with the fingerprint of the rest, and its own share of the room there is.  They stay bytes as long as can
be, which take the least memory, and those of other rules are passed by.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from stylelint.cli import compiled, program, store
from stylelint.cli.entries import Known

if TYPE_CHECKING:
    from stylelint.engine import Linter

_ROOM = 400_000
"""Bytes that one of the files may have: some 100 MB for all."""

_NOTED = 60_000
"""Bytes to be kept in one of the files that are noted before they are written, however long a run is."""

_ABOUT = 8
"""Digits of a fingerprint that tell entries of one linter from those of others."""

_LINTERS = 8
"""As many are known at a time; they are large."""


class Results:
    """What is known of drafts, and what is to be kept of this run."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Linter, Kept | None]] = {}
        self._shards: dict[str, dict[bytes, bytes]] = {}
        self._new: dict[str, _Noted] = {}
        self._today = int(time.time() // 86_400)

    def __reduce__(self) -> tuple[type[Results], tuple[()]]:
        """Hand over nothing: another process reads what it needs."""
        return Results, ()

    def of(self, linter: Linter) -> Kept | None:
        """Return what is kept of the findings of a linter; None where nothing can be."""
        known = self._kept.get(id(linter))
        if known is None or known[0] is not linter:
            if len(self._kept) >= _LINTERS:
                self._kept.clear()
            known = self._kept[id(linter)] = (linter, self._opened(linter))
        return known[1]

    def _opened(self, linter: Linter) -> Kept | None:
        if linter.styled:
            return None  # a style is a folder: no file of it tells that a word list or a rule has been added
        try:
            return Kept(self, about(linter), linter.whys, linter.told_by)
        except OSError:
            return None

    def line(self, key: str) -> bytes | None:
        """Return the entry of a draft, of this run or another; None where there is none."""
        name, shard, wanted = _name(key), key[: _ABOUT + 2], key.encode()
        if name in self._new and wanted in self._new[name].lines:
            return self._new[name].lines[wanted].partition(b" ")[2]
        if shard not in self._shards:
            self._shards[shard] = _read(name, key[:_ABOUT].encode())
        day, _, entry = self._shards[shard].get(wanted, b"").partition(b" ")
        if day and day != b"%d" % self._today:
            self.put(key, entry)
        return entry if day else None

    def put(self, key: str, entry: bytes) -> None:
        """Note an entry; `save` keeps it."""
        self.add({key: b"%d %b" % (self._today, entry)})

    def taken(self) -> dict[str, bytes]:
        """Return what has been noted since the last call, to be handed to another process."""
        new, self._new = self._new, {}
        return {key.decode(): line for noted in new.values() for key, line in noted.lines.items()}

    def add(self, lines: Mapping[str, bytes]) -> None:
        """Note what another process has noted."""
        for key, line in lines.items():
            name = _name(key)
            noted = self._new.setdefault(name, _Noted())
            noted.add(key.encode(), line)
            if noted.size > _NOTED:
                self._save(name)

    def save(self) -> None:
        """Write what has been noted, beside what other runs have written meanwhile."""
        for name in list(self._new):
            self._save(name)

    def _save(self, name: str) -> None:
        new = self._new.pop(name).lines
        _write(name, {**new, **_read(name), **new})  # in its order the youngest come first
        for shard in [shard for shard in self._shards if _name(shard) == name]:
            del self._shards[shard]  # what has been written is not in it


class _Noted:
    """Entries that one of the files is to have, and how many bytes they take."""

    def __init__(self) -> None:
        self.lines: dict[bytes, bytes] = {}
        self.size = 0

    def add(self, key: bytes, line: bytes) -> None:
        self.lines[key] = line
        self.size += len(key) + len(line)


class Kept:
    """What is kept of the findings of one linter.

    Args:
        results: where.
        about: the fingerprint of all but the draft.
        whys: the reason of each rule by its id, which entries do not repeat.
        told_by: gives what a path decides; two drafts for which that is the same are known as one.
    """

    def __init__(
        self, results: Results, about: str, whys: dict[str, str], told_by: Callable[[str], str] = str
    ) -> None:
        self.results, self.whys, self._about, self._told_by = results, whys, about[:_ABOUT], told_by
        self._state = store.hasher()
        self._state.update(about.encode())

    def key(self, path: str, data: bytes) -> str:
        """Return the fingerprint of a draft."""
        state = self._state.copy()
        state.update(self._told_by(path).encode("utf-8", "surrogateescape") + b"\0")
        state.update(data)
        return self._about + str(state.hexdigest())

    def get(self, key: str) -> Known | None:
        """Return what is known of a draft, None where nothing is."""
        entry = self.results.line(key)
        if entry is None:
            return None
        return Known.of(entry, self.whys)

    def put(self, key: str, entry: bytes) -> None:
        """Note what was found in a draft, as `entries.packed` has it."""
        self.results.put(key, entry)


def about(linter: Linter) -> str:
    """Return the fingerprint of all that decides what a linter finds in a draft, but for the draft.

    Raises:
        OSError: a file of its rulebook cannot be read.
    """
    # What else can be said of a rule stands in the files.
    rules = [f"{rule.id} {rule.level} {rule.fix}" for rule in linter.rules]
    rules += [f"beside {rule.id}" for rule in linter.beside]
    skipped = [sorted(part) for part in linter.reading.skipped]
    reads = repr((linter.reading.formats, skipped, linter.reading.roles))
    return store.digest(
        program.fingerprint(), linter.book.stamp or compiled.stamp(linter.book.files), reads, *rules
    )


def _name(key: str) -> str:
    """Return the name of the file that an entry is kept in."""
    return key[_ABOUT : _ABOUT + 2]


def _path(name: str) -> str:
    return store.folder("results", name)


def _read(name: str, about: bytes = b"") -> dict[bytes, bytes]:
    """Return the entries in one of the files by their fingerprints; none where it is broken.

    Args:
        name: of the file.
        about: how the fingerprints of those that are wanted begin.
    """
    try:
        told, _, body = store.read(_path(name)).partition(b"\n")
    except OSError:
        return {}
    if told != store.digest(body).encode():
        return {}
    parted = (line.partition(b" ") for line in body.split(b"\n") if line.startswith(about))
    return {key: rest for key, _, rest in parted if rest}


def _write(name: str, lines: Mapping[bytes, bytes]) -> None:
    """Write one of the files; what was of use longest ago goes where there is no room.

    Args:
        name: of the file.
        lines: the entries by their fingerprints; of those of one day, the first stay.
    """
    room, kept = _ROOM, []
    for key, line in sorted(lines.items(), key=lambda item: -int(item[1].partition(b" ")[0])):
        room -= len(key) + len(line) + 2
        if room < 0:
            break
        kept.append(b"%b %b" % (key, line))
    body = b"\n".join(kept)
    store.write(_path(name), store.digest(body).encode() + b"\n" + body)
