"""Runs programs that turn other formats into HTML, with every failure told in one line."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from stylelint.errors import UserError


def run(
    name: str, arguments: Sequence[str], path: str, what: str, *, text: str = "", seconds: int = 60
) -> str:
    """Run a program and return what it writes.

    Args:
        name: of the program, which must be on the `PATH`.
        arguments: what it is given.
        path: of the draft, for errors.
        what: it reads, for errors.
        text: its standard input.
        seconds: it is given so long.

    Raises:
        UserError: the program is not there, takes too long, or fails.
    """
    import subprocess

    program = shutil.which(name)
    if program is None:
        raise UserError(f"{what} is read by the program {name}, which is not on the PATH", path)
    try:
        done = subprocess.run(
            [program, *arguments], input=text.encode(), capture_output=True, timeout=seconds, check=True
        )
    except subprocess.TimeoutExpired:
        raise UserError(f"{name} takes more than {seconds} seconds", path) from None
    except (subprocess.CalledProcessError, OSError) as error:
        said = (getattr(error, "stderr", b"") or b"").decode(errors="replace").split()
        raise UserError(f"{name} fails: {' '.join(said) or error}", path) from None
    return done.stdout.decode(errors="replace")
