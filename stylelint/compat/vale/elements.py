"""Which elements are open where a text stands: those with a class, and links, code and emphasis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from stylelint.compat.vale.html import Rows, Token
from stylelint.compat.vale.scopes import SIBLINGS

SPANS = {
    "a": "link", "code": "code", "tt": "code", "strong": "strong", "b": "strong", "em": "emphasis",
    "i": "emphasis", "data": "meta",
}  # fmt: skip
"""Element → the scope of its text; siblings of `text`, so that no other rule reads them twice."""

VOID = frozenset(["area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"])
assert set(SPANS.values()) <= SIBLINGS


class Range(NamedTuple):
    """An element: the numbers of its first token and of the one after its last."""

    start: int
    end: int


def inside(found: Mapping[str, Iterable[Range]], index: int) -> tuple[str, ...]:
    """Return what the selected elements around a token add to a scope."""
    around = [name for name, all_of in found.items() if any(a <= index < b for a, b in all_of)]
    return tuple(part for name in around for part in ("in", name))


class Classes:
    """The classes of the elements that are open."""

    def __init__(self) -> None:
        self._open: list[tuple[str, tuple[str, ...]]] = []
        self._depth: list[int] = []

    @property
    def names(self) -> tuple[str, ...]:
        """The parts that they add to a scope, the outermost first."""
        if not self._open:
            return ()  # as mostly
        return tuple(part for _, names in self._open for name in names for part in ("class", name))

    def start(self, tag: str, value: str) -> None:
        """Note that an element begins, with the value of its `class`."""
        if value and tag not in VOID:
            self._open.append((tag, tuple(value.split())))
            self._depth.append(1)
        elif self._open and self._open[-1][0] == tag:
            self._depth[-1] += 1

    def end(self, tag: str) -> None:
        """Note that an element ends."""
        if self._open and self._open[-1][0] == tag:
            self._depth[-1] -= 1
            if not self._depth[-1]:
                self._open.pop()
                self._depth.pop()


class Spanned(NamedTuple):
    """The text of a link, of code, of emphasis or of metadata.

    Attributes:
        scope: its name.
        classes: what its classes add to the name.
    """

    scope: str
    classes: tuple[str, ...]
    text: str
    rows: Rows


class _Gathering:
    def __init__(self, tag: str, classes: tuple[str, ...]) -> None:
        self.tag, self.classes = tag, classes
        self.parts: list[str] = []
        self.rows: Rows = []
        self.size = 0


class Spans:
    """Gathers the texts of elements within lines.

    Args:
        take: is given each element at its end, if it holds any text.
    """

    def __init__(self, take: Callable[[Spanned], None]) -> None:
        self._take = take
        self._open: list[_Gathering] = []

    def see(self, token: Token, classes: str) -> None:
        """Take a token in, with the value of its `class`."""
        if token.kind == "text":
            for one in self._open:
                one.rows += [(a + one.size, b + one.size, c, d) for a, b, c, d in token.rows]
                one.parts.append(token.data)
                one.size += len(token.data)
        elif token.kind == "start" and token.data in SPANS:
            added = tuple(part for name in classes.split() for part in ("class", name))
            self._open.append(_Gathering(token.data, added))
        elif token.kind == "end" and any(one.tag == token.data for one in self._open):
            while (one := self._open.pop()).tag != token.data:
                pass
            text = "".join(one.parts)
            if text.strip():
                self._take(Spanned(SPANS[one.tag], one.classes, text, one.rows))
