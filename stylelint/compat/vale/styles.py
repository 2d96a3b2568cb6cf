"""Styles on the styles path: folders of rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from stylelint.compat.vale.config import ValeConfig
from stylelint.compat.vale.rule import ValeRule, read_rule, with_params
from stylelint.errors import UserError


class Styles:
    """Finds and reads styles.

    Args:
        paths: folders that hold styles; the first that has one wins.
        config: the configuration that asks for them, which may set some of their keys.
    """

    def __init__(self, paths: Sequence[Path], config: ValeConfig | None = None) -> None:
        self.paths = tuple(paths)
        self.config = config or ValeConfig()

    def folder(self, style: str) -> Path | None:
        """Return the folder of a style."""
        return next((path / style for path in self.paths if (path / style).is_dir()), None)

    def file(self, name: str) -> Path | None:
        """Return the file of `Style.Rule` or `Style.folder.Rule`."""
        style, *rest = name.split(".")
        if not style or not rest or not all(rest):
            return None
        found = (path / style / Path(*rest[:-1], f"{rest[-1]}.yml") for path in self.paths)
        return next((path for path in found if path.is_file()), None)

    def load(self, style: str) -> list[ValeRule]:
        """Return the rules of a style by name.

        Raises:
            UserError: there is no such style, or one of its rules is wrong.
        """
        folder = self.folder(style)
        if folder is None:
            where = ", ".join(str(path) for path in self.paths) or "the styles path is empty"
            said = f"no Vale style “{style}” in {where}; a package must be there, as “vale sync” puts it"
            raise UserError(said, self.config.path)
        return [self.read(_name(folder, path), path) for path in sorted(_files(folder))]

    def read(self, name: str, path: Path) -> ValeRule:
        """Return one rule."""
        rule = read_rule(path, name, self.file)
        given = self.config.params.get(name)
        return with_params(rule, given, self.config.path) if given else rule


def _name(folder: Path, path: Path) -> str:
    return ".".join([folder.name, *path.relative_to(folder).with_suffix("").parts])


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if not path.name.startswith((".", "_")):
                yield from _files(path)
        elif path.name.endswith(".yml") and not path.name.endswith(".test.yml"):
            yield path
