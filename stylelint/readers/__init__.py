"""Readers: the bytes of a draft → `Document`, one module a format."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from stylelint.errors import UserError
from stylelint.formats import FORMATS, SUFFIXES
from stylelint.readers.options import PLAIN, Options, fits

if TYPE_CHECKING:
    from collections.abc import Callable

    from stylelint.document import Document


def format_of(path: str, options: Options = PLAIN) -> str:
    """Return the format of a draft by the house's globs, then by its suffix; "text" where neither says it."""
    for glob, format in options.formats:
        if fits(path, glob):
            return format
    name = path.replace("\\", "/").rpartition("/")[2]
    dot = name.rfind(".")
    return SUFFIXES.get(name[dot:].lower(), "text") if dot >= 0 else "text"


def read(path: str, data: bytes, format: str = "", options: Options = PLAIN) -> Document:
    """Return a draft as a document, its blocks in their roles.

    Args:
        path: as the user named it; its suffix says the format.
        data: the file as it stands on the disk.
        format: a key of `FORMATS`, to go by instead of the suffix.
        options: what the house says about reading.

    Raises:
        UserError: the file is not text, or its encoding cannot be told, or there is no such format.
    """
    return in_roles(parsed(path, data, format, options), options)


def parsed(path: str, data: bytes, format: str = "", options: Options = PLAIN) -> Document:
    """Return a draft as its format has it, without what the blocks are in an article; else as `read`."""
    from stylelint.readers import decode

    name = format or format_of(path, options)
    if name not in FORMATS:
        raise UserError(f"no format “{name}”; known: {', '.join(sorted(FORMATS))}", path)
    return _reader(name)(path, decode.decode(path, data).text, options)


@cache
def _reader(name: str) -> Callable[[str, str, Options], Document]:
    """Return what reads a format, whose module is loaded with the first draft of it."""
    _, module, function = FORMATS[name]
    reader: Callable[[str, str, Options], Document] = getattr(import_module(module), function)
    return reader


def in_roles(document: Document, options: Options = PLAIN) -> Document:
    """Return a draft with its blocks in their roles, and with what the house wants of them."""
    from stylelint.anatomy import roles

    document = roles.with_roles(document)
    if options is PLAIN:
        return document
    from stylelint.readers.wishes import granted

    return granted(document, options)
