"""From words to typed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal, NamedTuple

import pytest

from stylelint.checks import KINDS, load
from stylelint.errors import OptionError, UserError
from stylelint.rulebook import nodes
from stylelint.rulebook.bind import _PLAIN, build, converter, options


class Form(NamedTuple):
    of: tuple[str, ...]
    write_as: str = ""


@dataclass(frozen=True)
class Many:
    """One field of each type."""

    forms: tuple[Form, ...] = ()
    one: Form | None = None
    pair: tuple[str, int] = ("", 0)
    groups: Mapping[str, tuple[str, ...]] | None = None
    roles: frozenset[str] = frozenset()
    except_: str = ""
    most: int | str = 0
    share: float = 0.5
    on: bool = False
    day: date | None = None
    mode: Literal["first", "most"] = "first"

    def __post_init__(self) -> None:
        if self.share > 1:
            raise OptionError("share", "cannot be above 1")


def made(text: str) -> Any:
    root = nodes.parse(text.encode(), "x.yml")
    return build(Many, nodes.mapping(root, "a mapping"), root, "it")


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("forms: [{of: [a, b], write-as: c}, {of: d}]", "forms", (Form(("a", "b"), "c"), Form(("d",)))),
        ("forms: {of: a}", "forms", (Form(("a",)),)),
        ("one: {of: a}", "one", Form(("a",))),
        ("pair: [a, 2]", "pair", ("a", 2)),
        ("groups: {a: [b, c], d: e}", "groups", {"a": ("b", "c"), "d": ("e",)}),
        ("roles: [a, b]", "roles", frozenset({"a", "b"})),
        ("except: a", "except_", "a"),
        ("most: 3", "most", 3),
        ("most: all", "most", "all"),
        ("share: 0.25", "share", 0.25),
        ("share: 1", "share", 1.0),
        ("on: On", "on", True),
        ("on: no", "on", False),
        ("day: 2024-02-29", "day", date(2024, 2, 29)),
        ("mode: most", "mode", "most"),
    ],
)
def test_a_type_says_what_words_mean(text: str, field: str, expected: object) -> None:
    value = getattr(made(text), field)
    assert value == expected and type(value) is type(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("forms: [{of: a, wrte-as: b}]", "1:17: this mapping has no key “wrte-as”; did you mean “write-as”?"),
        ("forms: [{write-as: b}]", "1:9: this mapping needs “of”"),
        ("forms: [a]", "1:9: expected a mapping (keys and values), not a word"),
        ("forms:", "1:7: nothing stands here; expected a list"),
        ("pair: [a]", "1:7: expected a list of 2, not of 1"),
        ("pair: [a, b]", "1:11: expected a whole number, not “b”"),
        ("groups: [a]", "1:9: expected a mapping (keys and values), not a list"),
        ("share: much", "1:8: expected a number, not “much”"),
        ("share: 1e400", "1:8: expected a number, not “1e400”"),
        ("share: 2", "1:8: share: cannot be above 1"),
        ("day: 2023-02-29", "1:6: expected a date as in 2022-09-08, not “2023-02-29”"),
        ("mode: last", "1:7: no “last” here; known: first, most"),
        ("except_: a", "1:1: it has no key “except_”; did you mean “except”?"),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(text: str, expected: str) -> None:
    with pytest.raises(UserError) as error:
        made(text)
    assert str(error.value) == f"x.yml:{expected}"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_key_of_every_kind_can_be_read(kind: str) -> None:
    for option in options(load(kind)).values():
        converter(option.type)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_annotations_that_are_not_evaluated_mean_what_they_say(kind: str) -> None:
    from typing import get_type_hints

    cls: Any = load(kind)
    hints = get_type_hints(cls)
    for field in fields(cls):
        if field.type in _PLAIN:
            assert _PLAIN[str(field.type)] == hints[field.name]


def test_a_type_that_yaml_cannot_give_is_our_mistake() -> None:
    with pytest.raises(TypeError, match="no way to read"):
        converter(object)
