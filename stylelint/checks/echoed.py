"""The kind `echoed`: a phrase written twice running."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress, pairwise
from operator import eq, itemgetter

from stylelint.checks.base import Check, Finding, View
from stylelint.document import Document
from stylelint.text import OPAQUE

_WORD = re.compile(r"\w+")
_PLAIN = bytes(c if chr(c).isalnum() or c in b"'-_" or c > 127 else ord(" ") for c in range(256))
"""Blanks for punctuation."""


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
        document = view.document
        indexes = {document.index_at(document.chars(at)) for at in self._repeated(document)}
        for block in [document.blocks[index] for index in sorted(indexes - {-1})]:
            text = document.folded[block.start : block.end]
            for start, middle, end in self._echoes(text):
                at, until = block.start + start, block.start + end
                if view.allowed(at, until):
                    phrase = document.prose[at : block.start + middle]
                    yield Finding(at, until, replacement=phrase, values={"phrase": phrase})

    def _repeated(self, document: Document) -> Iterator[int]:
        """Yield bytes of the folded text at which something may be repeated.

        A look at all words, as cheap as can be: most drafts have nothing to find.
        """
        data = document.data.lower()
        words = data.translate(_PLAIN).split()
        phrases = {word + b" " + word for word in compress(words, map(eq, words, words[1:]))}
        for at, length in _runs(words, self.longest):
            phrase = words[at - length : at]
            if phrase == words[at : at + length]:
                phrases.add(b" ".join(phrase * 2))
        gaps = b"  " in data
        for phrase in phrases:
            # Most of them have punctuation or the end of a paragraph in between.
            if gaps or phrase in data:
                yield from (m.start() for m in re.finditer(phrase.replace(b" ", b" +"), data))

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
            if words[at] != words[begin]:
                continue
            while words[begin : begin + length] == words[at : at + length] and all(
                tied[at + 1 : begin + length]
            ):
                count, begin = count + 1, begin + length
            while count and not _alone(text, spans[at][0], spans[begin - 1][1]):
                count, begin = count - 1, begin - length
            if count:
                return length, count
        return 0, 0


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


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether neither end is tied to a word by a hyphen or an apostrophe."""
    return text[start - 1 : start] not in ("-", "'", OPAQUE) and text[end : end + 1] not in ("-", "'", OPAQUE)
