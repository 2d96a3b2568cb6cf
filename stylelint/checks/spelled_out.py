"""The kind `spelled-out`: an abbreviation says what it stands for when it is first used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from stylelint.checks.base import Check, Finding, View, kind
from stylelint.patterns import Match, Pattern, any_of, words
from stylelint.text import same


@kind
class SpelledOut(Check):
    """Abbreviations that must be spelled out on first use.

    Fine are "World Health Organization (WHO)", "WHO (World Health Organization)", and the long
    form anywhere before.  Headlines and crossheads may use an abbreviation first.

    Attributes:
        words: the abbreviation, capitals and all, and its long form; several are parted by "|".
        known: abbreviations that every reader knows; they need no long form.
    """

    kind = "spelled-out"
    values = ("replacement", "long")
    scope = frozenset({"standfirst", "paragraph", "list-item", "editors-note", "correction"})

    words: Mapping[str, str]
    known: tuple[str, ...] = ()

    @cached_property
    def _longs(self) -> dict[str, tuple[str, ...]]:
        """The abbreviations to be judged, and their long forms."""
        return {
            short: tuple(part.strip() for part in long.split("|"))
            for short, long in self.words.items()
            if short not in self.known
        }

    @cached_property
    def _short(self) -> Pattern:
        return words(self._longs, case=True)

    @cached_property
    def _long(self) -> Pattern:
        return words(long for longs in self._longs.values() for long in longs)

    def needs(self) -> tuple[str, ...]:
        return (any_of(self._longs),)

    def problems(self) -> Iterator[tuple[str, str]]:
        for short, long in self.words.items():
            if not all(part.strip() for part in long.split("|")):
                yield "words", f"“{short}” has no long form"
        if not self._longs:
            yield "words", "no abbreviation is left to look for"

    def find(self, view: View) -> Iterator[Finding]:
        uses: dict[str, list[Match]] = {}
        for match in view.matches(self._short):
            uses.setdefault(view.document.folded[match.start : match.end], []).append(match)
        if not uses:
            return
        first: dict[str, int] = {}
        for match in self._long.matches(view.document):
            first.setdefault(same(view.document.folded[match.start : match.end]), match.start)
        for short, matches in uses.items():
            longs = self._longs[short]
            spelled = min((first[same(long)] for long in longs if same(long) in first), default=-1)
            end = matches[0].end
            if spelled < 0 or (spelled > end and view.document.folded[end:spelled].strip(" ,") != "("):
                yield self._finding(view, short, longs[0], matches)

    def _finding(self, view: View, short: str, long: str, matches: list[Match]) -> Finding:
        start, end, _ = matches[0]
        text = f"{long} ({short})" if len(matches) > 1 else long
        # "an FBI agent" would become "an Federal Bureau": a person has to see to the article.
        article = (
            view.document.folded[max(0, start - 4) : start].lower().endswith((" a ", " an ", "\na ", "\nan "))
        )
        return Finding(
            start, end, replacement=None if article else text, values={"long": long, "replacement": text}
        )
