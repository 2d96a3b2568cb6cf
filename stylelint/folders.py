"""What lies in folders, as git sees them."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import os
import stat
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from stylelint.discovery import head

_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks about another repository than the one asked about here, perhaps."""


class Listed(NamedTuple):
    """Files of one folder.

    Attributes:
        prefix: what their paths begin with.
        names: of the files, in order; "" for a folder that cannot be listed, whose path the prefix then is.
        beside: the names of all that lies in the folder, case folded, as not every disk tells cases apart;
            None where not all are known.
    """

    prefix: str
    names: list[str]
    beside: Collection[str] | None = None


def below(folder: str) -> Iterator[Listed]:
    """Yield the files below a folder, and those folders that cannot be listed.

    Args:
        folder: as the user named it.
    """
    prefix = "" if folder in (".", "./") else os.path.join(folder, "")
    inside = _in_repository(folder)
    listed = _as_git_sees(folder) if inside else None
    if listed is None:
        yield from _all_below(folder, prefix, ask=inside)
        return
    for inner, paths in groupby(listed, head):
        files = []
        for path in paths:
            kind = _kind_in_git(prefix + path)
            if kind == "file":
                files.append(path[len(inner) :])
            elif kind == "folder":  # a repository inside this one
                yield from below((prefix + path).rstrip("/"))
        yield Listed(prefix + inner, files)


def _kind_in_git(path: str) -> str:
    """Return "file" or "folder", "" for what is deleted but not yet committed, linked folders and locks."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return ""
    if stat.S_ISDIR(mode):
        return "folder"
    linked = stat.S_ISLNK(mode) and os.path.isdir(path)
    return "" if linked or os.path.basename(path).startswith(".#") else "file"


def _as_git_sees(folder: str) -> list[str] | None:
    """Return what git tracks or would add below a folder; None where git cannot say or ignores it."""
    import subprocess

    env = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    git = ["git", "-C", folder]
    ls = [*git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(ls, capture_output=True, env=env, check=False)
        if listed.returncode or listed.stderr:
            return None  # no repository, not ours, or a folder in it that cannot be read
        if not listed.stdout and not subprocess.run([*git, "check-ignore", "-q", "."], env=env).returncode:
            return None  # whoever names an ignored folder wants it
    except OSError:
        return None
    return list(dict.fromkeys(os.fsdecode(listed.stdout).split("\0")[:-1]))


def _in_repository(folder: str) -> bool:
    """Tell whether a folder, or one above it, begins a repository; git takes a thousand times as long."""
    here = os.path.realpath(folder)
    while not os.path.lexists(os.path.join(here, ".git")):
        here, below = os.path.dirname(here), here
        if here == below:
            return False
    return True


def _all_below(folder: str, prefix: str, *, ask: bool) -> Iterator[Listed]:
    """Yield every file below a folder that is not hidden and not in a hidden folder.

    What is asked of a folder, whether a configuration or a repository lies in it, is answered by the names
    that are listed anyway: to look for each takes longer than all the rest.

    Args:
        folder: the folder.
        prefix: what its paths begin with.
        ask: whether git is asked about the folders in it; outside a repository that is a process for nothing.
    """
    try:
        entries = sorted(os.scandir(folder), key=attrgetter("name"))
    except OSError:
        yield Listed(folder, [""])  # whoever reads it reports it
        return
    names = {entry.name.casefold() for entry in entries}
    if not ask and ".git" in names and os.path.lexists(prefix + ".git"):
        yield from below(folder)
        return
    kinds = [(entry.name, _kind(entry)) for entry in entries if not entry.name.startswith(".")]
    yield Listed(prefix, [name for name, kind in kinds if kind == "file"], names)
    for name in [name for name, kind in kinds if kind == "folder"]:
        path = prefix + name
        yield from below(path) if ask else _all_below(path, path + os.sep, ask=False)


def _kind(entry: os.DirEntry[str]) -> str:
    """Return "file" or "folder", "" for linked folders and for pipes, to which nobody may ever write.

    A broken link is a file, and so is what cannot be looked at: whoever reads it says why.
    """
    try:
        if entry.is_symlink():
            return "file" if os.path.isfile(entry.path) or not os.path.exists(entry.path) else ""
        return "file" if entry.is_file() else "folder" if entry.is_dir() else ""
    except OSError:
        return "file"
