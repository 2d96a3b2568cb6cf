"""Documents as tests look at them."""

from __future__ import annotations

from stylelint.document import Document
from stylelint.readers import read
from stylelint.readers.options import PLAIN, Options

Shape = tuple[str, str, str]


def parsed(name: str, source: str, options: Options = PLAIN) -> Document:
    return read(name, source.encode(), options=options)


def shapes(name: str, source: str, options: Options = PLAIN) -> list[Shape]:
    """Return kind (of asides and fields their key), role and text of every block."""
    document = parsed(name, source, options)
    return [(b.key or b.kind, b.role, document.text(b)) for b in document.blocks]


def texts(name: str, source: str, options: Options = PLAIN) -> list[str]:
    return [text for _, _, text in shapes(name, source, options)]


def hidden(name: str, source: str) -> list[str]:
    document = parsed(name, source)
    return [document.prose[a:b] for a, b in document.opaque]
