"""The kind `names`: people and places that one article writes two ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Literal

from stylelint.checks._mentions import memory
from stylelint.checks._namesakes import Both, Pair, alike, namesakes, parted
from stylelint.checks.base import Check, Finding, View, kind

if TYPE_CHECKING:
    from stylelint.checks._people import Person

_NEAR = 3
"""How many blocks before a person's names the surname alone still says who is meant."""

_SIGNED = (" (@", "\n", ":")
"""What follows a name that signs a post or stands before its own words, and does not run on in a sentence."""


@kind
class Names(Check):
    """Names of people, places and organisations within one article.

    The article is its own authority: a small memory of its capitalised words and their neighbours
    is all that the check knows.

    Attributes:
        faults: `spelling`, one name with two spellings, told by what stands beside it (the same
            surname, the same first name); `full-again`, first name and surname once more after the
            first reference, where the surname alone stood shortly before; `surname-first`, a surname before
            the person was introduced.  Of people who share a surname nothing is said.
        known: surnames of those who need no introduction, for `surname-first`.
    """

    kind = "names"
    values = ("replacement", "other", "count", "others")
    quotes = "any"
    scope = frozenset({"standfirst", "paragraph", "list-item", "caption", "quotation", "cell"})

    faults: Literal["spelling", "full-again", "surname-first"] = "spelling"
    known: tuple[str, ...] = ()

    def find(self, view: View) -> Iterator[Finding]:
        if self.faults != "spelling":
            return (found for found in self._introduced(view) if view.allowed(found.start, found.end))
        near, halved = namesakes(view.document)
        return _spellings(view, near, halved) if near or halved else iter(())

    def _introduced(self, view: View) -> Iterator[Finding]:
        from stylelint.checks import _people

        if self.faults == "full-again":
            yield from _full_again(view, _people.people(view.document))
        else:
            for person in _people.people(view.document, self.known, late=True):
                yield from _surname_first(person)


def _spellings(view: View, near: list[Pair], halved: list[str]) -> Iterator[Finding]:
    """Yield the uses of names that are written two ways, of which some words may be such."""
    groups = [(places, True) for places in parted(view.document, halved)] if halved else []
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


def _full_again(view: View, found: Iterable[Person]) -> Iterator[Finding]:
    """Yield both names of a person where the surname alone stood shortly before."""
    document = view.document
    for person in found:
        for start, end in person.whole[1:]:
            index = document.index_at(start)
            near = document.blocks[max(0, index - _NEAR)].start
            signed = document.folded.startswith(_SIGNED, end)
            if not signed and any(near <= use.start < start for use in person.alone):
                first = (*person.whole[0], "first here")
                yield Finding(start, end, person.last, values={"other": person.last}, related=(first,))


def _surname_first(person: Person) -> Iterator[Finding]:
    """Yield the surname of a person that stands before both names."""
    start, end = person.whole[0]
    early = person.alone[0]
    if early.end < start and not early.before and not early.titled:
        values = {"other": f"{person.first} {person.last}"}
        yield Finding(early.start, early.end, values=values, related=((start, end, "introduced here"),))
