"""Which drafts have changed, by `--since` and `--staged`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from stylelint.cli.options import STDIN, Function

if TYPE_CHECKING:
    from stylelint.changed import Lines
    from stylelint.cli.plan import Plan
    from stylelint.discovery import Choose


since_option = click.option(
    "--since", metavar="REF", help="Only sentences changed since the branch left REF."
)


def changing(function: Function) -> Function:
    """Give a command the options that say which changes count."""
    staged = click.option(
        "--staged", is_flag=True, help="Only sentences that the next commit changes, as it has them."
    )
    return since_option(staged(function))


def planned(
    paths: tuple[str, ...],
    outputs: Sequence[str] = (),
    *,
    since: str | None,
    staged: bool = False,
    **options: Any,
) -> tuple[Changes | None, Plan]:
    """Return what has changed, None where that does not matter, and what the run is about.

    Args:
        paths: files, folders and `-`.
        outputs: the files that reports are written to.
        since: the commit to compare with.
        staged: whether the index is looked at.
        options: those of `plan.prepare`.

    Raises:
        UserError: there is no such commit, or one of the options cannot be.
    """
    from stylelint.cli import plan

    if since is None and not staged:
        return None, plan.prepare(paths, outputs, **options)
    from functools import partial

    changes = Changes(since, paths)
    if staged:
        listed = partial(changes.staged, force=options["force_exclude"])
        return changes, plan.prepare(paths, outputs, listed=listed, **options)
    whole = plan.prepare(paths, outputs, **options)
    whole.paths = changes.of(whole.paths)
    return changes, whole


class Changes:
    """What has changed in the repository of the working folder.

    Args:
        since: the commit to compare with; None for the index.
        paths: files and folders that were asked for.

    Attributes:
        lines: changed lines by `changed.key`.
    """

    def __init__(self, since: str | None, paths: Sequence[str]) -> None:
        if STDIN in paths:
            raise click.UsageError("standard input is not in git: leave out --since and --staged")
        from stylelint.changed import Repository

        self.since, self.paths = since, paths
        self._repository = Repository(os.getcwd())
        self._blobs: dict[str, bytes] = {}
        self.lines: dict[str, Lines] = (
            self._repository.staged() if since is None else self._repository.since(since)
        )

    def of(self, found: Iterable[str]) -> list[str]:
        """Return the drafts in which something has changed, and those that cannot be found.

        Raises:
            UserError: a draft that was named lies outside of the repository.
        """
        from stylelint.changed import Lines, key
        from stylelint.errors import UserError

        for path in filter(os.path.isfile, self.paths):
            if not key(path).startswith(os.path.join(self._repository.top, "")):
                raise UserError("is not in this repository, so that nobody can say what has changed", path)
            if key(path) not in self.lines and self._repository.ignores(key(path)):
                self.lines = {**self.lines, key(path): Lines(all=True)}
        return [path for path in found if key(path) in self.lines or not os.path.exists(path)]

    def staged(self, choose: Choose, *, force: bool) -> list[str]:
        """Return the drafts of the index in which something has changed, as the user would write them.

        Args:
            choose: tells what is chosen from folders.
            force: leave files out too that are named one by one.
        """
        found: dict[str, str] = {}
        for asked in self.paths or (".",):
            for one in self.lines:
                name, named = _as_asked(one, asked, choose)
                if name and ((named and not force) or not choose(name, None).leaves_out(name)):
                    found.setdefault(one, name)
        self._blobs = dict(self._repository.blobs(found))
        missing = [path for path in self.paths if not os.path.lexists(path) and path not in found.values()]
        return sorted([*(name for one, name in found.items() if one in self._blobs), *missing])

    def read(self, path: str) -> bytes:
        """Return the bytes that a draft has in the index.

        Raises:
            UserError: there is no such file, there or in the working tree.
        """
        from stylelint.changed import key
        from stylelint.cli.drafts import bytes_of

        blob = self._blobs.get(key(path))
        return bytes_of(path) if blob is None else blob


def _as_asked(one: str, asked: str, choose: Choose) -> tuple[str, bool]:
    """Return a file as the user would write it who asked for a file or folder; "" where it is not meant."""
    from stylelint.changed import key
    from stylelint.formats import SUFFIXES

    if one == key(asked):
        return asked, True
    folder = os.path.join(os.path.realpath(asked), "")
    if not one.startswith(folder):
        return "", False
    inner = one[len(folder) :]
    name = inner if asked in (".", "./") else os.path.join(asked, inner)
    return (name if choose(name, None).is_draft(name, SUFFIXES) else ""), False
