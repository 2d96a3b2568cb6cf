"""YAML as nodes that know their places: no types, no tags, nothing that can run code.

Scalars stay the words they are (`no`, `on`, `1.10`); what they mean is decided where they are used.
PyYAML's C loader does the reading.  Its resolver is left out: it costs a third of the time (measured:
2,800 lines in 8.1 ms without, 11.9 ms with) and turns words into booleans and numbers.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from stylelint import lazy
from stylelint.errors import UserError

MAX_DEPTH = 50
"""Deeper nesting is refused: libyaml composes by recursion and would overrun the C stack."""

MAX_ALIASED = 10_000
"""How many nodes aliases may add to those that are written."""

MAX_MESSAGE = 300
"""How much of a message is told, in code points."""

Node = Any
"""A node of PyYAML, which has no types; `tag` is "" where the file gives none."""


class Field(NamedTuple):
    """A key of a mapping and its value, as nodes.

    Attributes:
        key: the node of the key.
        value: the node of its value.
        trusted: whether it stands in a bundled rulebook, whose options our own tests have tried.
    """

    key: Node
    value: Node
    trusted: bool = False


def problem(node: Node, message: str) -> UserError:
    """Return the error that points at a node, in one line however long and broken what it quotes is."""
    mark = node.start_mark
    line = " ".join(message.split())
    message = line if len(line) <= MAX_MESSAGE else line[:MAX_MESSAGE] + "…"
    return UserError(message, mark.name, mark.line + 1, mark.column + 1)


def parse(data: bytes, path: str, wanted: str = "a rulebook begins with “extends:” or “rules:”") -> Node:
    """Read YAML.

    Args:
        data: the file; UTF-8, with or without a byte order mark.
        path: what errors call it.
        wanted: what should stand there, for the error.

    Returns:
        The root node; its marks and those below name `path`.

    Raises:
        UserError: it is not UTF-8, not YAML, empty, nested too deep, or its aliases grow too large.
    """
    import yaml

    text = _decoded(data, path)
    try:
        root = _loader()(_Named(data, path)).get_single_node()
    except yaml.YAMLError as error:
        raise _not_yaml(error, path, text) from None
    if root is None:
        raise UserError(f"the file is empty; {wanted}", path, 1, 1)
    if _ANCHOR.search(text):
        _bounded(root)
    return root


def word(node: Node, what: str) -> str:
    """Return a scalar as it is written.

    Args:
        node: the scalar.
        what: what should stand there, for the error.

    Raises:
        UserError: it is a list or a mapping, has a tag, or nothing stands there.
    """
    if node.id != "scalar":
        raise problem(node, f"expected {what}, not a {_NAMES[node.id]}")
    untagged(node)
    if not node.value and not node.style:
        raise problem(node, f"nothing stands here; expected {what}")
    text: str = node.value
    return text


def mapping(node: Node, what: str) -> dict[str, Field]:
    """Return the keys of a mapping with their nodes, in the order of the file.

    Args:
        node: the mapping.
        what: what should stand there, for the error.

    Raises:
        UserError: it is no mapping, a key is no word, or a key is there twice.
    """
    if node.id != "mapping":
        said = "nothing" if node.id == "scalar" and not node.value else f"a {_NAMES[node.id]}"
        raise problem(node, f"expected {what} (keys and values), not {said}")
    untagged(node)
    fields: dict[str, Field] = {}
    for key, value in node.value:
        name = word(key, "a word as key")
        if name in fields:
            line = fields[name].key.start_mark.line + 1
            raise problem(key, f"“{name}” is given twice, first in line {line}; leave one")
        if name == "<<" and not key.style:
            raise problem(key, "merge keys (“<<”) are not read; write the keys out, or use “extends”")
        fields[name] = Field(key, value)
    return fields


def items(node: Node, what: str) -> list[Node]:
    """Return the entries of a list; anything else is a list of one.

    Raises:
        UserError: nothing stands there, or the list has a tag.
    """
    untagged(node)
    if node.id == "sequence":
        entries: list[Node] = node.value
        return entries
    if node.id == "scalar":
        word(node, what)
    return [node]


def untagged(node: Node) -> None:
    """Refuse tags: a rulebook can ask for no Python object and for no other type than its key has.

    Raises:
        UserError: the node has a tag.
    """
    if node.tag:
        raise problem(node, f"tags (“{node.tag}”) are not read; write the value alone")


def from_data(data: object, name: str) -> Node:
    """Return nodes for strings, lists and dicts that no file holds.

    Args:
        data: `str`, or lists and dicts of them.
        name: what errors call the place.
    """
    import yaml

    mark = yaml.Mark(name, 0, 0, 0, None, 0)

    def node(value: object) -> Node:
        if isinstance(value, dict):
            return yaml.MappingNode("", [(node(k), node(v)) for k, v in value.items()], mark, mark)
        if isinstance(value, (list, tuple)):
            return yaml.SequenceNode("", [node(v) for v in value], mark, mark)
        return yaml.ScalarNode("", str(value), mark, mark, style='"')

    return node(data)


_ANCHOR = lazy.regex(r"&(?<![^\s\[{,]&)[^\s\[\]{},]")
"""What may be an anchor; without one there are no aliases, and measuring them costs time."""

_NAMES = {"scalar": "word", "sequence": "list", "mapping": "mapping"}


class _Named(BytesIO):
    """A stream with the name that PyYAML puts into its marks."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


