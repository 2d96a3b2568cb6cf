"""Vocabularies: the words of a house that are always right, and those that never are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stylelint.compat.vale import vocabfile
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
    files = [vocabfile.read(file) for file in sorted(place.rglob("vocab.yml"))]
    accepted = [word for file in files for word in file.accepted]
    rejected = [word for file in files for word in file.rejected]
    return _list(place, "accept.txt") + accepted, _list(place, "reject.txt") + rejected


def not_read(name: str, styles: Sequence[Path]) -> list[str]:
    """Return a line for each file of a vocabulary with something in it that is not read here."""
    place = _folder(name, styles)
    files = (
        [file for file in sorted(place.rglob("vocab.yml")) if vocabfile.read(file).endings] if place else []
    )
    said = "“affix” and “flags” have no effect, so that every form of a word must be listed"
    return [f"Vocab = {name}: {file}: {said}" for file in files]


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
