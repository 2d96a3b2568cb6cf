"""What a configuration says about reading drafts: formats, what is skipped, roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from stylelint.document import ROLES
from stylelint.formats import FORMATS
from stylelint.readers.options import PLAIN, Options, Roles, Skipped
from stylelint.text import did_you_mean

if TYPE_CHECKING:
    from stylelint.rulebook.nodes import Field, Node

KEYS = ("formats", "skip", "roles")
"""The keys of a configuration that say how drafts are read."""

SKIPPED = ("classes", "ids", "shortcodes", "fields", "patterns")
"""What `skip` can name."""


def options(fields: Mapping[str, Field]) -> Options:
    """Return what the keys of a configuration say about reading.

    Args:
        fields: all keys of the configuration.

    Raises:
        UserError: one of them says what cannot be.
    """
    if not any(key in fields for key in KEYS):
        return PLAIN
    return Options(
        formats=_formats(fields["formats"].value) if "formats" in fields else (),
        skipped=_skipped(fields["skip"].value) if "skip" in fields else Skipped(),
        roles=_roles(fields["roles"].value) if "roles" in fields else (),
    )


def _formats(node: Node) -> tuple[tuple[str, str], ...]:
    from stylelint.rulebook import nodes

    given = nodes.mapping(node, "globs and their formats").items()
    return tuple((glob, _known(field.value, tuple(FORMATS), "format")) for glob, field in given)


def _skipped(node: Node) -> Skipped:
    from stylelint.rulebook import nodes

    lists: dict[str, tuple[str, ...]] = dict.fromkeys(SKIPPED, ())
    for key, field in nodes.mapping(node, "what is skipped").items():
        if key not in SKIPPED:
            raise nodes.problem(field.key, f"“skip” has no key “{key}”{did_you_mean(key, SKIPPED)}")
        entries = nodes.items(field.value, f"a list for “{key}”")
        lists[key] = tuple(nodes.word(entry, f"a word in “{key}”") for entry in entries)
        if key == "patterns":
            for entry, pattern in zip(entries, lists[key], strict=True):
                _compiled(entry, pattern)
    return Skipped(
        frozenset(lists["classes"]),
        frozenset(lists["ids"]),
        frozenset(lists["shortcodes"]),
        lists["fields"],
        lists["patterns"],
    )


def _compiled(node: Node, pattern: str) -> None:
    """See that a pattern is one."""
    from stylelint.patterns import Pattern
    from stylelint.rulebook import nodes

    try:
        _ = Pattern(pattern).program
    except ValueError as error:
        raise nodes.problem(node, f"no regular expression: {error}") from None


def _roles(node: Node) -> tuple[Roles, ...]:
    from stylelint.rulebook import nodes

    return tuple(_role(entry) for entry in nodes.items(node, "a list of mappings"))


def _role(node: Node) -> Roles:
    """Return one entry of `roles`: where it holds, and what becomes of which role there."""
    from stylelint.rulebook import nodes

    where = {"files": "", "layout": ""}
    given: list[tuple[str, str]] = []
    for key, field in nodes.mapping(node, "files or a layout, and roles").items():
        if key in where:
            where[key] = nodes.word(field.value, "a word")
        elif key in ROLES:
            given.append((key, _known(field.value, ROLES, "role")))
        else:
            raise nodes.problem(field.key, f"no role “{key}”{did_you_mean(key, (*ROLES, *where))}")
    return Roles(tuple(given), where["files"], where["layout"])


def _known(node: Node, words: tuple[str, ...], what: str) -> str:
    from stylelint.rulebook import nodes

    said = nodes.word(node, f"a {what}")
    if said not in words:
        raise nodes.problem(node, f"no {what} “{said}”{did_you_mean(said, words)}")
    return said
