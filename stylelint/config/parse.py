"""Reads configurations: the file, those that it extends, and what it says about some of the drafts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stylelint import reading
from stylelint.config import FIXES, Config, Named, Section, globs
from stylelint.config.files import bytes_of, shown_path
from stylelint.diagnostics import LEVELS, Level
from stylelint.text import did_you_mean

if TYPE_CHECKING:
    from stylelint.rulebook.nodes import Field, Node

_FOR_ALL = ("extends", "include", "exclude", "max-warnings", "budgets", "formats", "paths")
_FOR_SOME = ("rulebooks", "select", "ignore", "fail-on", "fix", "require-reasons", "skip", "roles")
KEYS = (*_FOR_ALL, *_FOR_SOME)
"""What a configuration may say."""

SECTION_KEYS = _FOR_SOME
"""What it may say about some of its drafts, under `paths`."""

_LISTS = ("extends", "rulebooks", "select", "ignore", "include", "exclude")


class _File(NamedTuple):
    """A configuration that is being read.

    Attributes:
        path: the file.
        shown: what errors call it.
        trail: it and the files that extend it, from the outermost.
    """

    path: Path
    shown: str
    trail: tuple[Path, ...]

    @property
    def base(self) -> str:
        """The folder where its paths start from, absolute."""
        return os.path.abspath(self.path.parent)

    def at(self, name: str, node: Node) -> Named:
        """Return a word with its place."""
        mark = node.start_mark
        return Named(name, mark.name, mark.line + 1, mark.column + 1, self.base)


def read(path: str | os.PathLike[str], shown: str) -> Config:
    """Read a configuration with all that it extends.

    Args:
        path: a YAML file, or a `pyproject.toml`.
        shown: what errors call it.

    Raises:
        UserError: it cannot be read, or says something that cannot be.
    """
    file = Path(path)
    return _read(_File(file, shown, (_same(file),)))


def _read(file: _File) -> Config:
    from stylelint.rulebook import nodes

    data = bytes_of(file.path, file.shown)
    if file.path.suffix == ".toml":
        from stylelint.config.toml import table

        root = table(data, file.shown)
    elif says_nothing(data):
        return Config(file.shown, str(file.path.parent))
    else:
        root = nodes.parse(data, file.shown)
    fields = _fields(root, "a configuration", KEYS)
    own = _config(fields, file)
    if not own.extends:
        return own
    extended = Config(file.shown, str(file.path.parent))
    for named in own.extends:
        extended = _extended(named, file).over(extended)
    return own.over(extended)


def _extended(named: Named, file: _File) -> Config:
    """Read a configuration that another extends; what is wrong with finding it is told there."""
    path = Path(os.path.normpath(os.path.join(file.base, named.name)))
    if _same(path) in file.trail:
        circle = (*file.trail[file.trail.index(_same(path)) :], path)
        shown = " → ".join(shown_path(one) for one in circle)
        raise named.error(f"configurations extend each other in a circle: {shown}")
    if not path.is_file():
        raise named.error(f"no configuration “{named.name}”: there is no such file from {file.base}")
    return _read(_File(path, shown_path(path), (*file.trail, _same(path))))


def _same(path: Path) -> Path:
    """Return the same for two ways to one file."""
    return path.resolve()


def _fields(node: Node, what: str, known: Sequence[str]) -> dict[str, Field]:
    from stylelint.rulebook import nodes

    fields = nodes.mapping(node, what)
    for key, given in fields.items():
        if key in known:
            continue
        if key in KEYS:
            raise nodes.problem(given.key, f"“{key}” is for all drafts; it cannot stand under “paths”")
        raise nodes.problem(given.key, f"{what} has no key “{key}”{did_you_mean(key, known)}")
    return fields


def _config(fields: Mapping[str, Field], file: _File) -> Config:
    """Return what the keys of a configuration, or of a section of it, say."""
    lists = {key: tuple(_names(fields[key], key, file)) for key in _LISTS if key in fields}
    default = Config()

    return Config(
        path=file.shown,
        base=str(file.path.parent),
        rulebooks=lists.get("rulebooks", default.rulebooks),
        select=lists.get("select", ()),
        ignore=lists.get("ignore", ()),
        include=lists.get("include", ()),
        exclude=lists.get("exclude", ()),
        fail_on=_level(fields["fail-on"].value) if "fail-on" in fields else default.fail_on,
        max_warnings=_count(fields["max-warnings"].value) if "max-warnings" in fields else None,
        budgets=tuple((name, _count(node)) for name, node in _table(fields, "budgets", file)),
        fix=tuple((name, _one_of(node, FIXES)) for name, node in _table(fields, "fix", file)),
        require_reasons="require-reasons" in fields and _yes(fields["require-reasons"].value),
        reading=reading.options(fields),
        paths=tuple(_section(name, node, file) for name, node in _table(fields, "paths", file)),
        extends=lists.get("extends", ()),
        said=tuple(file.at(key, given.key) for key, given in fields.items()),
    )


def _section(glob: Named, node: Node, file: _File) -> Section:
    fields = _fields(node, f"“{glob.name}” in “paths”", SECTION_KEYS)
    return Section(glob, globs([glob])[0], _config(fields, file))


def _names(given: Field, key: str, file: _File) -> Iterator[Named]:
    from stylelint.rulebook import nodes

    entries = nodes.items(given.value, f"a list for “{key}”")
    if key == "rulebooks" and not entries:
        raise nodes.problem(given.value, "no rulebook; name one, or leave the key out for “newsroom”")
    for node in entries:
        yield file.at(nodes.word(node, f"a word in “{key}”"), node)


def _table(fields: Mapping[str, Field], key: str, file: _File) -> Iterator[tuple[Named, Node]]:
    """Yield the names in a mapping, each with what it stands for."""
    from stylelint.rulebook import nodes

    if key in fields:
        for name, given in nodes.mapping(fields[key].value, f"“{key}”").items():
            yield file.at(name, given.key), given.value


def _count(node: Node) -> int:
    from stylelint.rulebook import nodes

    said = nodes.word(node, "a number")
    if not (said.isascii() and said.isdigit()):
        raise nodes.problem(node, f"“{said}” is no number; write 0 or more")
    return int(said)


def _one_of(node: Node, words: tuple[str, ...]) -> str:
    from stylelint.rulebook import nodes

    said = nodes.word(node, "a word")
    if said not in words:
        raise nodes.problem(node, f"“{said}” cannot stand here{did_you_mean(said, words)}")
    return said


def _yes(node: Node) -> bool:
    # tomllib makes truths of the words, Python writes them with a capital.
    words = {"true": True, "yes": True, "True": True, "false": False, "no": False, "False": False}
    return words[_one_of(node, tuple(words))]


def _level(node: Node) -> Level:
    from stylelint.rulebook import nodes

    said = nodes.word(node, "a level")
    for level in LEVELS:
        if level == said:
            return level
    raise nodes.problem(node, f"no level “{said}”{did_you_mean(said, LEVELS)}")


def says_nothing(data: bytes) -> bool:
    """Tell whether a YAML file has nothing but comments: the same as no configuration."""
    return all(line.lstrip()[:1] in (b"", b"#") for line in data.splitlines())
