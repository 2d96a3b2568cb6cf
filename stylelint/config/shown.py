"""A configuration as it is shown: every key with its value, and where each part of it was written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from stylelint.config import Config, Named
from stylelint.readers.options import Options


class Part(NamedTuple):
    """A value, or one entry of a list or mapping, and the place that says so; "" where none does."""

    value: Any
    place: str


class Setting(NamedTuple):
    """What a key says.

    Attributes:
        key: as it is written.
        kind: whether its value is a "list", a "mapping" or "one" value.
        parts: the entries of a list, the pairs of a mapping, or the value.
        place: where the key was written last; "" where it was not.
    """

    key: str
    kind: str
    parts: tuple[Part, ...]
    place: str = ""

    @property
    def value(self) -> Any:
        """The value as plain data."""
        values = [part.value for part in self.parts]
        return values if self.kind == "list" else dict(values) if self.kind == "mapping" else values[0]


def settings(config: Config) -> list[Setting]:
    """Return every key of a configuration, in the order of the reference.

    Args:
        config: what holds for a draft; see `Config.at`.
    """
    said = {named.name: named.place for named in config.said}
    reading = config.reading

    def one(key: str, value: Any) -> Setting:
        return Setting(key, "one", (Part(value, said.get(key, "")),), said.get(key, ""))

    def many(key: str, named: Iterable[Named]) -> Setting:
        return Setting(key, "list", tuple(Part(n.name, n.place) for n in named), said.get(key, ""))

    def pairs(key: str, given: Iterable[tuple[Named, Any]]) -> Setting:
        parts = tuple(Part((n.name, value), n.place) for n, value in given)
        return Setting(key, "mapping", parts, said.get(key, ""))

    return [
        many("rulebooks", config.rulebooks),
        many("select", config.select),
        many("ignore", config.ignore),
        one("fail-on", config.fail_on),
        one("max-warnings", config.max_warnings),
        pairs("budgets", config.budgets),
        pairs("fix", config.fix),
        one("require-reasons", config.require_reasons),
        many("include", config.include),
        many("exclude", config.exclude),
        pairs("formats", ((Named(glob, said.get("formats", "")), name) for glob, name in reading.formats)),
        one("skip", _skipped(reading)),
        one("roles", [_roles(entry) for entry in reading.roles]),
    ]


def _skipped(reading: Options) -> dict[str, list[str]]:
    skipped = reading.skipped
    lists = {
        "classes": sorted(skipped.classes), "ids": sorted(skipped.ids),
        "shortcodes": sorted(skipped.shortcodes),
        "fields": list(skipped.fields), "patterns": list(skipped.patterns),
    }  # fmt: skip
    return {key: names for key, names in lists.items() if names}


def _roles(entry: Any) -> dict[str, str]:
    where = {"files": entry.files, "layout": entry.layout}
    return {**{key: value for key, value in where.items() if value}, **dict(entry.roles)}
