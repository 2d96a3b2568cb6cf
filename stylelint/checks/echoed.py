"""The kind `echoed`: a phrase written twice running."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import eq

from stylelint.checks.base import Check, Finding, View
from stylelint.document import Document
from stylelint.text import OPAQUE

_WORD = re.compile(r"\w+")
_PLAIN = bytes(
    c | 0x20 if 65 <= c <= 90 else c if chr(c).isalnum() or c in b" '-_" or c > 127 else ord("|")
    for c in range(256)
)
"""ASCII letters small, a bar for punctuation: it stands between what only seems to be repeated."""


@dataclass(frozen=True)
class Echoed(Check):
    """Words written twice running, and phrases of several words.

    Capitals do not matter.  Words are whole words, and those tied to another by a hyphen or an
    apostrophe do not count; a comma or a full stop between the two makes it no match.

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

    def find(self, view: View) -> Iterator[Finding]:
        if not self._may(view.document):
            return
        for block in view.blocks:
            text = view.document.folded[block.start : block.end]
            for start, middle, end in self._echoes(text):
                at, until = block.start + start, block.start + end
                if view.allowed(at, until):
                    phrase = view.document.prose[at : block.start + middle]
                    yield Finding(at, until, replacement=phrase, values={"phrase": phrase})

    def _may(self, document: Document) -> bool:
        """Tell whether any words are repeated at all; a look at all words as cheap as can be had."""
        text = document.data if document.folded.isascii() else document.folded.lower().encode()
        words = text.translate(_PLAIN).replace(b"|", b" | ").split()
        return any(
            b"\1" * length in bytes(map(eq, words, words[length:])) for length in range(1, self.longest + 1)
        )

    def _echoes(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield where each echo begins, where its first phrase ends, and where it ends."""
        spans = [match.span() for match in _WORD.finditer(text)]
        words = [text[start:end].lower() for start, end in spans]
        # Whether a word follows the one before it after nothing but blanks.
        tied = [False, *(text[a[1] : b[0]].isspace() for a, b in pairwise(spans))]
        at = 0
        while at < len(words) - 1:
            length, count = self._length(text, spans, words, tied, at)
            if not count:
                at += 1
                continue
            end = at + length * (count + 1)
            start, until = spans[at][0], spans[end - 1][1]
            if " ".join(words[at:end]) not in self.allow:
                yield start, spans[at + length - 1][1], until
            at = end

    def _length(
        self, text: str, spans: list[tuple[int, int]], words: list[str], tied: list[bool], at: int
    ) -> tuple[int, int]:
        """Return how many words the longest phrase from here has that is repeated, and how often it is."""
        for length in range(min(self.longest, (len(words) - at) // 2), 0, -1):
            count, begin = 0, at + length
            while words[begin : begin + length] == words[at : at + length] and all(
                tied[at + 1 : begin + length]
            ):
                count, begin = count + 1, begin + length
            while count and not _alone(text, spans[at][0], spans[begin - 1][1]):
                count, begin = count - 1, begin - length
            if count:
                return length, count
        return 0, 0


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether neither end is tied to a word by a hyphen or an apostrophe."""
    return text[start - 1 : start] not in ("-", "'", OPAQUE) and text[end : end + 1] not in ("-", "'", OPAQUE)
