"""What is kept of a draft between two runs: its findings as a line of JSON, and how a baseline names them."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeAlias, cast

from stylelint.diagnostics import Diagnostic, Edit, Fix, Related
from stylelint.document import Span
from stylelint.native import native

if TYPE_CHECKING:
    from json import JSONDecoder

_ASKS, _NONE = b"!", b"[]"
"""Before the findings of a draft that may hold ignores, which is parsed all the same; and no findings."""

_THEN = b"\t"
"""Before the fingerprints for baselines, where they have been asked for."""

Row: TypeAlias = list[Any]
"""A finding without what others say: rule, level, message, text, span, place, end, fix and related places.

Plain values are read and written many times as fast as ours, as JSON and between processes.
"""

SHAPES = (Diagnostic, Span, Fix, Edit, Related)
"""What `restored` makes."""


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
    whys: dict[str, str]
    prints: tuple[str, ...] = ()

    @classmethod
    def of(cls, entry: bytes, whys: dict[str, str]) -> Self:
        """Return what an entry says, see `packed`."""
        found, _, prints = entry.partition(_THEN)
        asks = found.startswith(_ASKS)
        return cls(asks, found.removeprefix(_ASKS), whys, tuple(prints.decode().split()) if prints else ())

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to be told or to be ignored in it."""
        return not self.asks and self.found == _NONE

    def findings(self, path: str) -> tuple[Diagnostic, ...]:
        """Return the findings.

        Args:
            path: of the draft.

        Raises:
            ValueError, KeyError, TypeError: the entry is broken.
        """
        if self.found == _NONE:
            return ()
        return restored(_rows(self.found), path, self.whys, SHAPES)


_Edits = str | list[list[Any]]
"""Edits of a fix; of one that takes the place of what was found, as most do, its text alone."""


@cache
def _decoder() -> "JSONDecoder":
    from json import JSONDecoder

    return JSONDecoder()


def _rows(found: bytes) -> list[Row]:
    """Read JSON as `json.loads` does, which looks for blanks at both ends."""
    text = found.decode("utf-8", "surrogatepass")
    rows, end = _decoder().raw_decode(text)
    if end != len(text):
        raise ValueError("more than the findings of a draft")
    return cast("list[Row]", rows)


@native
def restored(
    rows: list[Row], path: str, whys: dict[str, str], shapes: tuple[type[tuple[Any, ...]], ...], /
) -> tuple[Diagnostic, ...]:
    """Return the findings that `rows_of` turned into rows.

    Args:
        rows: lists, and lists in them.
        path: of the draft.
        whys: the reason of each rule by its id.
        shapes: the classes that are made, `SHAPES`.

    Raises:
        ValueError, KeyError, TypeError: the rows are none that `rows_of` makes.
    """
    return tuple([_restored(path, whys, row) for row in rows])


def _restored(path: str, whys: dict[str, str], row: Row) -> Diagnostic:
    rule, level, message, text, start, end, line, column, end_line, end_column, fix, related = row
    span, why = Span(start, end), whys[rule]
    cure = None if fix is None else _fix(span, fix)
    places = tuple([Related(at, where, what) for at, where, what in related])
    return Diagnostic(
        path, span, rule, level, message, text, line, column, end_line, end_column, why, cure, places
    )


def _fix(span: Span, fix: tuple[bool, _Edits]) -> Fix:
    safe, edits = fix
    if isinstance(edits, str):
        return Fix(safe, (Edit(span, edits),))
    return Fix(safe, tuple([Edit(Span(start, end), text) for start, end, text in edits]))


@native
def rows_of(found: tuple[Diagnostic, ...], /) -> list[Row]:
    """Return findings as rows, from which `restored` makes them again."""
    return [
        [
            d.rule, d.level, d.message, d.text, *d.span, d.line, d.column, d.end_line, d.end_column,
            None if d.fix is None else [d.fix.safe, _edits(d.span, d.fix)], list(map(list, d.related)),
        ]
        for d in found
    ]  # fmt: skip


def _edits(span: Span, fix: Fix) -> _Edits:
    if [edit.span for edit in fix.edits] == [span]:
        return fix.edits[0].text
    return [[*edit.span, edit.text] for edit in fix.edits]


def packed(rows: Sequence[Row], *, asks: bool, prints: Sequence[str] = ()) -> bytes:
    """Return the findings of a draft as one line.

    Args:
        rows: the findings, before anything is left untold, as `rows_of` has them.
        asks: whether the draft may hold ignores.
        prints: their fingerprints for baselines.
    """
    head = _ASKS if asks else b""
    if not rows:
        return head + _NONE
    import json

    said = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return head + said + (_THEN + " ".join(prints).encode() if prints else b"")
