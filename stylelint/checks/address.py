"""The kind `address`: a form of address before names, cut short or in full, but not both."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks._forms import forms_in
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Document
from stylelint.patterns import escape
from stylelint.waiting import Need

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĆČĐĘĞİŁŃŌŐŘŚŞŠŪŹŻŽ]"
_PARTICLES = "de|la|van|von|der|al|el|bin"
_PERSON = lazy.regex(rf" (?:{_CAPITAL}\.[ -]?)*(?:(?:{_PARTICLES})[ -])*({_CAPITAL}[\w'-]+)( {_CAPITAL})?")
_NAME = lazy.regex(rf" (?:{_CAPITAL}|(?:{_PARTICLES})[ -])")
_ENDS = lazy.regex(r"[.!?:…][\"')\]]*(?:\[\d+\])*$")


_TAIL = 20
_TWEET = 300
"""How many code points beside a use are looked at, so that a block of one long line stays linear."""


class Use(NamedTuple):
    """One use before a name: where, of which group, which form, in the plural, before a name of two words."""

    start: int
    end: int
    group: int
    form: int
    plural: bool
    whole: bool


@kind
class Address(Check):
    """Forms of address that can be cut short, of which one article uses one form before names.

    Attributes:
        groups: the forms of each, in the singular and in their capitals; plurals are known.
        no_name: words with a capital that are no name after a form of address (“Senator
            Majority Leader”, “General Assembly”).
        no_rank: words before a form that make another office of it (“Attorney General”).
    """

    kind = "address"
    values = ("replacement", "other", "count", "others")
    scope = frozenset({"standfirst", "paragraph", "list-item"})

    groups: tuple[tuple[str, ...], ...]
    no_name: tuple[str, ...] = ()
    no_rank: tuple[str, ...] = ()

    @cached_property
    def _forms(self) -> dict[str, tuple[int, int, bool]]:
        """Each form, in the singular or plural → its group, its index there, whether it is a plural."""
        known = {
            text: (group, index, text != form)
            for group, forms in enumerate(self.groups)
            for index, form in enumerate(forms)
            for text in (form, plural(form))
        }
        # The longest first: “Lt. Gov.” is not “Gov.”.
        return {text: known[text] for text in _longest_first(known)}

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(self._forms)

    @cached_property
    def _other_office(self) -> tuple[str, ...]:
        return tuple(f"{word}{mark}" for word in self.no_rank for mark in " -")

    def needs(self) -> tuple[Need, ...]:
        # One form alone is no fault.
        return tuple(pair for forms in self.groups for pair in combinations(map(_need, forms), 2))

    def problems(self) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for forms in self.groups:
            if len(forms) < 2:
                yield "groups", f"one form alone cannot be mixed: {', '.join(forms) or '[]'}"
            for form in forms:
                if form in seen:
                    yield "groups", f"“{form}” is there twice"
                seen.add(form)

    def find(self, view: View) -> Iterator[Finding]:
        found: dict[int, list[Use]] = {}
        for use in self._uses(view.document.folded):
            found.setdefault(use.group, []).append(use)
        for group, uses in found.items():
            if _mixed(uses):
                uses = [named for use in uses if (named := self._named(view, use))]
            if _mixed(uses):
                yield from self._minority(view.document, self.groups[group], uses)

    def _uses(self, text: str) -> Iterator[Use]:
        """Yield the forms before names, none of which begins inside another or in its name's first letter."""
        free = 0
        for start, end, number in forms_in(text, self._texts, "", ""):
            name = _NAME.match(text, end) if start >= free else None
            if name:
                free = name.end()
                yield Use(start, end, *self._forms[self._texts[number]], False)

    def _named(self, view: View, use: Use) -> Use | None:
        """Return the use with what is known of the name after it; None where it does not count."""
        text, block = view.document.folded, view.document.block_at(use.start)
        person = _PERSON.match(text, use.end)
        if block is None or person is None or not view.allowed(use.start, person.end()):
            return None
        if person[1] in self.no_name or text.endswith(self._other_office, 0, use.start):
            return None
        # A headline or a tweet has its own habits.
        if not _ENDS.search(text[max(block.start, block.end - _TAIL) : block.end]):
            return None
        if text.find("(@", max(block.start, use.start - _TWEET), min(block.end, use.end + _TWEET)) >= 0:
            return None
        return use._replace(whole=person[2] is not None)

    def _minority(self, document: Document, forms: tuple[str, ...], uses: list[Use]) -> Iterator[Finding]:
        counts = Counter(use.form for use in uses)
        # Counter keeps the order of first use, and max takes the first of equals.
        winner = max(counts, key=counts.__getitem__)
        model = next(use for use in uses if use.form == winner)
        other = document.prose[model.start : model.end]
        shapes = {use.whole for use in uses if use.form == winner}
        for use in uses:
            if use.form != winner:
                cure = plural(forms[winner]) if use.plural else forms[winner]
                values = {"other": other, "count": str(counts[use.form]), "others": str(counts[winner])}
                told = ((model.start, model.end, f"“{other}” here"),)
                yield Finding(use.start, use.end, cure, values=values, related=told, sure=use.whole in shapes)


def _need(form: str) -> str:
    return f"(?-i:{_before_names((form, plural(form)))})"


def _before_names(forms: Iterable[str]) -> str:
    """Return an expression for forms before names."""
    return rf"\b(?:{'|'.join(map(escape, _longest_first(forms)))}) (?:\p{{Lu}}|(?:{_PARTICLES})[ -])"


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


def _mixed(uses: list[Use]) -> bool:
    return len({use.form for use in uses}) > 1


def plural(form: str) -> str:
    """Return a form of address in the plural, its stop at the end: “Sens.”, “Lt. Govs.”, “Senators”."""
    stem = form.removesuffix(".")
    return f"{stem}s{form[len(stem) :]}"
