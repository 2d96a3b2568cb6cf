"""Writes a draft anew so that at any moment the file is the old one or the new one, whole."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import NamedTuple

from stylelint.errors import UserError

PREFIX, SUFFIX = ".stylelint-", ".tmp"
"""How the files are called that are written beside a draft and then take its place."""


class Opened(NamedTuple):
    """A file as it was read.

    Attributes:
        path: as the user named it.
        target: the file itself, behind any symbolic links.
        data: its bytes.
        mode: its permissions.
        owner: user and group.
    """

    path: str
    target: str
    data: bytes
    mode: int = 0o644
    owner: tuple[int, int] = (-1, -1)


def open_draft(path: str) -> Opened:
    """Read a file that may be written again.

    Raises:
        UserError: it cannot be read, is not a regular file, or is read-only.
    """
    try:
        target = os.path.realpath(path, strict=True)
        with open(target, "rb", opener=_without_waiting) as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise UserError(_not_regular(path, target), path)
            data = file.read()
    except OSError as error:
        raise UserError(f"cannot be read: {error.strerror or error}", path) from None
    except ValueError:
        raise UserError("a file's name cannot hold a NUL", path.replace("\0", "\\0")) from None
    return Opened(path, target, data, stat.S_IMODE(about.st_mode), (about.st_uid, about.st_gid))


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes to must not hold us."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _not_regular(path: str, target: str) -> str:
    where = f"points to {target}, which is" if os.path.islink(path) else "is"
    return f"{where} not a regular file, and is left alone"


def replace(opened: Opened, data: bytes) -> None:
    """Put new bytes in the place of a file; say nothing where they stand there already.

    They are written to a file in the same folder, brought to the disk and renamed.  The file keeps
    its permissions and, where the system lets us, its owner.

    Args:
        opened: the file as it was read.
        data: what it shall hold.

    Raises:
        UserError: it has changed since it was read, is read-only, or cannot be written; it is then
            as it was.
    """
    there = os.path.exists(opened.target)
    if not opened.mode & 0o222 or (there and not os.access(opened.target, os.W_OK)):
        raise UserError("is read-only, and is left alone", opened.path)
    part = ""
    try:
        part = _written(opened, data)
        now = _now(opened)
        if now == opened.data:
            os.replace(part, opened.target)
            _bring_to_disk(os.path.dirname(opened.target))
            return
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror or error}", opened.path) from None
    finally:
        with suppress(OSError):
            os.unlink(part)
    if now != data:  # the same might have been written by somebody else
        raise UserError("has changed since it was read, and is left alone; run again", opened.path)


def create(path: str, data: bytes) -> None:
    """Write a file that need not be there yet, whole or not at all.

    Raises:
        UserError: it cannot be written.
    """
    if os.path.lexists(path):
        opened = open_draft(path)
        if opened.data != data:
            replace(opened, data)
        return
    part = ""
    try:
        part = _written(Opened(path, os.path.abspath(path), b"", 0o666 & ~_umask()), data)
        os.replace(part, path)
    except OSError as error:
        raise UserError(f"cannot be written: {error.strerror or error}", path) from None
    finally:
        with suppress(OSError):
            os.unlink(part)


def _written(opened: Opened, data: bytes) -> str:
    """Write a file beside another and bring it to the disk; return its name."""
    from tempfile import mkstemp

    descriptor, part = mkstemp(SUFFIX, PREFIX, os.path.dirname(opened.target))
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if hasattr(os, "fchown"):
                with suppress(OSError):
                    os.fchown(file.fileno(), *opened.owner)
            os.chmod(part, opened.mode)
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise
    return part


def _now(opened: Opened) -> bytes | None:
    """Return what the file holds now, None where it has gone or is something else."""
    try:
        same = os.path.realpath(opened.path, strict=True) == opened.target
        with open(opened.target, "rb") as file:
            return file.read() if same else None
    except FileNotFoundError:
        return None


def _bring_to_disk(folder: str) -> None:
    """See to it that a renaming is not forgotten when the power fails; not every system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
