"""Which files are drafts: those in folders, but for what the configuration leaves out."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from fnmatch import translate
from functools import lru_cache
from typing import NamedTuple

from stylelint.readers.options import fits


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
        return bool(self.exclude) and any(some.covers(path) for some in self.exclude)

    def is_draft(self, path: str, suffixes: Collection[str]) -> bool:
        """Tell whether a file in a folder is a draft: by its suffix, or by a glob that fits its path."""
        if os.path.splitext(path)[1].lower() in suffixes:
            return True
        return bool(self.formats) and any(fits(path, one) for one in self.formats)


Choose = Callable[[str, Collection[str] | None], Choice]
"""Tells by which choice a file is judged: that of the configuration that holds for it.

The second argument names all that lies in the file's folder, as `folders.Listed` has it, where that is known.
"""


def find(
    paths: Iterable[str], suffixes: Collection[str], choose: Choose | None = None, *, force: bool = False
) -> list[str]:
    """Return the paths of the files to lint, as the user would write them, each file once, in order.

    What does not exist, and folders that cannot be listed, are returned as they are: whoever reads
    them reports them.

    Args:
        paths: files and folders.  A file is taken whatever its suffix.
        suffixes: in lower case, with the dot: what is taken from folders.
        choose: tells what is chosen from folders; None for all drafts.
        force: leave files out too that are named one by one.
    """
    choice = choose or (lambda path, beside: Choice())
    asked = list(paths)
    found = [one for path in asked for one in _expand(path, suffixes, choice, force=force)]
    if len(asked) > 1:
        found = list({os.path.abspath(path): path for path in reversed(found)}.values())
    return sorted(found)


def _expand(path: str, suffixes: Collection[str], choose: Choose, *, force: bool) -> Iterator[str]:
    if not _is(os.path.isdir, path):
        if not force or not choose(path, None).leaves_out(path):
            yield path
        return
    from stylelint import folders

    for prefix, names, beside in folders.below(path):
        choice = choose(prefix, beside)
        for name in names:
            inner = prefix + name
            if (not name or choice.is_draft(inner, suffixes)) and not choice.leaves_out(inner):
                yield inner


def _is(question: Callable[[str], bool], path: str) -> bool:
    try:
        return question(path)
    except ValueError:  # a NUL in the name
        return False


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
