"""The kind `names`: people and places that one article writes two ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from stylelint.checks._mentions import Memory, memory
from stylelint.checks._namesakes import Both, alike, capitalised, pairs, parted
from stylelint.checks.base import Check, Finding, View


@dataclass(frozen=True)
class Names(Check):
    """Names of people, places and organisations within one article.

    The article is its own authority: a small memory of its capitalised words and their neighbours
    is all that the check knows.

    Attributes:
        faults: `spelling`, one name with two spellings, told by what stands beside it (the same
            surname, the same first name); `full-again`, first name and surname once more after the
            first reference; `surname-first`, a surname before the person was introduced.
    """

    kind = "names"
    values = ("replacement", "other", "count", "others")
    quotes = "any"
    scope = frozenset({"standfirst", "paragraph", "list-item", "caption", "quotation", "cell"})

    faults: Literal["spelling", "full-again", "surname-first"] = "spelling"

    def find(self, view: View) -> Iterator[Finding]:
        if self.faults == "spelling":
            yield from self._spellings(view)
            return
        known = memory(view.document)
        people = _full_again(known) if self.faults == "full-again" else _surname_first(known)
        yield from (finding for finding in people if view.allowed(finding.start, finding.end))

    def _spellings(self, view: View) -> Iterator[Finding]:
        text = view.document.folded
        words = capitalised(text)
        near = pairs(text, words)
        groups = [(places, True) for places in parted(text, words)]
        if near:
            groups += alike(memory(view.document, frozenset(chain.from_iterable(near))), near)
        told: set[int] = set()
        for uses, sure in groups:
            for finding in _minority(view, uses, sure):
                if finding.start not in told and view.allowed(finding.start, finding.end):
                    told.add(finding.start)
                    yield finding


def _minority(view: View, uses: Both, sure: bool) -> Iterator[Finding]:
    """Yield the uses of the rarer spelling; where it is a draw, the first of each, and nothing is mended."""
    prose = view.document.prose
    rare, often = sorted(uses, key=lambda places: (len(places), _capitals(prose[slice(*places[0])]), places))
    draw = len(rare) == len(often) and _capitals(prose[slice(*rare[0])]) == _capitals(prose[slice(*often[0])])
    counts = {"count": str(len(rare)), "others": str(len(often))}
    for mine, theirs in ((rare[:1], often), (often[:1], rare)) if draw else ((rare, often),):
        other = prose[slice(*theirs[0])]
        related = ((*theirs[0], f"“{other}” here"),)
        for start, end in mine:
            cure = None if draw else other
            yield Finding(start, end, cure, values={"other": other, **counts}, related=related, sure=sure)


def _capitals(word: str) -> int:
    return sum(char.isupper() for char in word)


def _full_again(known: Memory) -> Iterator[Finding]:
    """Yield the second and later mentions of a person by both names."""
    for person, places in known.people.items():
        first = places[0]
        for start, end in places[1:]:
            values = {"other": person[1]}
            yield Finding(start, end, replacement=person[1], values=values, related=((*first, "first here"),))


def _surname_first(known: Memory) -> Iterator[Finding]:
    """Yield a surname that stands before the person is introduced by both names."""
    for (first, last), places in known.people.items():
        early = [word for word in known.uses(last) if word.end < places[0][0]]
        if early and not any(p != (first, last) and p[1] == last for p in known.people):
            where = (*places[0], "introduced here")
            yield Finding(early[0].start, early[0].end, values={"other": f"{first} {last}"}, related=(where,))
