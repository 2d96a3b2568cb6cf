"""The configuration: `stylelint.yml`, or `[tool.stylelint]` in `pyproject.toml`, nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from stylelint import reading
from stylelint.diagnostics import LEVELS, Level
from stylelint.errors import UserError
from stylelint.readers.options import PLAIN, Options
from stylelint.text import did_you_mean

if TYPE_CHECKING:
    from stylelint.rulebook.nodes import Field, Node

NAMES = ("stylelint.yml", ".stylelint.yml", "pyproject.toml")
"""Files that may hold a configuration, in the order in which a folder is searched."""

IGNORES, BASELINE = ".stylelint-ignores.yml", ".stylelint-baseline.json"
"""Files beside a configuration: what is ignored in drafts without comments, what was there before."""

_LISTS = ("rulebooks", "select", "ignore", "exclude")
KEYS = (*_LISTS, "fail-on", "max-warnings", "budgets", "fix", "require-reasons", *reading.KEYS)
"""What a configuration may say."""

FIXES: tuple[Literal["safe", "unsafe", "none"], ...] = ("safe", "unsafe", "none")
"""What the fixes of a rule can be made."""

_TABLE = b"tool.stylelint"


class Named(NamedTuple):
    """A word that the user wrote, and where: `path` is "" and places are 0 where that is not known."""

    name: str
    path: str = ""
    line: int = 0
    column: int = 0

    def error(self, message: str) -> UserError:
        """Return an error that points here."""
        return UserError(message, self.path, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Config:
    """What the house has settled for a folder of drafts.

    Attributes:
        path: the file it was read from, as errors call it; "" where there is none.
        base: the folder that paths in it start from.
        rulebooks: bundled names and paths.
        select: ids and chapters of the rules to run; empty for all.
        ignore: ids and chapters of the rules not to run.
        exclude: globs of what is not linted.
        fail_on: the lightest level that counts as found.
        max_warnings: how many warnings do not count as found; None where `fail_on` alone decides.
        budgets: rule, chapter or glob of drafts, and how many findings it may have.
        fix: rule or chapter, and what its fixes are to be, one of `FIXES`.
        require_reasons: whether every ignore must say why.
        reading: how drafts are read.
    """

    path: str = ""
    base: Path = field(default_factory=Path)
    rulebooks: tuple[Named, ...] = (Named("newsroom"),)
    select: tuple[Named, ...] = ()
    ignore: tuple[Named, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Level = "warning"
    max_warnings: int | None = None
    budgets: tuple[tuple[Named, int], ...] = ()
    fix: tuple[tuple[Named, str], ...] = ()
    require_reasons: bool = False
    reading: Options = PLAIN


def nearest(start: Path) -> Config:
    """Return the configuration of the nearest folder upward from `start` that has one, else the default.

    Raises:
        UserError: it cannot be read, or says something that cannot be.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and _holds_configuration(path):
                return read(path, _shown(path, start))
    return Config(base=start)


def read(path: Path, shown: str) -> Config:
    """Read a configuration.

    Args:
        path: a YAML file, or a `pyproject.toml`.
        shown: what errors call it.

    Raises:
        UserError: it cannot be read, or says something that cannot be.
    """
    from stylelint.rulebook import nodes

    data = _bytes(path, shown)
    if path.suffix == ".toml":
        return _from_toml(data, shown, path.parent)
    if _says_nothing(data):
        return Config(shown, path.parent)
    return _config(nodes.parse(data, shown), shown, path.parent)


def _from_toml(data: bytes, shown: str, base: Path) -> Config:
    """Read a `pyproject.toml`; tomllib tells no places, so that errors name the table alone."""
    from stylelint.rulebook import nodes

    try:
        config = _config(nodes.from_data(_table(data, shown), shown), shown, base)
    except UserError as error:
        raise error if not error.line else UserError(f"[tool.stylelint]: {error.message}", shown) from None
    return replace(
        config,
        rulebooks=tuple(Named(named.name, shown) for named in config.rulebooks),
        select=tuple(Named(named.name, shown) for named in config.select),
        ignore=tuple(Named(named.name, shown) for named in config.ignore),
        budgets=tuple((Named(named.name, shown), limit) for named, limit in config.budgets),
        fix=tuple((Named(named.name, shown), how) for named, how in config.fix),
    )


def _config(root: Node, shown: str, base: Path) -> Config:
    from stylelint.rulebook import nodes

    fields = nodes.mapping(root, "a configuration")
    for key, given in fields.items():
        if key not in KEYS:
            raise nodes.problem(given.key, f"a configuration has no key “{key}”{did_you_mean(key, KEYS)}")
    lists = {key: tuple(_names(fields[key], key)) for key in _LISTS if key in fields}
    return Config(
        path=shown,
        base=base,
        rulebooks=lists.get("rulebooks", Config().rulebooks),
        select=lists.get("select", ()),
        ignore=lists.get("ignore", ()),
        exclude=tuple(named.name for named in lists.get("exclude", ())),
        fail_on=_level(fields["fail-on"]) if "fail-on" in fields else Config().fail_on,
        max_warnings=_count(fields["max-warnings"].value) if "max-warnings" in fields else None,
        budgets=tuple((name, _count(node)) for name, node in _table_of(fields, "budgets")),
        fix=tuple((name, _one_of(node, FIXES)) for name, node in _table_of(fields, "fix")),
        require_reasons=_yes(fields["require-reasons"].value) if "require-reasons" in fields else False,
        reading=reading.options(fields),
    )


def _names(given: Field, key: str) -> Iterator[Named]:
    from stylelint.rulebook import nodes

    entries = nodes.items(given.value, f"a list for “{key}”")
    if key == "rulebooks" and not entries:
        raise nodes.problem(given.value, "no rulebook; name one, or leave the key out for “newsroom”")
    for node in entries:
        mark = node.start_mark
        yield Named(nodes.word(node, f"a word in “{key}”"), mark.name, mark.line + 1, mark.column + 1)


def _table_of(fields: dict[str, Field], key: str) -> Iterator[tuple[Named, Node]]:
    """Yield the names in a mapping, each with what it stands for."""
    from stylelint.rulebook import nodes

    if key in fields:
        for name, given in nodes.mapping(fields[key].value, f"“{key}”").items():
            mark = given.key.start_mark
            yield Named(name, mark.name, mark.line + 1, mark.column + 1), given.value


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


def _level(given: Field) -> Level:
    from stylelint.rulebook import nodes

    said = nodes.word(given.value, "a level")
    for level in LEVELS:
        if level == said:
            return level
    raise nodes.problem(given.value, f"no level “{said}”{did_you_mean(said, LEVELS)}")


def _table(data: bytes, shown: str) -> object:
    """Return `[tool.stylelint]` of a `pyproject.toml`."""
    import tomllib

    try:
        tool = tomllib.loads(data.decode("utf-8")).get("tool", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"not TOML: {error}", shown) from None
    return tool.get("stylelint", {}) if isinstance(tool, dict) else {}


def _holds_configuration(path: Path) -> bool:
    return path.suffix != ".toml" or _TABLE in _bytes(path, str(path))


def _says_nothing(data: bytes) -> bool:
    """Tell whether a YAML file has nothing but comments: the same as no configuration."""
    return all(line.lstrip()[:1] in (b"", b"#") for line in data.splitlines())


def _bytes(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"cannot read the configuration: {error.strerror or error}", shown) from None


def _shown(path: Path, start: Path) -> str:
    """Return the path as seen from `start` where it lies there, else whole."""
    return path.name if path.parent == start else str(path)
