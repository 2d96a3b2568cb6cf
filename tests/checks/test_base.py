"""Kinds of checks are dataclasses, which they become when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, fields, is_dataclass, replace
from typing import Any

from stylelint.checks.base import Check, Finding, View, kind


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
