"""`[tool.stylelint]` of a `pyproject.toml` as nodes that know their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stylelint.errors import UserError
from stylelint.text import Lines

if TYPE_CHECKING:
    from yaml import Mark

    from stylelint.rulebook.nodes import Node

_TABLE = "tool.stylelint"


def table(data: bytes, shown: str) -> Node:
    """Return our table.

    tomllib tells no places; a walk along the source, which knows no types, does.

    Args:
        data: the file.
        shown: what errors call it.

    Raises:
        UserError: it is not TOML.
    """
    import tomllib

    try:
        text = data.decode("utf-8")
        tool = tomllib.loads(text.replace("\r\n", "\n")).get("tool", {})
    except UnicodeDecodeError as error:
        raise UserError(f"not UTF-8 (byte 0x{data[error.start]:02x})", shown) from None
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(str(error), text, shown) from None
    said = tool.get("stylelint", {}) if isinstance(tool, dict) else {}
    return _Placed(text, shown).node(said, _TABLE)


def _not_toml(said: str, text: str, shown: str) -> UserError:
    """Return the error with its place, which tomllib tells in words."""
    import re

    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", said, re.S)
    if not found:
        return UserError(f"not TOML: {said}", shown)
    place = (int(found[2]), int(found[3])) if found[2] else Lines(text).place(len(text))
    return UserError(f"not TOML: {found[1]}", shown, *place)


class _Placed:
    """Makes nodes of what tomllib read, with the places of values and keys.

    What holds no value, such as an empty list, is placed where the value before it stands.

    Args:
        text: the file.
        shown: what errors call it.
    """

    def __init__(self, text: str, shown: str) -> None:
        from stylelint.readers.tomlfields import toml_fields

        self._text, self._shown = text, shown
        self._lines = Lines(text)
        self._at = max(0, text.find(f"[{_TABLE}"))
        self._starts: dict[str, list[int]] = {}
        for field in toml_fields(text, 0, len(text)):
            self._starts.setdefault(field.key, []).append(field.steps[0][1])

    def node(self, value: object, key: str) -> Node:
        """Return the node of a value.

        Args:
            value: what tomllib made of it.
            key: dotted, from the top of the file.
        """
        import yaml

        if isinstance(value, dict):
            begin = self._mark(self._at)
            pairs = [self._pair(name, one, f"{key}.{name}") for name, one in value.items()]
            return yaml.MappingNode("", pairs, begin, begin)
        if isinstance(value, list):
            items = [self.node(one, key) for one in value]
            begin = items[0].start_mark if items else self._mark(self._at)
            return yaml.SequenceNode("", items, begin, begin)
        starts = self._starts.get(key) if str(value).strip() else None
        if starts:
            self._at = starts.pop(0)
        begin = self._mark(self._at - (self._text[self._at - 1] in "\"'"))
        return yaml.ScalarNode("", str(value), begin, begin, style='"')

    def _pair(self, name: str, value: object, key: str) -> tuple[Node, Node]:
        """Return a key and its value: the key stands in front of the first value under it."""
        import yaml

        first = min((starts[0] for path, starts in self._starts.items()
                     if starts and (path == key or path.startswith(f"{key}."))), default=-1)  # fmt: skip
        before = self._text.rfind(name, 0, first) if first >= 0 else self._text.find(name, self._at)
        mark = self._mark(before if before >= 0 else self._at)
        return yaml.ScalarNode("", name, mark, mark, style='"'), self.node(value, key)

    def _mark(self, at: int) -> Mark:
        import yaml

        line, column = self._lines.place(at)
        return yaml.Mark(self._shown, at, line - 1, column - 1, None, 0)
