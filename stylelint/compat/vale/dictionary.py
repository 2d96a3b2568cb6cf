"""Dictionaries of Hunspell, read by `spylls`: pure Python and slow, so that every word is asked once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from stylelint.errors import UserError

MOST = 5
"""So many words are offered for one."""


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


def slips(word: str) -> Iterator[str]:
    """Yield what a word may have been meant to be: with one letter moved, taken out, put in or changed."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    made = [head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1]
    made += [head + tail[1:] for head, tail in cuts if tail]
    made += [head + letter + tail for head, tail in cuts for letter in ascii_lowercase]
    made += [head + letter + tail[1:] for head, tail in cuts if tail for letter in ascii_lowercase]
    yield from (one for one in dict.fromkeys(made) if one != word)


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
