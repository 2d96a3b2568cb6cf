"""The baseline: findings that were there before the rules were, told no more until their sentence changes.

An entry is a fingerprint of the rule and the sentence, not a line number and not a count: it stays with a
paragraph that is moved or wrapped anew, and what is new is new, however much of the old has been mended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from stylelint.anatomy.located import Sentences
from stylelint.diagnostics import Diagnostic
from stylelint.document import Document, Span
from stylelint.errors import UserError
from stylelint.text import Lines, same

VERSION = 1
RULE = "stylelint/stale-baseline"
WHY = "An entry that is left over would let the same fault in again."
_SHOWN = 40
_KEYS = ("path", "rule", "fingerprint", "text")


class Entry(NamedTuple):
    """One finding of the baseline.

    Attributes:
        path: of the draft, from the baseline's folder, with slashes.
        rule: its id.
        fingerprint: of rule, sentence and ordinal.
        text: what stood there, for people who read the file.
        line: of the baseline, from 1; 0 where it is not in a file yet.
    """

    path: str
    rule: str
    fingerprint: str
    text: str
    line: int = 0


class Parted(NamedTuple):
    """The diagnostics of a draft: those that are new, and those that the baseline has."""

    new: list[Diagnostic]
    known: list[Diagnostic]


class Baseline:
    """What was there before, and how much of it has been seen again.

    Args:
        entries: as they were read.
        exists: tells whether a draft is still there, by its path in the baseline.  The entries of
            one that is gone are for whatever file has the same sentences now.
    """

    def __init__(self, entries: Iterable[Entry], exists: Callable[[str], bool]) -> None:
        self.entries = sorted(entries)
        self._at: dict[str, list[Entry]] = {}
        self._homeless: Counter[str] = Counter()
        self._gone: list[Entry] = []
        for path, some in groupby(self.entries, key=lambda entry: entry.path):
            if exists(path):
                self._at[path] = list(some)
            else:
                self._gone += some
        self._homeless.update(entry.fingerprint for entry in self._gone)
        self._left: dict[str, Counter[str]] = {}
        self._adopted: dict[str, Counter[str]] = {}

    def part(self, path: str, prints: Iterable[str], found: Sequence[Diagnostic]) -> Parted:
        """Tell new findings of a draft from those that the baseline has; the last look at a draft counts.

        Args:
            path: of the draft, from the baseline's folder, with slashes.
            prints: the fingerprints of what was found in it, see `fingerprints`.
            found: what was found in it.
        """
        self._homeless += self._adopted.pop(path, Counter())
        left = Counter(entry.fingerprint for entry in self._at.get(path, ()))
        adopted: Counter[str] = Counter()
        parted = Parted([], [])
        for diagnostic, key in zip(found, prints, strict=True):
            if left[key]:
                left[key] -= 1
            elif self._homeless[key] > adopted[key]:
                adopted[key] += 1
            else:
                parted.new.append(diagnostic)
                continue
            parted.known.append(diagnostic)
        self._homeless -= adopted
        self._left[path], self._adopted[path] = left, adopted
        return parted

    def stale(self) -> list[Entry]:
        """Return the entries that were not found again in drafts that were looked at or are gone."""
        unmet = [_unmet(self._at.get(path, ()), left) for path, left in self._left.items()]
        return sorted([*(e for some in unmet for e in some), *_unmet(self._gone, self._homeless)])


def _unmet(some: Iterable[Entry], left: Counter[str]) -> Iterator[Entry]:
    """Yield as many of the entries as are left of each fingerprint."""
    left = left.copy()
    for entry in some:
        if left[entry.fingerprint] > 0:
            left[entry.fingerprint] -= 1
            yield entry


def entries(path: str, document: Document, found: Sequence[Diagnostic]) -> Iterator[Entry]:
    """Yield the entry of each diagnostic of a draft, in their order."""
    for diagnostic, key in zip(found, fingerprints(document, found), strict=True):
        text = " ".join(diagnostic.text.split())
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        yield Entry(path, diagnostic.rule, key, shown)


def fingerprints(document: Document, found: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield the fingerprint of each diagnostic of a draft, in their order."""
    sentences = Sentences(document)
    counted: Counter[tuple[str, str]] = Counter()
    for diagnostic in found:
        touched = sentences.touched(diagnostic.span) if diagnostic.text else []
        told = " ".join(same(sentence.text) for sentence in touched) or same(diagnostic.text)
        ordinal = counted[diagnostic.rule, told]
        counted[diagnostic.rule, told] += 1
        yield fingerprint(diagnostic.rule, told, ordinal)


