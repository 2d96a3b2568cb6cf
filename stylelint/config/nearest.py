"""Which configuration holds for a draft: that of the nearest folder above it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence

from stylelint import lazy
from stylelint.config import NAMES, Config, globs
from stylelint.config.files import bytes_of, shown_path
from stylelint.discovery import Choice, head
from stylelint.errors import UserError

_TABLE = lazy.regex(rb"(?m)^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*[\"']?stylelint[\"']?[ \t]*[].]")
"""Our table in a `pyproject.toml`, or one below it; a project that only mentions us is passed by."""

_NAMES = frozenset(NAMES)


def nearest(start: str | os.PathLike[str], read: Callable[[str, str], Config] | None = None) -> Config:
    """Return the configuration of the nearest folder upward from a folder that has one, else the default.

    Args:
        start: the folder.
        read: reads a configuration from its path, and what errors call it; None for `parse.read`.

    Raises:
        UserError: it cannot be read, or says something that cannot be.
    """
    folder = start = os.path.abspath(start)
    while True:
        found = _in(folder)
        if found:
            return (read or _read)(found, os.path.basename(found) if folder == start else shown_path(found))
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return Config(base=start)


def _in(folder: str, beside: Collection[str] | None = None) -> str:
    """Return the file in a folder that holds a configuration, "" where there is none.

    Args:
        folder: the folder.
        beside: the names of all that lies in it, see `Choose`; None where nobody knows.

    Raises:
        UserError: one cannot be read.
    """
    if beside is not None and _NAMES.isdisjoint(beside):
        return ""
    within = os.path.join(folder, "")
    for name in NAMES:
        path = within + name
        if not os.path.lexists(path):
            continue
        if os.path.islink(path) and not os.path.exists(path):
            raise UserError("cannot read the configuration: it is a link to nowhere", shown_path(path))
        if os.path.isfile(path) and (not name.endswith(".toml") or _has_table(path)):
            return path
    return ""


def _has_table(path: str) -> bool:
    return _TABLE.search(bytes_of(path, path)) is not None


def _read(path: str, shown: str) -> Config:
    from stylelint.config.parse import read

    return read(path, shown)


class Nearest:
    """The configurations of many drafts; each folder is looked at once, and each file read once.

    Args:
        home: the configuration of the working folder, or the one that was asked for; it holds too where
            there is no other.
        alone: whether it holds for all drafts, whatever stands beside them.
        formats: more globs of drafts in folders.
    """

    def __init__(self, home: Config, *, alone: bool = False, formats: Sequence[str] = ()) -> None:
        self.home, self._alone, self._formats = home, alone, formats
        self._near: dict[str, Config] = {}
        self._choices: dict[tuple[str, str], Choice] = {}
        here, base = os.getcwd(), os.path.abspath(home.base)
        # No folder from here up to where it was found has another.
        self._far: dict[str, Config] = {base: home}
        while here != base and here not in self._far and home.path:
            self._far[here] = home
            here = os.path.dirname(here)

    def of(self, path: str) -> Config:
        """Return the configuration that holds for a draft.

        Args:
            path: of the draft, as the user named it; it need not be there.

        Raises:
            UserError: it cannot be read, or says something that cannot be.
        """
        return self._of(head(path))

    def _of(self, folder: str, beside: Collection[str] | None = None) -> Config:
        if self._alone:
            return self.home
        known = self._near.get(folder)
        if known is None:
            known = self._near[folder] = self._above(os.path.abspath(folder), beside)
        return known

    def choice(self, path: str, beside: Collection[str] | None = None) -> Choice:
        """Return what is chosen of folders by the configuration that holds for a draft.

        What a configuration around it leaves out stays out.

        Args:
            path: of the draft.
            beside: the names of all that lies in its folder, see `Choose`; None where nobody knows.

        Raises:
            UserError: as `of`.
        """
        config = self._of(head(path), beside)
        known = self._choices.get((config.base, config.path))
        if known is None:
            exclude = [named for one in self._around(config) for named in one.exclude]
            formats = (*(glob for glob, _ in config.reading.formats), *self._formats)
            known = Choice(globs(config.include), globs(exclude), formats)
            self._choices[config.base, config.path] = known
        return known

    def _around(self, config: Config) -> list[Config]:
        """Return a configuration and those in the folders around it, up to that of the working folder."""
        found = [config]
        home = os.path.join(os.path.abspath(self.home.base), "")
        while found[-1] is not self.home and os.path.abspath(found[-1].base).startswith(home):
            found.append(self._above(os.path.dirname(os.path.abspath(found[-1].base))))
        return found

    def _above(self, folder: str, beside: Collection[str] | None = None) -> Config:
        """Return the configuration of a folder or the nearest above it.

        Args:
            folder: absolute.
            beside: the names of all that lies in it.
        """
        passed = []
        while folder not in self._far:
            found = _in(folder, beside) if "\0" not in folder else ""
            beside = None
            if found:
                self._far[folder] = _read(found, shown_path(found))
                break
            passed.append(folder)
            above = os.path.dirname(folder)
            if above == folder:
                self._far[folder] = self.home
                break
            folder = above
        config = self._far[folder]
        self._far.update(dict.fromkeys(passed, config))
        return config
