"""Loads rulebooks: finds the files, follows `extends`, and makes the rules that are in force."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from stylelint.errors import UserError
from stylelint.rulebook import bundled, nodes
from stylelint.rulebook.build import rule
from stylelint.rulebook.inherit import Entry, is_name, merge
from stylelint.rulebook.nodes import Node
from stylelint.rulebook.rule import Rulebook
from stylelint.text import did_you_mean

KEYS = ("chapter", "extends", "rules")
"""What a rulebook may have at its top."""

VALE = "vale:"
"""Before the path of a folder with a style of Vale."""

GROUP = "stylelint.rulebooks"
"""Entry points of packages that offer rulebooks: name → a module with a file of that name beside it."""


def load(names: Sequence[str], base: Path | None = None) -> Rulebook:
    """Load rulebooks; where two speak of one rule, the later wins.

    Args:
        names: bundled names, paths, `proselint`, or names that installed packages offer.
        base: the folder that relative paths start from; None for the current one.

    Raises:
        UserError: one cannot be found or read, or something in it cannot be.
    """
    books = _Books()
    for name in names:
        books.add(_find(name, base or Path(), None), [])
    return _rulebook(", ".join(names), books)


def loads(data: bytes, path: str, base: Path | None = None) -> Rulebook:
    """Load one rulebook from its bytes, as `load` does from a file.

    Args:
        data: the file.
        path: what errors call it; its stem is the chapter where the rulebook names none.
        base: the folder that relative paths in it start from; None for the current one.
    """
    books = _Books()
    books.read(data, _Source(path, (base or Path()) / Path(path).name), [])
    return _rulebook(path, books)


def _rulebook(name: str, books: _Books) -> Rulebook:
    ordered = [books.entries[key] for key in sorted(books.entries)]
    rules = tuple(rule(entry) for entry in ordered)
    off = {entry.id for entry in ordered if entry.off}
    silent = tuple(made for made in rules if made.id in off)
    on = tuple(made for made in rules if made.id not in off)
    files = tuple(sorted(str(path) for path in books.done if path))
    return Rulebook(name, on, tuple(made.id for made in silent), silent, files)


class _Source(NamedTuple):
    """Where a rulebook comes from.

    Attributes:
        shown: what to call it.
        path: its file; None for proselint's rules, which are made at run time.
        bundled: whether it comes with stylelint.
        vale: whether it is the folder of a style of Vale.
    """

    shown: str
    path: Path | None
    bundled: bool = False
    vale: bool = False

    @property
    def key(self) -> Path | None:
        """The same for two ways to one file."""
        return self.path and self.path.resolve()


class _Books:
    """The rulebooks read so far; each is read once, however many extend it."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.done: set[Path | None] = set()

    def add(self, source: _Source, trail: list[_Source]) -> None:
        """Read a rulebook and, first, what it extends.

        Args:
            source: the rulebook.
            trail: who extends it, from the outermost.
        """
        if source.key in self.done:
            return
        self.done.add(source.key)
        if source.path is None:
            from stylelint.compat import proselint

            self.entries = merge(self.entries, "proselint", proselint.rules(), trusted=True)
            self.done |= {proselint.release()}
            return
        if source.vale:
            from stylelint.compat.vale import rulebook as vale

            chapter = source.path.name.lower()
            self.entries = merge(self.entries, chapter, vale.from_style(source.path), trusted=True)
            self.done = (self.done - {source.key}) | vale.files_of(source.path)
            return
        self.read(_bytes(source.path, source.shown), source, trail)

    def read(self, data: bytes, source: _Source, trail: list[_Source]) -> None:
        """Read a rulebook from its bytes."""
        root = nodes.parse(data, source.shown)
        top = nodes.mapping(root, "a rulebook")
        for key, given in top.items():
            if key not in KEYS:
                raise nodes.problem(given.key, f"a rulebook has no key “{key}”{did_you_mean(key, KEYS)}")
        chapter = _chapter(top.get("chapter"), source, root)
        if "extends" in top:
            for item in nodes.items(top["extends"].value, "a list of rulebooks"):
                self._extend(item, source, [*trail, source])
        if "rules" in top:
            self.entries = merge(
                self.entries, chapter, nodes.mapping(top["rules"].value, "rules"), source.bundled
            )

    def _extend(self, item: Node, source: _Source, trail: list[_Source]) -> None:
        name = nodes.word(item, "the name or path of a rulebook")
        assert source.path is not None
        found = _find(name, source.path.parent, item)
        keys = [one.key for one in trail]
        if found.key in keys:
            circle = [*trail[keys.index(found.key) :], found]
            shown = " → ".join(one.shown for one in circle)
            raise nodes.problem(item, f"rulebooks extend each other in a circle: {shown}")
        self.add(found, trail)


def _chapter(given: nodes.Field | None, source: _Source, root: Node) -> str:
    """Return the chapter that a rulebook names, else the stem of its file."""
    node = given.value if given else root
    chapter = (
        nodes.word(given.value, "the name of a chapter") if given else source.path.stem if source.path else ""
    )
    if not is_name(chapter):
        hint = "" if given else ", taken from the file's name; give another with “chapter:”"
        raise nodes.problem(node, f"“{chapter}” cannot be a chapter; use a-z, 0-9 and hyphens{hint}")
    return chapter


def _find(name: str, folder: Path, item: Node | None) -> _Source:
    """Return where a rulebook is: bundled, `proselint`, a path, or offered by a package, in this order."""
    path = bundled.find(name)
    if path:
        return _Source(f"rules/{path.name}", path, True)
    if name == "proselint":
        return _Source("proselint", None)
    if name.startswith(VALE):
        style = folder / name.removeprefix(VALE)
        if not style.is_dir():
            raise _error(item, f"no Vale style “{name}”: there is no folder {os.path.normpath(style)}")
        return _Source(name, style, vale=True)
    beside = folder / name
    if _is_path(name) or beside.is_file():
        shown = os.path.normpath(beside)
        if not beside.exists():
            raise _error(item, f"no rulebook “{name}”: {shown} does not exist")
        return _Source(shown, beside)
    return _offered(name) or _unknown(name, item)


def _is_path(name: str) -> bool:
    return "/" in name or os.sep in name or name.endswith((".yml", ".yaml"))


def _unknown(name: str, item: Node | None) -> _Source:
    hint = did_you_mean(name, [*bundled.names(), "proselint"])
    raise _error(item, f"no rulebook “{name}”{hint}")


def _error(item: Node | None, message: str) -> UserError:
    return nodes.problem(item, message) if item is not None else UserError(message)


def _offered(name: str) -> _Source | None:
    """Return a rulebook of an installed package: its entry point names the package that holds it."""
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for point in entry_points(group=GROUP, name=name):
        try:
            spec = find_spec(point.module)
        except (ImportError, ValueError):
            continue
        for place in (spec.submodule_search_locations or ()) if spec else ():
            path = Path(place) / f"{point.attr or name}.yml"
            if path.is_file():
                return _Source(f"{name} ({path.name} of {point.module})", path)
    return None


def _bytes(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise UserError("this is a folder; name the rulebook in it", shown) from None
    except OSError as error:
        raise UserError(f"cannot read the rulebook: {error.strerror or error}", shown) from None
