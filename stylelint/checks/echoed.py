"""The kind `echoed`: a phrase written twice running."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import eq, itemgetter

from stylelint import lazy
from stylelint.checks.base import Check, Finding, View
from stylelint.document import Document
from stylelint.text import OPAQUE, is_word

_TIES = ("-", "'", OPAQUE)
_PLAIN = bytes(c if chr(c).isalnum() or c in b"'-_" or c > 127 else ord(" ") for c in range(256))
"""Blanks for punctuation."""

_ACCENTED = lazy.regex(rb"\xc3[\x80-\x9e]")
"""The capitals of Latin-1 in UTF-8, each as long as its small letter."""


@dataclass(frozen=True)
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
        for at in sorted({document.chars(place) for place in self._repeated(document)}):
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
        data = document.data.lower()
        if b"\xc3" in data:
            data = _ACCENTED.sub(lambda m: bytes((0xC3, m[0][1] | 0x20)), data)
        words = data.translate(_PLAIN).split()
        phrases = {word + b" " + word for word in compress(words, map(eq, words, words[1:]))}
        for at, length in _runs(words, self.longest):
            phrase = words[at - length : at]
            if phrase == words[at : at + length]:
                phrases.add(b" ".join(phrase * 2))
        # Most of them have punctuation or the end of a paragraph in between.
        for pair in phrases:
            yield from _places(data, pair)


def _places(data: bytes, pair: bytes) -> Iterator[int]:
    """Yield where words stand in a text, whatever blanks are between them."""
    if b"  " in data:
        yield from (m.start() for m in re.finditer(b"(?=%b)" % pair.replace(b" ", b" +"), data))
        return
    at = data.find(pair)
    while at >= 0:
        yield at
        at = data.find(pair, at + 1)


def _runs(words: list[bytes], longest: int) -> Iterator[tuple[int, int]]:
    """Yield where two words or more may be those right before them, as their initials are, and how many."""
    initials = bytes(map(itemgetter(0), words))
    # Two large numbers are compared many times faster than their bytes one by one.
    number = int.from_bytes(initials, "big")
    for length in range(2, longest + 1):
        differ = (number ^ (number >> 8 * length)).to_bytes(len(initials), "big")
        run = bytes(length)
        at = differ.find(run, length)
        while at >= 0:
            yield at, length
            at = differ.find(run, at + 1)
