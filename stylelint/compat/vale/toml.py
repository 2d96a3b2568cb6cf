"""TOML as a tree of nodes like that of YAML, so that the same selectors find values in it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from stylelint.errors import UserError


class Node(NamedTuple):
    """A value.

    Attributes:
        id: mapping, sequence, scalar for a text, or other.
        value: pairs of nodes, nodes, or the text.
        style: tells texts from numbers, as with a node of YAML.
    """

    id: str
    value: Any
    style: str = '"'


def parse(source: str, path: str) -> Node:
    """Return the root of a file.

    Raises:
        UserError: it is no TOML.
    """
    import tomllib

    try:
        return _node(tomllib.loads(source))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError(f"not TOML: {error}", path) from None


def _node(value: object) -> Node:
    if isinstance(value, dict):
        return Node("mapping", [(Node("scalar", key), _node(held)) for key, held in value.items()])
    if isinstance(value, list):
        return Node("sequence", [_node(held) for held in value])
    return Node("scalar", value) if isinstance(value, str) else Node("other", value)


class Places:
    """Finds where texts stand in a file that tells no places: each behind the last one that was alike.

    Args:
        source: the file.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._after: dict[str, int] = {}

    def of(self, text: str) -> tuple[int, int]:
        """Return where the next text of these words stands, the whole file where it does nowhere."""
        said = re.escape(text).replace("\\\n", r"\r?\n")
        begin = self._after.get(text, 0)
        for opens, closes in ((r"[\"'](?:\r?\n)?", r"[\"']"), ("", "")):
            found = re.compile(f"{opens}({said}){closes}").search(self._source, begin)
            if found:
                self._after[text] = found.end(1)
                return found.span(1)
        return 0, len(self._source)
