"""Directives and roles that docutils does not know, such as those of Sphinx, for reading reStructuredText.

What stands in such a directive is prose, and what stands in such a role is code, but for those listed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

CODE = frozenset({
    "digraph", "doctest", "graph", "graphviz", "highlight", "index", "inheritance-diagram", "literalinclude",
    "productionlist", "tabularcolumns", "testcleanup", "testcode", "testoutput", "testsetup", "toctree",
})  # fmt: skip
"""Directives in which there is no prose; nor is there in those that begin with `auto`."""

TITLED = frozenset({"any", "doc", "numref", "ref"})
"""Roles of references: what stands before `<target>` is prose, and a target alone is none."""

PROSE = frozenset({"abbr", "dfn", "guilabel", "menuselection", "term"})
"""Roles whose text is prose."""

_DIRECTIVE = re.compile(r"(?m)^[ \t]*\.\. (?:\|[^|\n]+\| )?([A-Za-z][\w:+.-]{0,60}?)::(?=\s|\Z)")
_ROLE = re.compile(r":([A-Za-z][\w:+.-]{0,60}):`|`:([A-Za-z][\w:+.-]{0,60}):")
_NAMED = re.compile(r"(.+?)\s*(?<!\\)<[^<>]*>\Z", re.DOTALL)


def register(text: str, code: Iterable[str] = (), prose: Iterable[str] = ()) -> None:
    """Make docutils read the directives and roles of a text that it does not know.

    Args:
        text: reStructuredText.
        code: more directives in which there is no prose.
        prose: more roles whose text is prose.
    """
    from docutils.parsers.rst import directives, roles
    from docutils.parsers.rst.languages import en

    literal, told = CODE | set(code), PROSE | set(prose)
    for name in {found[1].lower() for found in _DIRECTIVE.finditer(text)} - en.directives.keys():
        no_prose = name in literal or name.rpartition(":")[2].startswith("auto")
        directives.register_directive(name, _directive(no_prose))
    for name in {(found[1] or found[2]).lower() for found in _ROLE.finditer(text)} - en.roles.keys():
        roles.register_local_role(name, _role(name, told))


class _Options(dict[str, Callable[[str], Any]]):
    """Takes every option of a directive."""

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return lambda said: said or ""

    def __bool__(self) -> bool:
        return True


def _directive(literal: bool) -> Any:
    """Return a directive that is code, or one that holds what a draft may hold."""
    from docutils import nodes
    from docutils.parsers.rst import Directive
    from docutils.statemachine import StringList

    class Unknown(Directive):
        has_content = True
        optional_arguments = 1
        final_argument_whitespace = True
        option_spec = _Options()

        def run(self) -> list[nodes.Node]:
            if literal:
                return [nodes.literal_block(self.block_text, self.block_text)]
            # What follows the first line without an empty one between them belongs to it for docutils.
            head = "".join(self.arguments).split("\n")[1:]
            held = nodes.container()
            if head:
                self.state.nested_parse(StringList(head, source=""), self.content_offset, held)
            self.state.nested_parse(self.content, self.content_offset, held)
            return [held]

    return Unknown


def _role(name: str, prose: Iterable[str]) -> Any:
    """Return a role whose text is prose, or code."""
    from docutils import nodes, utils

    def read(role: str, raw: str, text: str, *rest: Any) -> tuple[list[nodes.Node], list[Any]]:
        plain = utils.unescape(text)
        named = _NAMED.match(plain)
        if name in prose or (name in TITLED and named):
            return [nodes.inline(raw, named[1] if named else plain)], []
        return [nodes.literal(raw, plain)], []

    return read
