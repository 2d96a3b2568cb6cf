"""Files of configurations: their bytes, and what they are called."""

from __future__ import annotations

import os

from stylelint.errors import UserError


def shown_path(path: str | os.PathLike[str]) -> str:
    """Return a path as seen from the working folder where it lies there, else whole."""
    here = os.path.join(os.getcwd(), "")
    name = os.path.abspath(path)
    return name[len(here) :] if name.startswith(here) else name


def bytes_of(path: str | os.PathLike[str], shown: str) -> bytes:
    """Return a configuration's bytes.

    Raises:
        UserError: it cannot be read.
    """
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UserError(f"cannot read the configuration: {error.strerror or error}", shown) from None
