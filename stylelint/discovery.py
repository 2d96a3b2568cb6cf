"""Which files are drafts: folders as git sees them, and what the configuration leaves out."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from fnmatch import translate
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from stylelint.readers.options import fits

_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks about another repository than the one asked about here, perhaps."""


class Globs(NamedTuple):
    """Globs of drafts.

    Attributes:
        globs: each of a path, a folder, or one name anywhere in a path; `*` crosses slashes.
        base: the folder that they are relative to, absolute.
    """

    globs: tuple[str, ...] = ()
    base: str = ""

    def covers(self, path: str) -> bool:
        """Tell whether a path, or a folder that holds it, is meant."""
        if not self.globs:
            return False
        folder = head(path)
        name = path[len(folder) :]
        above = None if name in ("", os.curdir, os.pardir) else _above(self, folder, os.getcwd())
        if above is None:
            return self._names(_relative(path, self.base))
        return above.covered or self._any(name, above.prefix + name)

    def _names(self, relative: str) -> bool:
        """Tell whether a path that is relative to the base, a folder on it, or a name in it is meant."""
        parts = relative.split("/")
        return self._any(*parts, *("/".join(parts[: i + 1]) for i in range(len(parts))))

    def _any(self, *names: str) -> bool:
        return any(map(_matching(self.globs), names))


class _Above(NamedTuple):
    """What globs say of a folder.

    Attributes:
        covered: whether it is meant, and all that is in it.
        prefix: what stands before the names of its files in their paths relative to the base of the globs.
    """

    covered: bool
    prefix: str


@lru_cache(maxsize=256)
def _matching(globs: tuple[str, ...]) -> Callable[[str], object]:
    """Return what tells whether a name is one of some globs; twenty one by one take 26 times as long."""
    return re.compile("|".join(translate(glob.rstrip("/")) for glob in globs)).match


@lru_cache(maxsize=1024)
def _above(some: Globs, folder: str, here: str) -> _Above | None:
    """Return what is the same for all files of a folder; None where the base of the globs may lie in it.

    Args:
        some: the globs.
        folder: as `head` gives it.
        here: the working folder, from which it may be told.
    """
    relative = _relative(folder or os.curdir, some.base)
    if relative.endswith(os.pardir):
        return None
    return _Above(False, "") if relative == os.curdir else _Above(some._names(relative), f"{relative}/")


class Choice(NamedTuple):
    """What is chosen from folders.

    Attributes:
        include: what is a draft; empty for all that has the suffix of one.
        exclude: what is left out.
        formats: globs of drafts with other suffixes.
    """

    include: tuple[Globs, ...] = ()
    exclude: tuple[Globs, ...] = ()
    formats: tuple[str, ...] = ()

    def leaves_out(self, path: str) -> bool:
        """Tell whether a file is not to be linted, whatever its suffix."""
        if self.include and not any(some.covers(path) for some in self.include):
            return not _is(os.path.isdir, path)  # a folder that cannot be listed is told
        return any(some.covers(path) for some in self.exclude)

    def is_draft(self, path: str, suffixes: Collection[str]) -> bool:
        """Tell whether a file in a folder is a draft: by its suffix, or by a glob that fits its path."""
        if os.path.splitext(path)[1].lower() in suffixes:
            return True
        return bool(self.formats) and any(fits(path, one) for one in self.formats)


Choose = Callable[[str], Choice]
"""Tells by which choice a file is judged: that of the configuration that holds for it."""


class Found(NamedTuple):
    """One file to lint: its path as the user would write it, and whether the user named it."""

    path: str
    named: bool


def find(
    paths: Iterable[str], suffixes: Collection[str], choose: Choose | None = None, *, force: bool = False
) -> list[Found]:
    """Return the files to lint, each once, sorted by path.

    What does not exist, and folders that cannot be listed, are returned as they are: whoever reads
    them reports them.

    Args:
        paths: files and folders.  A file is taken whatever its suffix.
        suffixes: in lower case, with the dot: what is taken from folders.
        choose: tells what is chosen from folders; None for all drafts.
        force: leave files out too that are named one by one.
    """
    choice = choose or (lambda path: Choice())
    asked = list(paths)
    found = [one for path in asked for one in _expand(path, suffixes, choice, force=force)]
    if len(asked) > 1:
        found = list({os.path.abspath(one.path): one for one in reversed(found)}.values())
    return sorted(found, key=attrgetter("path"))


def _expand(path: str, suffixes: Collection[str], choose: Choose, *, force: bool) -> Iterator[Found]:
    if not _is(os.path.isdir, path):
        if not force or not choose(path).leaves_out(path):
            yield Found(path, True)
        return
    above, choice = None, Choice()
    for inner in _walk(path):
        if (folder := head(inner)) != above:
            above, choice = folder, choose(inner)
        if (choice.is_draft(inner, suffixes) or os.path.isdir(inner)) and not choice.leaves_out(inner):
            yield Found(inner, False)


def _is(question: Callable[[str], bool], path: str) -> bool:
    try:
        return question(path)
    except ValueError:  # a NUL in the name
        return False


def _walk(folder: str) -> Iterator[str]:
    """Yield the files below a folder, and those folders that cannot be listed."""
    prefix = "" if folder in (".", "./") else os.path.join(folder, "")
    inside = _in_repository(folder)
    listed = _as_git_sees(folder) if inside else None
    if listed is None:
        yield from _all_below(folder, prefix, ask=inside)
        return
    for name in listed:
        path = prefix + name
        if not os.path.lexists(path) or os.path.basename(path).startswith(".#"):
            continue  # deleted but not yet committed; an editor's lock
        if os.path.isdir(path):
            if not os.path.islink(path):  # a repository inside this one
                yield from _walk(path.rstrip("/"))
        else:
            yield path


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


def _all_below(folder: str, prefix: str, *, ask: bool) -> Iterator[str]:
    """Yield every file below a folder that is not hidden and not in a hidden folder.

    Args:
        folder: the folder.
        prefix: what its paths begin with.
        ask: whether git is asked about the folders in it; outside a repository that is a process for nothing.
    """
    try:
        entries = sorted(os.scandir(folder), key=attrgetter("name"))
    except OSError:
        yield folder  # whoever reads it reports it
        return
    for entry in entries:
        path = prefix + entry.name
        if entry.name.startswith("."):
            continue
        kind = _kind(entry)
        if kind == "file":
            yield path
        elif kind == "folder":
            inner = path + os.sep
            begins = ask or os.path.lexists(inner + ".git")
            yield from _walk(path) if begins else _all_below(path, inner, ask=False)


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


def head(path: str) -> str:
    """Return what of a path names its folder, with the slash.

    As a key it does what `os.path.dirname` would, and every draft is asked for it several times.
    """
    end = path.rfind(os.sep) + 1
    return path[: max(end, path.rfind(os.altsep) + 1) if os.altsep else end]


def _relative(path: str, base: str) -> str:
    """Return a path relative to a folder, with slashes; as it is where it lies on another drive."""
    try:
        relative = os.path.relpath(path, base or None)
    except ValueError:
        relative = path
    return relative.replace(os.sep, "/")
