"""Readers: the bytes of a draft → `Document`, one module a format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from stylelint.errors import UserError

if TYPE_CHECKING:
    from stylelint.document import Document

FORMATS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "text": ((".txt", ".text"), "stylelint.readers.text", "read_text"),
    "markdown": ((".md", ".markdown", ".mkd"), "stylelint.readers.markdown", "read_markdown"),
}
"""Format → suffixes, module, function of path and source.  Modules are imported when first needed."""

SUFFIXES: dict[str, str] = {suffix: name for name, (suffixes, *_) in FORMATS.items() for suffix in suffixes}
"""Suffix, in lower case and with its dot → format."""


def format_of(path: str) -> str:
    """Return the format that a path's suffix stands for; "text" where it says nothing."""
    name = path.replace("\\", "/").rpartition("/")[2]
    dot = name.rfind(".")
    return SUFFIXES.get(name[dot:].lower(), "text") if dot >= 0 else "text"


def read(path: str, data: bytes, format: str = "") -> Document:
    """Return a draft as a document, its blocks in their roles.

    Args:
        path: as the user named it; its suffix says the format.
        data: the file as it stands on the disk.
        format: a key of `FORMATS`, to go by instead of the suffix.

    Raises:
        UserError: the file is not text, or its encoding cannot be told, or there is no such format.
    """
    from stylelint.anatomy.roles import with_roles
    from stylelint.readers.decode import decode

    name = format or format_of(path)
    if name not in FORMATS:
        raise UserError(f"no format “{name}”; known: {', '.join(sorted(FORMATS))}", path)
    _, module, function = FORMATS[name]
    document: Document = getattr(import_module(module), function)(path, decode(path, data).text)
    return with_roles(document)
