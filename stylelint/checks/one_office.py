"""The kind `one-office`: one person is given two different offices of one rank in one article."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.patterns import Match, Pattern, any_of, escape

_NAME = r"((?:[A-Z][\w'-]+ (?:[A-Z]\. )?){1,2}[A-Z][\w'-]+)"
_AFTER = lazy.regex(rf" {_NAME}(?!')")
_BEFORE = lazy.regex(
    rf"\b{_NAME}, (?:who (?:is|was) )?(?:(?:the|its|their) )?(?:[\w.]+(?: [A-Z][\w.]*)*'s? )?$"
)
_PAST = lazy.regex(r"\b(?:[Ff]ormer|[Ff]ormerly|then|once|later|[Pp]revious|previously|[Ee]x)[ -](?:the )?$")
_WINDOW = 90


class Use(NamedTuple):
    """An office with its holder: the place of the office, rank and office in lower case, the name."""

    start: int
    end: int
    rank: str
    office: str
    name: str


@kind
class OneOffice(Check):
    """A person who is given two offices where an article means one.

    Looked at are offices that nobody holds twice at a time (“acting director”, “interim
    superintendent”) and that stand right before a full name or right after it.

    Attributes:
        ranks: what stands before the office.
        offices: the offices, of which a person of one rank has one.
    """

    kind = "one-office"
    values = ("other", "name")

    ranks: tuple[str, ...]
    offices: tuple[str, ...]

    @cached_property
    def _pattern(self) -> Pattern:
        return Pattern(
            rf"\b(?i:({any_of(self.ranks)})) (?:[A-Z]{{2,6}} )?(?i:({'|'.join(map(escape, self.offices))}))\b"
        )

    def needs(self) -> tuple[str, ...]:
        return (f"(?-i:{self._pattern.regex.removeprefix('(?m)')})",)

    def problems(self) -> Iterator[tuple[str, str]]:
        if len(self.offices) < 2:
            yield "offices", "give at least two: one alone is never given for another"

    def find(self, view: View) -> Iterator[Finding]:
        held: dict[tuple[str, str], list[Use]] = {}
        for match in view.matches(self._pattern):
            if use := _use(view.document, match):
                held.setdefault((use.rank, use.name), []).append(use)
        for (_, name), uses in held.items():
            first = {use.office: use for use in reversed(uses)}
            for use in uses if len(first) > 1 else ():
                if other := next((other for office, other in first.items() if office != use.office), None):
                    said = view.document.prose[other.start : other.end]
                    values = {"other": said, "name": name}
                    told = ((other.start, other.end, f"“{said}” here"),)
                    yield Finding(use.start, use.end, values=values, related=told, sure=False)


def _use(document: Document, match: Match) -> Use | None:
    """Return an office and the full name beside it, None where there is none."""
    block = document.block_at(match.start)
    if block is None:
        return None
    before = document.folded[max(block.start, match.start - _WINDOW) : match.start]
    after = document.folded[match.end : min(block.end, match.end + _WINDOW)]
    name = _AFTER.match(after) or _BEFORE.search(before)
    if name is None or _PAST.search(before):
        return None
    rank, office = (document.folded[a:b].lower() for a, b in match.groups[1:3])
    person = [word for word in name[1].split() if not word.endswith(".")]
    return Use(match.start, match.end, rank, office, " ".join(person[-2:]))
