"""The kind `ages`: an age that does not fit the years that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from stylelint.checks._dates import published
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.patterns import Match, Pattern

_YEAR = r"((?:1[5-9]|20)\d\d)"
_AGED = r"(?:aged|at (?:the )?age(?: of)?) (\d{1,3})"
_LIVES = (
    rf"\b[Bb]orn\b[^.;!?\n]{{0,60}}?\b{_YEAR}\b[^;!?\n]{{0,80}}?\bdied\b[^;!?\n]{{0,60}}?\b{_YEAR},?[^.;!?\n]{{0,20}}?\b{_AGED}\b",
    rf"\({_YEAR}[-–]{_YEAR}\),? (?:[a-z]+ ){{0,3}}died (?:[a-z]+ ){{0,3}}{_AGED}\b",
)
_NOW = rf"\b[A-Z][a-z]+, (\d{{2}}), (?:who )?(?:was )?born (?:in |on [A-Z][a-z]+\.? \d{{1,2}},? ){_YEAR}\b"


@kind
class Ages(Check):
    """An age that cannot follow from the years of birth and death that the sentence gives.

    Somebody born in 1950 who died in 2010 was 59 or 60.  Where the draft's metadata has a `date`,
    the age of the living (“Holt, 45, born in 1980”) is judged too.  Nothing is mended: any of the
    three figures may be the wrong one.

    Attributes:
        leeway: by how many years more an age may be out.
    """

    kind = "ages"
    values = ("low", "high")
    quotes = "any"

    leeway: int = 0

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """Sentences that give birth, death and age, and those that give birth and age."""
        return tuple(Pattern(regex, needs=self.needs()) for regex in (*_LIVES, _NOW))

    def needs(self) -> tuple[str, ...]:
        return (rf"\bdied\b.*\b{_AGED}\b", r", \d{2}, (?:who )?(?:was )?born ")

    def find(self, view: View) -> Iterator[Finding]:
        *lives, now = self.patterns
        for pattern in lives:
            for match in view.matches(pattern):
                born, died, age = _figures(view, match)
                yield from self._finding(match, 3, age, died - born)
        when = published(view.document)
        for match in view.matches(now) if when else ():
            age, born = _figures(view, match)
            yield from self._finding(match, 1, age, (when.year if when else 0) - born)

    def _finding(self, match: Match, group: int, age: int, years: int) -> Iterator[Finding]:
        if years < 0 or not years - 1 - self.leeway <= age <= years + self.leeway:
            start, end = match.groups[group]
            yield Finding(start, end, values={"low": str(max(0, years - 1)), "high": str(max(0, years))})


def _figures(view: View, match: Match) -> list[int]:
    return [int(view.document.folded[a:b]) for a, b in match.groups[1:]]
