"""Views: which parts of data files and of plain text are prose, under which name, and in which format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from stylelint.compat.vale.html import Rows
from stylelint.compat.vale.metadata import is_text, rows_of
from stylelint.compat.vale.queries import Query, compiled, select
from stylelint.compat.vale.toml import parse
from stylelint.errors import UserError
from stylelint.rulebook import nodes

if TYPE_CHECKING:
    from stylelint.compat.vale.textfsm import Template

SUFFIXES = (".json", ".yml", ".yaml", ".toml")
ENGINES = ("dasel", "tree-sitter", "textfsm")


class Scope(NamedTuple):
    """A query of a view.

    Attributes:
        name: what it adds to the scope of what it finds; "" for nothing.
        query: finds the values.
        kind: what they are read as, such as `.md`; "" for plain lines.
        value: the value of a template that it is for, instead of a query.
    """

    name: str
    query: Query
    kind: str
    value: str = ""


class View(NamedTuple):
    """A view, its engine and its queries, none where the engine is not known here, and its template."""

    engine: str
    scopes: tuple[Scope, ...] = ()
    template: Template | None = None

    def reads(self, suffix: str) -> bool:
        """Tell whether it reads files of a suffix: a template any, queries of data those of `SUFFIXES`."""
        return bool(self.scopes) and (self.template is not None or suffix.lower() in SUFFIXES)


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
    entries = nodes.items(fields["scopes"].value, "a list")
    if engine == "textfsm":
        if "template" not in fields:
            raise UserError("a view by textfsm needs “template”", str(file), 1, 1)
        template = _template(fields["template"].value)
        return View(engine, tuple(_scope(node, template) for node in entries), template)
    return View(engine, tuple(map(_scope, entries)) if engine == "dasel" else ())


def _template(node: Any) -> Template:
    from stylelint.compat.vale.textfsm import template

    try:
        return template(nodes.word(node, "a template"))
    except ValueError as error:
        raise nodes.problem(node, str(error)) from None


def _scope(node: Any, template: Template | None = None) -> Scope:
    fields = nodes.mapping(node, "a query with “expr”")
    if "expr" not in fields:
        raise nodes.problem(node, "a query needs “expr”")
    said = {key: nodes.word(field.value, f"a word for “{key}”") for key, field in fields.items()}
    kind, expression = f".{said['type']}" if "type" in said else "", said["expr"]
    try:
        if template is None:
            return Scope(said.get("name", ""), compiled(expression), kind)
        if expression not in template.values:
            raise ValueError(f"the template has no value “{expression}”")
        return Scope(said.get("name", ""), (), kind, expression)
    except ValueError as error:
        raise nodes.problem(fields["expr"].value, str(error)) from None


def values(view: View, source: str, path: str) -> Iterator[Value]:
    """Yield the texts that a view finds in a file.

    Args:
        view: the view.
        source: JSON, YAML or TOML, or any text for a template.
        path: what errors call the file.

    Raises:
        UserError: the file cannot be read.
    """
    if not source.strip():
        return
    if view.template:
        from stylelint.compat.vale.textfsm import captured

        for name, text, rows in captured(view.template, source, path):
            yield from (Value(scope, text, rows) for scope in view.scopes if scope.value == name)
        return
    toml = path.lower().endswith(".toml")
    root: Any = parse(source, path) if toml else _tree(source, path)
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for scope in view.scopes:
        for node in select(scope.query, root):
            if node.id == "scalar" and is_text(node) and node.value.strip():
                marks = () if toml else (node.start_mark, node.end_mark)
                begin, end = node.place if toml else (starts[m.line] + m.column for m in marks)
                yield Value(scope, node.value, rows_of(source, node.value, begin, end, 0))


def _tree(source: str, path: str) -> Any:
    """Return the root of JSON or YAML: to the latter, JSON is a part of itself, but for tabs."""
    text = source.replace("\t", " ") if path.endswith(".json") else source
    return nodes.parse(text.encode(), path)
