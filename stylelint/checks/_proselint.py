"""proselint's list of checks, read with care: it has changed its shape between minor versions before.

proselint is imported by what needs it, when it needs it, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from stylelint.errors import UserError

NAME = "proselint"


def register() -> tuple[Any, ...]:
    """Return proselint's checks, in its order.

    Raises:
        UserError: proselint is not installed, or has changed its shape.
    """
    try:
        found = import_module("proselint.checks").__dict__.get("__register__")
    except ImportError as error:
        raise UserError(f"proselint cannot be imported ({error}); install proselint 0.16") from None
    if not isinstance(found, tuple) or not found:
        raise changed("its list of checks is not there")
    return found


def numbered() -> Iterator[tuple[str, int, Any]]:
    """Yield path, number and check: several checks of proselint may have one path, and count from 0.

    Raises:
        UserError: as `register`.
    """
    counts: dict[str, int] = {}
    for check in register():
        path = get(check, "path", str)
        yield path, counts.get(path, 0), check
        counts[path] = counts.get(path, 0) + 1


def get(value: Any, name: str, kind: type) -> Any:
    """Return an attribute of proselint's.

    Raises:
        UserError: it is missing, or not of the type that it has in 0.16.
    """
    found = getattr(value, name, None)
    if found is None or not isinstance(found, kind):
        said = "is missing" if found is None else f"has the type {type(found).__name__}"
        raise changed(f"“{name}” of {type(value).__name__} {said}")
    return found


def changed(what: str) -> UserError:
    """Return the error for a version of proselint that is not like 0.16."""
    return UserError(f"this version of proselint is not one that can be read ({what}); 0.16 can", NAME)
