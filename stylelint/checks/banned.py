"""The kind `banned`: words that the house does not print."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from stylelint.checks.base import Check, Finding, View, kind
from stylelint.patterns import Pattern, any_of


@kind
class Banned(Check):
    """Words and phrases that must not stand in the text.

    Attributes:
        words: the words or phrases; a blank stands for any run of blanks and line breaks.
        case: whether capitals matter.
        remove: whether the cure is to take the word out.
    """

    kind = "banned"

    words: tuple[str, ...]
    case: bool = False
    remove: bool = False

    @cached_property
    def pattern(self) -> Pattern:
        """All the words as one pattern."""
        return Pattern(self._needs[0], case=False, words=True)

    def needs(self) -> tuple[str]:
        return self._needs

    @cached_property
    def _needs(self) -> tuple[str]:
        return (f"(?-i:{any_of(self.words)})" if self.case else any_of(self.words),)

    def find(self, view: View) -> Iterator[Finding]:
        for match in view.matches(self.pattern):
            yield Finding(match.start, match.end, remove=self.remove)
