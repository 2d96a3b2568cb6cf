"""Kinds of checks are dataclasses, which they become when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, fields, is_dataclass, replace
from typing import Any

from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Block, Document
from stylelint.patterns import Pattern


def _made() -> tuple[Any, Any]:
    """Return two kinds that nobody has asked anything yet."""

    @kind
    class Boats(Check):
        kind = "boats"
        words: tuple[str, ...] = ("boat",)
        names: dict[str, str] = field(default_factory=dict)

        def find(self, view: View) -> Iterator[Finding]:
            yield from ()

    @kind
    class Ships(Boats):
        kind = "ships"
        masts: int = 3

    return Boats, Ships


def test_a_kind_has_fields() -> None:
    boats, ships = _made()
    assert is_dataclass(boats)
    assert [one.name for one in fields(boats)] == ["words", "names"]
    assert [one.name for one in fields(ships)] == ["words", "names", "masts"]


def test_checks_are_made_by_place_and_by_name() -> None:
    boats, ships = _made()
    assert vars(ships(("sloop",), masts=1)) == {"words": ("sloop",), "names": {}, "masts": 1}
    assert vars(boats()) == {"words": ("boat",), "names": {}}
    assert boats().__dict__["names"] is not boats().__dict__["names"]


def test_checks_of_one_kind_are_equal_where_all_their_fields_are() -> None:
    boats, ships = _made()
    assert boats() == boats()
    assert boats() != ships()
    assert replace(boats(), words=("sloop",)) != boats()


def test_blocks_in_one_line_are_looked_at_once() -> None:
    text = "A boat here. A boat there.\nA boat.\n"
    blocks = tuple(Block(start, end, "paragraph") for start, end in ((0, 12), (13, 26), (27, 34)))
    view = View(Document("a.txt", text, text, blocks), where=dict.fromkeys(range(3)))
    assert [match.start for match in view.matches(Pattern("boat"))] == [2, 15, 29]
