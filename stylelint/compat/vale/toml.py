"""TOML as a tree of nodes like that of YAML, so that the same selectors find values in it."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import Any, NamedTuple

from stylelint.errors import UserError

_TEXT = re.compile(
    r"""
    \#[^\n]*
    |\"{3}(?P<basics>(?:\\.|[^\\])*?)\"{3}(?!\")
    |'{3}(?P<literals>.*?)'{3}(?!')
    |"(?P<basic>(?:\\.|[^"\\\n])*+)"(?:[ \t]*[.=])?+
    |'(?P<literal>[^'\n]*+)'(?:[ \t]*[.=])?+
    """,
    re.DOTALL | re.VERBOSE,
)
"""Comments, and texts between each of the four pairs of marks."""


class Node(NamedTuple):
    """A value.

    Attributes:
        id: mapping, sequence, scalar for a text, or other.
        value: pairs of nodes, nodes, or the text.
        style: tells texts from numbers, as with a node of YAML.
        place: where a text begins and ends between its marks, in code points; the whole file where that is
            not known.
    """

    id: str
    value: Any
    style: str = '"'
    place: tuple[int, int] = (0, 0)


def parse(source: str, path: str) -> Node:
    """Return the root of a file.

    Raises:
        UserError: it is no TOML.
    """
    import tomllib

    try:
        return _Tree(source).node(tomllib.loads(source))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError(f"not TOML: {error}", path) from None


class _Tree:
    """Makes nodes of values.  A parser tells no places: of texts that are alike, the next is meant.

    Args:
        source: the file, which is TOML.
    """

    def __init__(self, source: str) -> None:
        self._whole = (0, len(source))
        self._places: defaultdict[str, deque[tuple[int, int]]] = defaultdict(deque)
        for text, place in _texts(source):
            self._places[text].append(place)

    def node(self, value: object) -> Node:
        """Return a value with all that is in it."""
        if isinstance(value, dict):
            return Node("mapping", [(Node("scalar", key), self.node(held)) for key, held in value.items()])
        if isinstance(value, list):
            return Node("sequence", [self.node(held) for held in value])
        if not isinstance(value, str):
            return Node("other", value)
        places = self._places[value]
        return Node("scalar", value, place=places.popleft() if places else self._whole)


def _texts(source: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the texts that are no keys, each with where it begins and ends between its marks."""
    import tomllib

    for found in _TEXT.finditer(source):
        name = found.lastgroup
        if name is None or found[0][-1] in ".=":
            continue
        said = found[name].replace("\r\n", "\n")
        if "\\" in said and name in ("basic", "basics"):
            said = tomllib.loads(f"x = {found[0]}")["x"]
        yield said.removeprefix("\n") if name in ("basics", "literals") else said, found.span(name)
