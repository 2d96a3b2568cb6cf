"""Dictionaries of Hunspell, read by `spylls`: pure Python and slow, so that every word is asked once."""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from stylelint.errors import UserError

MOST = 5
"""So many suggestions are worked out for a word."""


class Dictionary:
    """One dictionary with its rules for endings."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Tell whether a word is in the dictionary."""
        if word not in self._known:
            self._known[word] = bool(self._book.lookup(word))
        return self._known[word]

    def suggest(self, word: str) -> list[str]:
        """Return what the word may have been meant to be."""
        return list(islice(self._book.suggest(word), MOST))


@cache
def opened(dic: str, aff: str = "") -> Dictionary:
    """Open a dictionary.

    Args:
        dic: the file; "" for American English, which comes with `spylls`.
        aff: its rules; "" for the file beside it.

    Raises:
        UserError: `spylls` is not installed, or the files cannot be read.
    """
    try:
        import spylls.hunspell as hunspell
        from spylls.hunspell import readers
    except ImportError:
        raise UserError("spelling needs the package “spylls”: pip install 'stylelint[vale]'") from None
    shipped = Path(hunspell.__file__).parent / "data" / "en" / "en_US.dic"
    book = Path(dic) if dic else shipped
    try:
        rules, context = readers.read_aff(_reader(Path(aff) if aff else book.with_suffix(".aff")))
        words = readers.read_dic(_reader(book, context.encoding), aff=rules, context=context)
    except (OSError, LookupError, ValueError) as error:
        raise UserError(f"this dictionary cannot be read: {error}", str(book)) from None
    return Dictionary(hunspell.Dictionary(rules, words))


def _reader(path: Path, encoding: str = "Windows-1252") -> Any:
    """Return what `spylls` reads a file by; its own reader leaves the file open."""
    from io import StringIO

    from spylls.hunspell.readers.file_reader import BaseReader

    data = path.read_bytes()

    class Reader(BaseReader):  # type: ignore[misc]  # it has no types
        def reset_encoding(self, encoding: str) -> None:
            self.reset_io(StringIO(data.decode(encoding, "replace")))

    return Reader(StringIO(data.decode(encoding, "replace")))