@cache
def _loader() -> Any:
    """Return the class that composes nodes: C's where PyYAML has it, else Python's, without a resolver."""
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", None) or yaml.SafeLoader

    class Loader(base):  # type: ignore[misc]  # one of two classes, known at run time only
        depth = 0

        def descend_resolver(self, parent: Node, index: Node) -> None:
            self.depth += 1
            if self.depth > MAX_DEPTH:
                raise yaml.MarkedYAMLError(
                    problem=f"nested deeper than {MAX_DEPTH}; a rulebook needs six",
                    problem_mark=parent.start_mark,
                )

        def ascend_resolver(self) -> None:
            self.depth -= 1

        def resolve(self, kind: object, value: object, implicit: object) -> str:
            return ""

    return Loader


def _decoded(data: bytes, path: str) -> str:
    """Return the text, and refuse what is not UTF-8 at its place."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        column = len(before) - (before.rfind("\n") + 1) + 1
        message = f"not UTF-8 (byte 0x{data[error.start]:02x}); save it as UTF-8"
        raise UserError(message, path, before.count("\n") + 1, column) from None


def _not_yaml(error: Any, path: str, text: str) -> UserError:
    """Turn what PyYAML says of a text into one line with a place."""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if begun and (mark is None or mark.index >= len(text)):
        mark = begun  # what is left open is told where it begins, not where the file ends
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).splitlines()[0]
    context = getattr(error, "context", None)
    message = f"not YAML: {said}{f' ({context})' if context else ''}"
    if mark is None:
        return UserError(message, path, 1, 1)
    if mark.index >= len(text):
        return UserError(message, path, text.count("\n") + 1, len(text) - text.rfind("\n"))
    return UserError(message, path, mark.line + 1, mark.column + 1)


def _bounded(root: Node) -> None:
    """Refuse aliases that would blow up, or that hold themselves; each node is measured once."""
    sizes: dict[int, int] = {}
    open_: set[int] = set()
    written = 0

    def size(node: Node) -> int:
        nonlocal written
        if id(node) in open_:
            raise problem(node, "this anchor holds an alias of itself; write it out")
        if id(node) not in sizes:
            written += 1
            open_.add(id(node))
            sizes[id(node)] = 1 + sum(size(child) for child in _children(node))
            open_.discard(id(node))
            if sizes[id(node)] - written > MAX_ALIASED:
                raise problem(node, f"its aliases expand to more than {MAX_ALIASED:,} nodes; write less")
        return sizes[id(node)]

    size(root)


def _children(node: Node) -> list[Node]:
    if node.id == "scalar":
        return []
    if node.id == "sequence":
        children: list[Node] = node.value
        return children
    return [child for pair in node.value for child in pair]
