"""Where the repository begins, as code hosts want paths from there."""

from __future__ import annotations

import os
from typing import NamedTuple

_CHECKED_OUT = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Environment variables in which CI systems say where they have put the repository."""


class Root(NamedTuple):
    """The root of a repository.

    Attributes:
        here: where we are, absolute.
        tops: the root, absolute, in every way that a path may begin with it.
    """

    here: str
    tops: tuple[str, ...]


def root(near: str = "") -> Root:
    """Return the root of the repository that we are in.

    That is what a CI job has checked out, else the folder with `.git`; where we are in none, that of a
    draft, else the working folder.

    Args:
        near: a draft.
    """
    here = os.path.realpath(os.curdir)
    draft = os.path.realpath(near.partition("\0")[0])
    top = _checked_out(here) or _repository(here) or _repository(draft) or here
    return Root(here, tuple(dict.fromkeys((top, _spelt(here, top)))))


def _spelt(here: str, top: str) -> str:
    """Return the root as the shell spells it, which keeps the symbolic links by which somebody came here."""
    named, inner = os.environ.get("PWD", ""), here[len(top) :]
    if named and os.path.realpath(named) == here and _inside(here, top) and named.endswith(inner):
        return named.removesuffix(inner)
    return top


def _checked_out(here: str) -> str:
    given = (os.environ.get(name) for name in _CHECKED_OUT)
    tops = (os.path.realpath(name) for name in given if name)
    return next((top for top in tops if _inside(here, top)), "")


def _repository(path: str) -> str:
    """Return the nearest folder upward with `.git`, which is a file in a worktree; "" where there is none."""
    while not os.path.lexists(os.path.join(path, ".git")):
        path, below = os.path.dirname(path), path
        if path == below:
            return ""
    return path


def _inside(path: str, folder: str) -> bool:
    return os.path.join(path, "").startswith(os.path.join(folder, ""))
