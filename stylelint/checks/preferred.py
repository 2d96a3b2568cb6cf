"""The kind `preferred`: this word, not that one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from stylelint.checks.base import Check, Finding, View, kind
from stylelint.patterns import Pattern, any_of
from stylelint.text import fold, match_case, opens_sentence, same


@kind
class Preferred(Check):
    """Words that the house writes another way.

    Names of accounts, topics and domains (@colour, #colour, colour.com) are left as their owners spell them.

    Attributes:
        words: the wrong form and the right one.  Plurals are forms of their own; a possessive
            `'s` after the word stays.  Several right ones are parted by "|": they are named, and
            nothing is mended.  Where the two differ in capitals only, capitals matter.
        case: whether capitals matter; otherwise the right form takes those of the wrong one.
        alone: whether a word that is tied to another by a hyphen or an apostrophe is left alone.
    """

    kind = "preferred"
    values = ("replacement",)

    words: Mapping[str, str]
    case: bool = False
    alone: bool = False

    @cached_property
    def pattern(self) -> Pattern:
        """All the wrong forms as one pattern."""
        return Pattern(self._needs[0], case=False, words=True)

    @cached_property
    def _known(self) -> dict[str, str]:
        """What a match is looked up by → the wrong form as the rule writes it."""
        return {self._key(wrong): wrong for wrong in self.words}

    def _key(self, text: str) -> str:
        return _plain(text) if self.case else same(text)

    def needs(self) -> tuple[str]:
        return self._needs

    @cached_property
    def _needs(self) -> tuple[str]:
        return (f"(?-i:{any_of(self.words)})" if self.case else any_of(self.words),)

    def problems(self) -> Iterator[tuple[str, str]]:
        seen: dict[str, str] = {}
        for wrong, right in self.words.items():
            key = self._key(wrong)
            if not key or not all(_parts(right)):
                yield "words", f"“{wrong}” has no word in its place; banned with remove takes words out"
            if wrong in _parts(right):
                yield "words", f"“{wrong}” is preferred to itself"
            if key in seen:
                yield "words", f"“{wrong}” and “{seen[key]}” are the same word"
            seen[key] = wrong

    def find(self, view: View) -> Iterator[Finding]:
        document = view.document
        for match in view.matches(self.pattern):
            if _named(document.folded, match.start, match.end) or (
                self.alone and _tied(document.folded, match.start, match.end)
            ):
                continue
            wrong = self._known.get(self._key(document.folded[match.start : match.end]))
            if wrong is None:
                continue
            found = document.prose[match.start : match.end]
            opens = _opens(view, match.start)
            cures = [self._cure(found, wrong, right, opens) for right in _parts(self.words[wrong])]
            if found in cures:
                continue
            named = " or ".join(f"“{cure}”" for cure in cures)
            yield (
                Finding(match.start, match.end, replacement=cures[0])
                if len(cures) == 1
                else Finding(match.start, match.end, values={"replacement": named})
            )

    def _cure(self, found: str, wrong: str, right: str, opens: bool) -> str:
        """Return the right form in the case of what was found; as it was found where that is not wrong."""
        as_written = _plain(found) == _plain(wrong)
        if same(wrong) == same(right):
            due = opens and match_case(found, right) == found
            return right if as_written and not due else found
        return right if self.case or (as_written and not opens) else match_case(found, right)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _parts(right: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in right.split("|"))


def _opens(view: View, start: int) -> bool:
    block = view.document.block_at(start)
    return block is not None and opens_sentence(view.document.folded, start, block.start)


def _named(text: str, start: int, end: int) -> bool:
    """Tell whether a word is an account's name, a topic's, or part of a domain's."""
    if text[start - 1 : start] in _CALLS:
        return True
    return text[end : end + 1] == "." and text[end + 1 : end + 2].islower()


def _tied(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in _TIES or text[end : end + 1] in _TIES


_TIES = ("-", "'")
_CALLS = ("@", "#")
