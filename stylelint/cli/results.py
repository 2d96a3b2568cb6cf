"""What was found in drafts is kept between two runs, so that an unchanged draft is read and not linted.

An entry is known by a fingerprint of all that decides what is found: the bytes of the draft and its path
(rules and readers can be for some paths alone), the rules in force today as they are set, the files they come
from, how drafts are read, and the program with the libraries beside it.  What drafts, the baseline or changed
lines ask to be left untold is taken out afterwards and plays no part.

Entries lie in 256 files by the first two digits of their fingerprint; each has a line an entry, below a line
with the fingerprint of the rest, and its own share of the room there is.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from stylelint.cli import compiled, program, store
from stylelint.diagnostics import Diagnostic, Edit, Fix, Level, Related
from stylelint.document import Span

if TYPE_CHECKING:
    from stylelint.engine import Linter

_ROOM = 200_000
"""Characters that one of the files may have: some 50 MB for all."""

_LINTERS = 8
"""As many are known at a time; they are large."""

_ASKS, _NONE = "!", "[]"
"""Before the findings of a draft that may hold ignores, which is parsed all the same; and no findings."""


class Results:
    """What is known of drafts, and what is to be kept of this run."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Linter, Kept | None]] = {}
        self._shards: dict[str, dict[str, str]] = {}
        self._new: dict[str, dict[str, str]] = {}
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
        if any(rule.check.kind == "vale" for rule in linter.rules):
            return None  # a style is a folder: no file of it tells that a word list or a rule has been added
        try:
            return Kept(self, about(linter), {rule.id: rule.why for rule in linter.rules})
        except OSError:
            return None

    def line(self, key: str) -> str | None:
        """Return the entry of a draft, None where there is none; it is given out once."""
        name = key[:2]
        if name not in self._shards:
            self._shards[name] = _read(name)
        day, _, entry = self._shards[name].pop(key, "").partition(" ")
        if day and day != str(self._today):
            self.put(key, entry)
        return entry if day else None

    def put(self, key: str, entry: str) -> None:
        """Note an entry; `save` keeps it."""
        self._new.setdefault(key[:2], {})[key] = f"{self._today} {entry}"

    def taken(self) -> dict[str, str]:
        """Return what has been noted since the last call, to be handed to another process."""
        new, self._new = self._new, {}
        return {key: line for lines in new.values() for key, line in lines.items()}

    def add(self, lines: Mapping[str, str]) -> None:
        """Note what another process has."""
        for key, line in lines.items():
            self._new.setdefault(key[:2], {})[key] = line

    def save(self) -> None:
        """Write what has been noted, beside what other runs have written meanwhile."""
        for name, lines in self._new.items():
            _write(name, {**_read(name), **lines})
        self._new = {}


class Kept:
    """What is kept of the findings of one linter.

    Args:
        results: where.
        about: the fingerprint of all but the draft.
        whys: the reason of each rule by its id, which entries do not repeat.
    """

    def __init__(self, results: Results, about: str, whys: Mapping[str, str]) -> None:
        self.results, self.whys = results, whys
        self._state = store.hasher()
        self._state.update(about.encode())

    def key(self, path: str, data: bytes) -> str:
        """Return the fingerprint of a draft; no path holds the NUL that ends it here."""
        state = self._state.copy()
        state.update(path.encode("utf-8", "surrogateescape") + b"\0")
        state.update(data)
        return state.hexdigest()

    def get(self, key: str) -> Known | None:
        """Return what is known of a draft, None where nothing is."""
        entry = self.results.line(key)
        if entry is None:
            return None
        return Known(entry.startswith(_ASKS), entry.removeprefix(_ASKS), self.whys)

    def put(self, key: str, entry: str) -> None:
        """Note what was found in a draft, as `packed` has it."""
        self.results.put(key, entry)


class Known(NamedTuple):
    """What is known of a draft.

    Attributes:
        asks: whether the draft may hold ignores.
        found: the findings, as `packed` has them.
        whys: the reason of each rule by its id.
    """

    asks: bool
    found: str
    whys: Mapping[str, str]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to be told or to be ignored in it."""
        return not self.asks and self.found == _NONE

    def findings(self, path: str, source: str) -> tuple[Diagnostic, ...]:
        """Return the findings.

        Args:
            path: of the draft.
            source: the draft, decoded.

        Raises:
            ValueError, KeyError, TypeError: the entry is broken.
        """
        if self.found == _NONE:
            return ()
        import json

        return tuple(self._restored(path, source, *row) for row in json.loads(self.found))

    def _restored(
        self, path: str, source: str, rule: str, level: Level, message: str, span: tuple[int, int],
        places: tuple[int, int, int, int], fix: Any, related: Iterable[tuple[int, int, str]],
    ) -> Diagnostic:  # fmt: skip
        start, end = span
        edits = fix and tuple(Edit(Span(*where), new) for where, new in fix[1])
        others = tuple(Related(*place) for place in related)
        cure = Fix(fix[0], edits) if fix else None
        text, why = source[start:end], self.whys[rule]
        return Diagnostic(path, Span(start, end), rule, level, message, text, *places, why, cure, others)


def packed(found: Sequence[Diagnostic], *, asks: bool) -> str:
    """Return the findings of a draft as one line.

    Args:
        found: the findings, before anything is left untold.
        asks: whether the draft may hold ignores.
    """
    head = _ASKS if asks else ""
    if not found:
        return head + _NONE
    import json

    rows = [
        (d.rule, d.level, d.message, d.span, (d.line, d.column, d.end_line, d.end_column), d.fix, d.related)
        for d in found
    ]
    return head + json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def about(linter: Linter) -> str:
    """Return the fingerprint of all that decides what a linter finds in a draft, but for the draft.

    Raises:
        OSError: a file of its rulebook cannot be read.
    """
    # What else can be said of a rule stands in the files.
    rules = [f"{rule.id} {rule.level} {rule.fix}" for rule in linter.rules]
    skipped = [sorted(part) for part in linter.reading.skipped]
    reads = repr((linter.reading.formats, skipped, linter.reading.roles))
    return store.digest(program.fingerprint(), compiled.stamp(linter.book.files), reads, *rules)


def _path(name: str) -> str:
    return store.folder("results", name)


def _read(name: str) -> dict[str, str]:
    """Return the entries in one of the files by their fingerprints; none where it is broken."""
    try:
        head, _, body = store.read(_path(name)).partition(b"\n")
        if head.decode() != store.digest(body):
            return {}
        lines = body.decode("utf-8", "surrogatepass").split("\n")
    except (OSError, ValueError):
        return {}
    return {key: rest for key, _, rest in (line.partition(" ") for line in lines) if rest}


def _write(name: str, lines: Mapping[str, str]) -> None:
    """Write one of the files; what was of use longest ago goes where there is no room."""
    room, kept = _ROOM, []
    for key, line in sorted(lines.items(), key=lambda item: -int(item[1].partition(" ")[0])):
        room -= len(key) + len(line) + 2
        if room < 0:
            break
        kept.append(f"{key} {line}")
    body = "\n".join(kept).encode("utf-8", "surrogatepass")
    store.write(_path(name), f"{store.digest(body)}\n".encode() + body)
