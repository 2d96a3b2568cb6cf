"""Drafts on the disk and on standard input → what was found in each."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from stylelint import discovery
from stylelint.cli import collect_from_now
from stylelint.cli.app import complain
from stylelint.cli.options import STDIN
from stylelint.errors import UserError
from stylelint.formats import SUFFIXES
from stylelint.reporters import Checked

if TYPE_CHECKING:
    from stylelint.cli.linting import Draft, Linted, Linting
    from stylelint.diagnostics import Diagnostic

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would change line ends."""
GROUP, MOST = 1_000_000, 300
"""Bytes and drafts that are looked at together.  A third of them takes 1.05 times as long, and 8 MB less."""

_PART = 1 << 20
"""Bytes that are read at a time where it is not known how many there are."""


class Run:
    """One look at many drafts; `failed` says whether one of them could not be looked at.

    Args:
        linting: looks at a draft.
        stdin_name: what to call standard input; its suffix says the format.
        tell: what of the findings is to be reported; None for all.
        read: what gives the bytes of a draft.
        jobs: how many drafts may be linted at a time.
    """

    def __init__(
        self,
        linting: Linting,
        stdin_name: str,
        tell: Callable[[Linted], list[Diagnostic]] | None = None,
        read: Callable[[str], bytes] | None = None,
        jobs: int = 1,
    ) -> None:
        self.linting, self.stdin_name, self.tell, self.read, self.jobs = linting, stdin_name, tell, read, jobs
        self.failed = False

    def check(self, paths: Iterable[str]) -> Iterator[Checked]:
        """Yield what was found in each draft; say in a line what cannot be read, and go on."""
        collect_from_now()
        try:
            for one in self._linted(paths):
                if one.error:
                    self.failed = True
                    complain(str(one.error))
                else:
                    told = self.tell(one) if self.tell else list(one.found)
                    yield Checked(one.path, one.document.source if one.document else one.source, told)
        finally:
            if self.linting.results:
                self.linting.results.save()

    def _linted(self, paths: Iterable[str]) -> Iterator[Linted]:
        if (
            self.jobs > 1
            and isinstance(paths, list)
            and len(paths) > 1
            and not self.read
            and STDIN not in paths
        ):
            from stylelint.cli.parcels import handed_out

            return handed_out(paths, self.linting, self.jobs)
        return linted(paths, self.linting.look, self.read or bytes_of, self.stdin_name)


def expand(
    paths: Sequence[str], choose: discovery.Choose, *, force: bool, skip: Sequence[str] = ()
) -> list[str]:
    """Return the drafts to read, in the order in which they are reported.

    Args:
        paths: files, folders and `-`.
        choose: tells what is chosen from folders.
        force: leave out files too that are named one by one.
        skip: the files that reports are written to.

    Raises:
        UserError: there is nothing to look at.
    """
    asked = list(paths) or ["."]
    on_disk = [path for path in asked if path != STDIN]
    found = discovery.find(on_disk, SUFFIXES, choose, force=force)
    if any(skip):
        reports = {os.path.abspath(path) for path in skip}
        names = tuple(os.path.basename(path) for path in reports)
        found = [path for path in found if not (path.endswith(names) and os.path.abspath(path) in reports)]
    if STDIN in asked:
        found = [STDIN, *found]
    elif not found and any(os.path.isdir(path) for path in on_disk if "\0" not in path):
        raise UserError(_none(on_disk, skip), ", ".join(on_disk))
    return found


def _none(paths: Sequence[str], skip: Sequence[str]) -> str:
    """Say why there are no drafts in folders but the reports that are written."""
    left_out = len(discovery.find(paths, SUFFIXES)) if not any(skip) else 0
    if left_out:
        files = "the 1 file" if left_out == 1 else f"all {left_out} files"
        return f"no drafts here; the configuration leaves out {files}, see “stylelint show-config”"
    suffixes = ", ".join(sorted(SUFFIXES))
    return f"no drafts here; in folders, files in {suffixes} are read"


def linted(
    paths: Iterable[str],
    look: Callable[[Sequence[Draft]], list[Linted]],
    read: Callable[[str], bytes] | None = None,
    stdin_name: str = "",
) -> Iterator[Linted]:
    """Yield what became of each draft, in order.

    Args:
        paths: the drafts.  Those of a list are looked at in groups; of others the next one is asked for when
            somebody has been told of the one before.
        look: tells what becomes of some drafts.
        read: what gives the bytes of a draft; None for the disk.
        stdin_name: what to call standard input.
    """
    from stylelint.cli.linting import Linted

    group: list[Draft] = []
    room = left = GROUP if isinstance(paths, list) else 1
    for path in paths:
        try:
            name, data = (stdin_name, stdin()) if path == STDIN else (path, (read or bytes_of)(path))
        except UserError as error:
            yield from (*look(group), Linted(path, error=error))
            group, left = [], room
            continue
        group.append((name, data))
        left -= len(data) + 1
        if left <= 0 or len(group) >= MOST:
            yield from look(group)
            group, left = [], room
    yield from look(group)


def stdin() -> bytes:
    """Return the bytes of standard input.

    Raises:
        UserError: it is closed.
    """
    if sys.stdin is None:
        raise UserError("standard input is closed")
    return sys.stdin.buffer.read()


def bytes_of(path: str) -> bytes:
    """Return the bytes of a file.

    Raises:
        UserError: it cannot be read.
    """
    try:
        return _whole(path)
    except FileNotFoundError:
        raise UserError("no such file or folder", path) from None
    except IsADirectoryError:
        raise UserError("this folder cannot be listed", path) from None
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror or error}", path) from None
    except ValueError:
        raise UserError("a file's name cannot hold a NUL", path.replace("\0", "\\0")) from None


def _whole(path: str) -> bytes:
    """Return the bytes of a file, with as few calls of the system as can be: an archive has many."""
    file = os.open(path, os.O_RDONLY | _BINARY)
    try:
        size = os.fstat(file).st_size
        data = os.read(file, size + 1)
        if len(data) == size:
            return data
        parts = [data]  # of a pipe, and of a file that grows or is larger than can be read at once
        while more := os.read(file, _PART):
            parts.append(more)
        return b"".join(parts)
    finally:
        os.close(file)
