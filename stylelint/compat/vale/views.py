"""Views: which values of data files are text, under which name, and in which format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from stylelint.compat.vale.html import Rows
from stylelint.compat.vale.metadata import is_text, rows_of
from stylelint.compat.vale.queries import Query, compiled, select
from stylelint.errors import UserError
from stylelint.rulebook import nodes

SUFFIXES = (".json", ".yml", ".yaml")
ENGINES = ("dasel", "tree-sitter", "textfsm")


class Scope(NamedTuple):
    """A query of a view.

    Attributes:
        name: what it adds to the scope of what it finds; "" for nothing.
        query: finds the values.
        kind: what they are read as, such as `.md`; "" for plain lines.
    """

    name: str
    query: Query
    kind: str


class View(NamedTuple):
    """A view, its engine and its queries; none where the engine is not known here."""

    engine: str
    scopes: tuple[Scope, ...] = ()


class Value(NamedTuple):
    """A value that a view finds."""

    scope: Scope
    text: str
    rows: Rows


def load(name: str, styles: Sequence[Path], path: str, line: int) -> View:
    """Return the view of a name.

    Args:
        name: its own.
        styles: folders of styles.
        path: of the configuration that asks for it.
        line: where it does so.

    Raises:
        UserError: there is none, or it says what cannot be.
    """
    places = (folder / "config" / "views" / f"{name}.yml" for folder in styles)
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        raise UserError(f"there is no view “{name}” in config/views of the styles path", path, line, 1)
    fields = nodes.mapping(
        nodes.parse(file.read_bytes(), str(file), "a view has “engine:” and “scopes:”"), "a view"
    )
    if "engine" not in fields or "scopes" not in fields:
        raise UserError("a view needs “engine” and “scopes”", str(file), 1, 1)
    engine = nodes.word(fields["engine"].value, "an engine")
    if engine not in ENGINES:
        raise nodes.problem(fields["engine"].value, f"no engine “{engine}”; known: {', '.join(ENGINES)}")
    if engine != "dasel":
        return View(engine)
    return View(engine, tuple(_scope(node) for node in nodes.items(fields["scopes"].value, "a list")))


def _scope(node: Any) -> Scope:
    fields = nodes.mapping(node, "a query with “expr”")
    if "expr" not in fields:
        raise nodes.problem(node, "a query needs “expr”")
    said = {key: nodes.word(field.value, f"a word for “{key}”") for key, field in fields.items()}
    try:
        query = compiled(said["expr"])
    except ValueError as error:
        raise nodes.problem(fields["expr"].value, str(error)) from None
    return Scope(said.get("name", ""), query, f".{said['type']}" if "type" in said else "")


def values(view: View, source: str, path: str) -> Iterator[Value]:
    """Yield the texts that a view finds in a data file.

    Args:
        view: the view.
        source: JSON or YAML.
        path: what errors call the file.

    Raises:
        UserError: the file cannot be read.
    """
    if not source.strip():
        return
    # To YAML, JSON is a part of itself, but for tabs.
    text = source.replace("\t", " ") if path.endswith(".json") else source
    root = nodes.parse(text.encode(), path)
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for scope in view.scopes:
        for node in select(scope.query, root):
            if node.id == "scalar" and is_text(node) and node.value.strip():
                begin, end = (starts[m.line] + m.column for m in (node.start_mark, node.end_mark))
                yield Value(scope, node.value, rows_of(source, node.value, begin, end, 0))
