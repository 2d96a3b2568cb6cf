"""What is kept of a draft between two runs: its findings as a line of JSON, and how a baseline names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from stylelint.diagnostics import Diagnostic, Edit, Fix, Related
from stylelint.document import Span

if TYPE_CHECKING:
    from json import JSONDecoder

_ASKS, _NONE = b"!", b"[]"
"""Before the findings of a draft that may hold ignores, which is parsed all the same; and no findings."""

_THEN = b"\t"
"""Before the fingerprints for baselines, where they have been asked for."""

_Row: TypeAlias = tuple[str, Any, str, int, int, int, int, int, int, Any, Any]
"""Rule, level, message, span, place, end, fix and related places of a finding."""


class Known(NamedTuple):
    """What is known of a draft.

    Attributes:
        asks: whether the draft may hold ignores.
        found: the findings, as `packed` has them.
        whys: the reason of each rule by its id.
        prints: the fingerprints of the findings for baselines; empty where nobody has asked for them yet.
    """

    asks: bool
    found: bytes
    whys: Mapping[str, str]
    prints: tuple[str, ...] = ()

    @classmethod
    def of(cls, entry: bytes, whys: Mapping[str, str]) -> Known:
        """Return what an entry says, see `packed`."""
        found, _, prints = entry.partition(_THEN)
        asks = found.startswith(_ASKS)
        return cls(asks, found.removeprefix(_ASKS), whys, tuple(prints.decode().split()) if prints else ())

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
        rows, whys = _rows(self.found), self.whys
        new = tuple.__new__  # half of the time that the classes take, and none of their defaults
        return tuple(
            [
                new(Diagnostic, (
                    path, span := new(Span, (start, end)), rule, level, message, source[start:end],
                    line, column, end_line, end_column, whys[rule], fix and _fix(span, *fix),
                    tuple([Related(*place) for place in related]) if related else (), (),
                ))
                for rule, level, message, start, end, line, column, end_line, end_column, fix, related in rows
            ]
        )  # fmt: skip


_Edits = str | list[tuple[int, int, str]]
"""Edits of a fix; of one that takes the place of what was found, as most do, its text alone."""


@cache
def _decoder() -> JSONDecoder:
    from json import JSONDecoder

    return JSONDecoder()


def _rows(found: bytes) -> Sequence[_Row]:
    """Read JSON as `json.loads` does, which looks for blanks at both ends."""
    text = found.decode("utf-8", "surrogatepass")
    rows, end = _decoder().raw_decode(text)
    if end != len(text):
        raise ValueError("more than the findings of a draft")
    return cast("Sequence[_Row]", rows)


def _fix(span: Span, safe: bool, edits: _Edits) -> Fix:
    new = tuple.__new__
    if isinstance(edits, str):
        return new(Fix, (safe, (new(Edit, (span, edits)),)))
    made = [new(Edit, (new(Span, (start, end)), text)) for start, end, text in edits]
    return new(Fix, (safe, tuple(made)))


def _edits(diagnostic: Diagnostic, fix: Fix) -> _Edits:
    if [edit.span for edit in fix.edits] == [diagnostic.span]:
        return fix.edits[0].text
    return [(*span, text) for span, text in fix.edits]


def packed(found: Sequence[Diagnostic], *, asks: bool, prints: Sequence[str] = ()) -> bytes:
    """Return the findings of a draft as one line.

    Args:
        found: the findings, before anything is left untold.
        asks: whether the draft may hold ignores.
        prints: their fingerprints for baselines.
    """
    head = _ASKS if asks else b""
    if not found:
        return head + _NONE
    import json

    rows = [
        (
            d.rule, d.level, d.message, *d.span, d.line, d.column, d.end_line, d.end_column,
            d.fix and (d.fix.safe, _edits(d, d.fix)), d.related,
        )
        for d in found
    ]  # fmt: skip
    said = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return head + said + (_THEN + " ".join(prints).encode() if prints else b"")
