"""The kind `echoed`: a phrase written twice running."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from stylelint import lazy
from stylelint.checks._phrases import small_data
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.offsets import points
from stylelint.patterns import Pattern
from stylelint.text import OPAQUE, is_word

_TIES = ("-", "'", OPAQUE)
_PLAIN = bytes(c if chr(c).isalnum() or c in b"'-_" or c > 127 else ord("\t") for c in range(256))
"""Tabs for blanks and punctuation."""

_WIDTH = 32
"""Bytes of a cell, more than nearly all words have."""

_SPREAD = tuple(bytes(code * factor % 256 for code in range(256)) for factor in (1, 37, 101, 173))
"""For each of a word's first letters, what it adds to the byte that stands for the word."""

_EMPTY = bytes(255 if c == ord(" ") else 0 for c in range(256))
"""Marks the cells in which no word begins or goes on."""

_BLANKS = lazy.regex(rb"  +")
_WIDE = Pattern("  ")
"""RE2 finds two blanks in half the time that `in` takes, which stops at each."""

_ACCENTED = lazy.regex(rb"\xc3[\x80-\x9e]")
"""The capitals of Latin-1 in UTF-8, each as long as its small letter."""


@kind
class Echoed(Check):
    """Words written twice running, and phrases of several words.

    Capitals do not matter, in the languages of Western Europe.  Words are whole words, and those tied
    to another by a hyphen or an apostrophe do not count; a comma or a full stop between the two makes
    it no match.

    Attributes:
        longest: how many words the longest phrase has.
        allow: doubled words that are right.
    """

    kind = "echoed"
    values = ("phrase",)

    longest: int = 4
    allow: tuple[str, ...] = ("had had", "that that")

    def problems(self) -> Iterator[tuple[str, str]]:
        if not 1 <= self.longest <= 9:
            yield "longest", f"a phrase can have 1 to 9 words, not {self.longest}"

    @cached_property
    def _echo(self) -> re.Pattern[str]:
        """A phrase and the same again; linear, as no word is ever cut."""
        again = r"(\w++(?: ++\w++){0,%d})(?: ++\1)+(?![\w'\x1a-])"
        return re.compile(again % (self.longest - 1), re.IGNORECASE)

    def find(self, view: View) -> Iterator[Finding]:
        document, text, end = view.document, view.document.folded, 0
        places = {*self._repeated(document)}
        for at in sorted(map(points(text), places)) if places else ():
            before = text[at - 1 : at]
            match = None if at < end or before in _TIES or is_word(before) else self._echo.match(text, at)
            if match is None:
                continue
            end = match.end()
            if " ".join(match[0].lower().split()) not in self.allow and view.allowed(at, end):
                phrase = document.prose[at : match.end(1)]
                yield Finding(at, end, replacement=phrase, values={"phrase": phrase})

    def _repeated(self, document: Document) -> Iterator[int]:
        """Yield bytes of the folded text at which something may be repeated.

        A look at all words, as cheap as can be: most drafts have nothing to find.
        """
        data = small_data(document)
        if b"\xc3" in data:
            data = _ACCENTED.sub(lambda m: bytes((0xC3, m[0][1] | 0x20)), data)
        wide = _WIDE.stands_in(data)
        for pair in {phrase + b" " + phrase for phrase in _doubled(data, wide, self.longest)}:
            yield from _places(data, wide, pair)


def _doubled(data: bytes, wide: bool, longest: int) -> Iterator[bytes]:
    """Yield phrases that stand twice running in a text without capitals, one blank between their words.

    Each word is put into a cell of `_WIDTH` bytes, a longer one into several, so that the n-th letters of all
    words are a slice.  Of slices, one byte is made for each cell, and the bytes are compared as one large
    number, many times faster than words one by one.
    """
    single = _BLANKS.sub(b" ", data) if wide else data
    cells = (single.translate(_PLAIN) + b"\t").expandtabs(_WIDTH)
    size, signs = len(cells) // _WIDTH, 0
    for place, table in enumerate(_SPREAD):
        signs ^= int.from_bytes(cells[place::_WIDTH].translate(table), "big")
    # Between two words that nothing but a blank parts there is one empty cell at most, after a word that
    # fills its own.
    empty = int.from_bytes(cells[::_WIDTH].translate(_EMPTY), "big")
    empty &= empty >> 8
    most = longest if cells[_WIDTH - 1 :: _WIDTH].isspace() else 2 * longest
    for length in range(1, most + 1):
        differ = empty | signs ^ (signs >> 8 * length)
        found, run = differ.to_bytes(size, "big"), bytes(length)
        at = found.find(run, length)
        while at >= 0:
            start, middle, end = ((at + by) * _WIDTH for by in (-length, 0, length))
            if cells[start:middle] == cells[middle:end]:
                yield b" ".join(cells[middle:end].split())
            at = found.find(run, at + 1)


def _places(data: bytes, wide: bool, pair: bytes) -> Iterator[int]:
    """Yield where words stand in a text, whatever blanks are between them."""
    if wide:
        yield from (m.start() for m in re.finditer(b"(?=%b)" % pair.replace(b" ", b" +"), data))
        return
    at = data.find(pair)
    while at >= 0:
        yield at
        at = data.find(pair, at + 1)
