"""Vocabularies: the words of a house that are always right, and those that never are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stylelint.errors import UserError

Words = tuple[list[str], list[str]]
"""What is accepted and what is rejected: expressions."""


def vocabulary(name: str, styles: Sequence[Path], path: str, line: int) -> Words:
    """Return the words of a vocabulary, those in folders within it included.

    Args:
        name: its own.
        styles: folders of styles, the first that has it wins; those of before Vale 3 are known, too.
        path: of the configuration that asks for it.
        line: where it does so.

    Raises:
        UserError: there is none, or one of its files cannot be read.
    """
    place = _folder(name, styles)
    if place is None:
        raise UserError(
            f"there is no vocabulary “{name}” in config/vocabularies of the styles path", path, line, 1
        )
    return _list(place, "accept.txt"), _list(place, "reject.txt")


def not_read(name: str, styles: Sequence[Path]) -> list[str]:
    """Return a line for each file of a vocabulary in a form that is not read here."""
    place = _folder(name, styles)
    files = sorted(place.rglob("vocab.yml")) if place else []
    return [f"Vocab = {name}: {file} is not read, only accept.txt and reject.txt are" for file in files]


def _folder(name: str, styles: Sequence[Path]) -> Path | None:
    places = (
        place
        for folder in styles
        for place in (folder / "config" / "vocabularies" / name, folder / "Vocab" / name)
    )
    return next((place for place in places if place.is_dir()), None)


def _list(folder: Path, name: str) -> list[str]:
    found = []
    for file in sorted(folder.rglob(name)):
        try:
            text = file.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"this list cannot be read: {error}", str(file)) from None
        lines = (line.strip() for line in text.splitlines())
        found += [line for line in lines if line and not line.startswith("#")]
    return found
