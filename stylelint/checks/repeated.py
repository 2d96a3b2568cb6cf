"""The kind `repeated`: a word written twice running."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from stylelint import lazy
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.native import native
from stylelint.patterns import Pattern, escape
from stylelint.text import bounded

_CERTAIN = (
    "a", "an", "and", "are", "at", "be", "been", "but", "for", "from", "has", "have", "he", "his", "if",
    "into", "it", "its", "my", "of", "or", "our", "she", "than", "the", "their", "them", "they", "to", "we",
    "were", "who", "with", "would", "your",
)  # fmt: skip
_DOUBTFUL = (
    "after", "all", "as", "before", "by", "can", "did", "does", "her", "in", "is", "not", "off", "on", "one",
    "out", "over", "too", "up", "was", "what", "when", "which", "will", "you",
)  # fmt: skip
_ALLOW = (
    "aye", "blah", "bora", "bye", "cha", "cheep", "chop", "clap", "ding", "do", "drip", "far", "go",
    "goody", "ha", "had", "hah", "haha", "hear", "heh", "here", "hey", "hip", "ho", "hush", "hubba",
    "knock", "la", "long", "many", "more", "much", "na", "never", "night", "no", "now", "oh", "ok",
    "please", "pretty", "quack", "really", "so", "tap", "that", "there", "tick", "tut", "very", "wait",
    "well", "woof", "yada", "yeah", "years", "yes", "yum",
)  # fmt: skip

_TWICE = lazy.regex(r" ([^ ]++)(?= \1 )")


@native
def words_twice(text: str, /) -> list[tuple[int, int]]:
    """Return the places of words that stand twice running: of the first of both.

    What stands between single blanks is compared, so two blanks between the words, or a comma after the
    second, hide them: misses that cost less than a look at what every word is.
    """
    return [(match.start(), match.end() - 1) for match in _TWICE.finditer(f" {text} ")]


@kind
class Repeated(Check):
    """A word written twice running, over the ends of lines too.

    Only lower-case words count, or a capitalised word and the same in lower case ("The the"): two
    capitals running are names (Walla Walla).  A comma or a full stop between them makes it no match.

    Attributes:
        words: words that never stand twice running in good English; they can be mended.
        others: whether all other words are looked at too, those of grammar in the default of
            `words` left out.
        doubtful: words among the others that meet in good English too ("what it is is a mess"),
            told as suggestions.
        allow: words that may be doubled.
    """

    kind = "repeated"
    values = ("word",)
    quotes = "any"

    words: tuple[str, ...] = _CERTAIN
    others: bool = False
    doubtful: tuple[str, ...] = _DOUBTFUL
    allow: tuple[str, ...] = _ALLOW

    @cached_property
    def pattern(self) -> Pattern:
        """The certain words, each twice running."""
        return Pattern(_doubles(self.words), case=False)

    def needs(self) -> tuple[str, ...]:
        return () if self.others or not self.words else (_doubles(self.words),)

    def problems(self) -> Iterator[tuple[str, str]]:
        both = sorted({w.lower() for w in self.words} & {w.lower() for w in (*self.allow, *self.doubtful)})
        if both:
            yield "words", f"“{both[0]}” stands in allow or doubtful too"
        if not self.words and not self.others:
            yield "words", "there is nothing to look for: give words, or others: yes"

    def find(self, view: View) -> Iterator[Finding]:
        folded = view.document.folded
        for match in view.matches(self.pattern) if self.words else ():
            start, end = next((a, b) for a, b in match.groups[1:] if a >= 0)
            first, _, second = folded[start:end].partition(" ")
            if bounded(folded, start, end) and _one_word(folded, start, end) and second.strip()[:1].islower():
                yield _finding(view, start, end, len(first), sure=not view.speech.covers(start, end))
        for start, end, length in self._others(view.document) if self.others else ():
            if view.allowed(start, end):
                doubtful = folded[start : start + length] in self.doubtful or view.speech.covers(start, end)
                yield _finding(view, start, end, length, sure=not doubtful)

    def _others(self, document: Document) -> Iterator[tuple[int, int, int]]:
        """Yield start, end and the word's length of doubled words that are in neither list."""
        text = document.folded
        for start, first in words_twice(text):
            word, end = text[start:first], 2 * first - start + 1
            if self._doubled(text, start, word) and _one_word(text, start, end):
                yield start, end, len(word)

    def _named(self, word: str) -> bool:
        return word in self.words or word in self.allow or word in _CERTAIN

    def _doubled(self, text: str, start: int, word: str) -> bool:
        """Tell whether a word that stands twice running, not three times, is in neither list."""
        if len(word) < 2 or not (word.isalpha() and word.islower()) or self._named(word):
            return False
        before = text.rfind(" ", 0, max(start - 1, 0)) + 1
        return not (start and text.startswith(word, before)) and not text.startswith(
            word, start + 2 * len(word) + 2
        )


def _doubles(words: tuple[str, ...]) -> str:
    twice = (rf"\b({escape(word)} +{escape(word)})\b" for word in sorted(words))
    return "(?:" + "|".join(twice) + ")"


def _one_word(text: str, start: int, end: int) -> bool:
    """Tell whether neither end is tied to a neighbour by a hyphen, an apostrophe, a slash or an at sign."""
    before, after = text[start - 1 : start], text[end : end + 2]
    return before not in ("-", "'", "/", "@", "#", "&", ".") and not (
        after[:1] in ("-", "'", "/", "@", "&") and after[1:].isalnum()
    )


def _finding(view: View, start: int, end: int, length: int, sure: bool) -> Finding:
    word = view.document.prose[start : start + length]
    return Finding(start, end, replacement=word, values={"word": word.lower()}, sure=sure)