def fingerprint(rule: str, sentence: str, ordinal: int) -> str:
    """Return 64 bits of SHA-256 in hexadecimal.

    Args:
        rule: its id.
        sentence: as `text.same` leaves it.
        ordinal: how many findings of the rule in equal sentences of the draft come before, from 0.
    """
    from hashlib import sha256

    return sha256(f"{rule}\0{sentence}\0{ordinal}".encode()).hexdigest()[:16]


def dump(kept: Iterable[Entry]) -> str:
    """Return a baseline as it is written: sorted, one entry a line, the same for the same findings."""
    from json import dumps

    rows = sorted({entry._replace(line=0) for entry in kept})
    # Names that are no UTF-8 can be written in ASCII alone.
    lines = [
        dumps(dict(zip(_KEYS, row, strict=False)), ensure_ascii=not _is_utf8("".join(row[:4])))
        for row in rows
    ]
    body = ",\n".join(lines)
    return f'{{"version": {VERSION}, "entries": [\n{body}{chr(10) if lines else ""}]}}\n'


def _is_utf8(name: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in name)


def parse(path: str, data: bytes) -> list[Entry]:
    """Read a baseline.

    Args:
        path: what errors call it.
        data: the file.

    Raises:
        UserError: it is not one, or of a version that is not known.
    """
    from json import JSONDecodeError, loads

    try:
        read = loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UserError("a baseline is UTF-8", path) from None
    except (JSONDecodeError, RecursionError) as error:
        place = (error.lineno, error.colno) if isinstance(error, JSONDecodeError) else (0, 0)
        wrong = "not JSON; was it merged by hand? “stylelint baseline” writes it anew"
        raise UserError(wrong, path, *place) from None
    if not isinstance(read, dict) or not isinstance(read.get("entries"), list):
        raise UserError("this is no baseline; “stylelint baseline” writes one", path)
    if read.get("version") != VERSION:
        raise UserError(f"a baseline of version {read.get('version')}; this program reads {VERSION}", path)
    rows = [number for number, line in enumerate(data.split(b"\n"), 1) if line.startswith(b'{"path"')]
    numbers = rows if len(rows) == len(read["entries"]) else [0] * len(read["entries"])
    return [_entry(one, path, number) for one, number in zip(read["entries"], numbers, strict=True)]


def _entry(given: Any, path: str, line: int) -> Entry:
    said = given if isinstance(given, dict) else {}
    values = [said.get(key, "") for key in _KEYS]
    if not all(isinstance(value, str) for value in values) or not all(values[:3]):
        raise UserError("an entry has “path”, “rule” and “fingerprint”", path, line)
    return Entry(values[0], values[1], values[2], values[3], line)


def tell(path: str, source: str, stale: Iterable[Entry]) -> list[Diagnostic]:
    """Return a diagnostic for every entry that is no longer found.

    Args:
        path: of the baseline, as reports call it.
        source: the baseline.
        stale: see `Baseline.stale`.
    """
    lines = Lines(source)
    return [_told(path, source, lines, entry) for entry in stale]


def _told(path: str, source: str, lines: Lines, entry: Entry) -> Diagnostic:
    start = lines.offset(max(1, entry.line), 1)
    end = source.find("\n", start)
    span = Span(start, end if end >= 0 else len(source))
    message = f"No longer found in {entry.path}: {entry.rule} (“{entry.text}”); write the baseline anew."
    text = source[span.start : span.end]
    places = (*lines.place(span.start), *lines.place(span.end))
    return Diagnostic(path, span, RULE, "warning", message, text, *places, WHY)
