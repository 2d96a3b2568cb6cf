"""The stylebook: rulebooks → pages, so that what the linter says and what the desk reads are one text."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from stylelint.rulebook.rule import Rulebook

FORMATS = ("html", "markdown")
"""What a stylebook can be written as; the module has the format's name."""


class Page(NamedTuple):
    """One file of a stylebook: its name, without any folder, and its text."""

    name: str
    text: str


def pages(book: Rulebook, format: str, title: str) -> Iterator[Page]:
    """Yield the files of a stylebook, the first page first.

    Args:
        book: the rules, with their examples.
        format: one of `FORMATS`.
        title: of the stylebook.

    Raises:
        KeyError: there is no such format.
    """
    from stylelint.stylebook.entries import chapters

    if format not in FORMATS:
        raise KeyError(format)
    found: Iterator[Page] = import_module(f"stylelint.stylebook.{format}").pages(chapters(book), title)
    return found
