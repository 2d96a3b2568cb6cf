"""The kind `pattern`: whatever a regular expression can say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from stylelint import lazy
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Block, Document
from stylelint.patterns import Match, Pattern
from stylelint.text import OPAQUE, match_case
from stylelint.waiting import known_in_blocks

_REFERENCE = lazy.regex(r"\\(\d)|\$(\d)|\$\{(\d+)\}|(\$\$|\\\\)")
_WINDOW = 200
"""How many code points beside a match are looked at, so that a block of one long line stays linear."""


@kind
class PatternCheck(Check):
    r"""Text that matches a regular expression.

    Expressions are RE2's: linear, without look-around and back-references.  They see straight
    quotation marks and plain blanks, and each block as one line: `^` and `$` are its start and end.
    In a draft as long as a book with many matches, one of more than 4,000 bytes may be cut off.

    Attributes:
        pattern: the expression, or several of which any will do.
        replace: what should stand there, with `\1` or `$1` for the groups (`$$` is a dollar).
            Where capitals do not matter, it takes those of what it replaces.
        except_: (`except`) expressions that, found inside the match, make it right.
        only_after: what must stand right before the match, in its block.
        only_before: what must stand right after it.
        unless_after: what may not stand right before it.
        unless_before: what may not stand right after it.
        group: which group is marked and replaced; 0 for the whole match.
        case: whether capitals matter.
        whole: whether a match may not begin or end inside a word, in any script.
        remove: whether the cure is to take the text out.
    """

    kind = "pattern"
    values = ("replacement", "1", "2", "3", "4", "5", "6", "7", "8", "9")

    pattern: tuple[str, ...]
    replace: str | None = None
    except_: tuple[str, ...] = ()
    only_after: str = ""
    only_before: str = ""
    unless_after: str = ""
    unless_before: str = ""
    group: int = 0
    case: bool = True
    whole: bool = False
    remove: bool = False

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """The expressions, ready to run."""
        return tuple(Pattern(regex, case=self.case, words=self.whole) for regex in self.pattern)

    @cached_property
    def _except(self) -> tuple[Pattern, ...]:
        return tuple(Pattern(regex, case=self.case) for regex in self.except_)

    @cached_property
    def _beside(self) -> tuple[tuple[Pattern, bool, bool], ...]:
        """What is asked of the sides of a match: pattern, whether before it, whether it must be there."""
        asked = (
            (f"(?:{self.only_after})\\z", True, True),
            (f"(?:{self.unless_after})\\z", True, False),
            (f"\\A(?:{self.only_before})", False, True),
            (f"\\A(?:{self.unless_before})", False, False),
        )
        return tuple((Pattern(r, case=self.case), b, w) for r, b, w in asked if "(?:)" not in r)

    def needs(self) -> tuple[str, ...]:
        return tuple(f"(?-i:{regex})" for regex in self.pattern) if self.case else self.pattern

    @property
    def in_blocks(self) -> bool:
        return known_in_blocks(self.pattern, self.needs())

    def problems(self) -> Iterator[tuple[str, str]]:
        for key in ("pattern", "except_", "only_after", "only_before", "unless_after", "unless_before"):
            value = getattr(self, key)
            for regex in (value,) if isinstance(value, str) else value:
                if said := _invalid(regex):
                    yield key.strip("_").replace("_", "-"), said
        if not self.pattern or "" in self.pattern:
            yield "pattern", "an empty expression matches nothing"
        if self.replace is not None and self.remove:
            yield "remove", "a match cannot be both replaced and removed"
        for regex in self.pattern:
            if not _invalid(regex):
                yield from self._missing_groups(Pattern(regex).program.groups)

    def _missing_groups(self, groups: int) -> Iterator[tuple[str, str]]:
        have = f"the pattern has {groups or 'none'}"
        if not 0 <= self.group <= groups:
            yield "group", f"there is no group {self.group}; {have}"
        for reference in _REFERENCE.finditer(self.replace or ""):
            number = int(reference[1] or reference[2] or reference[3] or 0)
            if number > groups:
                yield "replace", f"there is no group {number}; {have}"

    def find(self, view: View) -> Iterator[Finding]:
        end = 0
        found = [match for need, pattern in enumerate(self.patterns) for match in view.matches(pattern, need)]
        for match in sorted(found, key=lambda m: (m.start, -m.end)):
            if match.start >= end and match.groups[self.group][0] >= 0 and self._fits(view.document, match):
                end = match.end
                yield self._finding(view.document, match)

    def _fits(self, document: Document, match: Match) -> bool:
        text = document.folded[match.start : match.end]
        if any(_found(pattern, text) for pattern in self._except):
            return False
        block = document.block_at(match.start)
        return block is not None and all(
            _found(pattern, _side(document, block, match, before=before)) == wanted
            for pattern, before, wanted in self._beside
        )

    def _finding(self, document: Document, match: Match) -> Finding:
        start, end = match.groups[self.group]
        groups = [document.prose[a:b] if a >= 0 else "" for a, b in match.groups]
        values = {str(number): text for number, text in enumerate(groups) if number}
        if self.replace is None:
            return Finding(start, end, remove=self.remove, values=values)
        text = _REFERENCE.sub(lambda m: _expand(m, groups), self.replace)
        text = text if self.case else match_case(groups[self.group], text)
        return Finding(start, end, replacement=text, values=values)


def _expand(reference: re.Match[str], groups: list[str]) -> str:
    return reference[4][0] if reference[4] else groups[int(reference[1] or reference[2] or reference[3])]


def _found(pattern: Pattern, text: str) -> bool:
    return pattern.stands_in(text.encode())


def _side(document: Document, block: Block, match: Match, *, before: bool) -> str:
    """Return what stands in the block before or after a match; what is cut off ends in `text.OPAQUE`."""
    if before:
        start = max(block.start, match.start - _WINDOW)
        return OPAQUE * (start > block.start) + document.folded[start : match.start]
    end = min(block.end, match.end + _WINDOW)
    return document.folded[match.end : end] + OPAQUE * (end < block.end)


def _invalid(regex: str) -> str:
    """Return what RE2 has against an expression, "" where it has nothing."""
    try:
        Pattern(regex).program  # noqa: B018
    except ValueError as error:
        said = str(error).replace("(?m)", "", 1)
        return f"not a regular expression that RE2 reads: {said}"
    return ""
