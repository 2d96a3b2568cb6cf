"""The kind `office-case`: an office that stands without a name has its capital or has none."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeAlias

from stylelint import lazy
from stylelint.checks._forms import forms_in
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Block, Document
from stylelint.patterns import escape
from stylelint.text import opens_sentence

_SMALL = frozenset({"in", "of", "the"})
_COUNTRIES = ("U.S. ", "US ", "United States ")
_BEFORE = lazy.regex(r"([\w.'-]+,?) $")
_OF = lazy.regex(r",? (?:of|for|at) (?:[a-z]+ ){0,3}[A-Z]")
_NAMED = lazy.regex(r",? [A-Z]|-|'s? [A-Z]|/|&| (?:of|for|at|and) (?:the )?[A-Z]")
_PART_OF = lazy.regex(r"(?:[A-Z][\w.]*|&)(?: and| of| for)? $|Office (?:of|for) (?:the )?$")
_FOLLOWED = lazy.regex(" [A-Z][a-z]")
_LONG = lazy.regex(r"\b[a-z]{5,}")
_WINDOW = 60
_TWEET = 300
"""How many code points beside a use are looked at, so that a block of one long line stays linear."""
_PLAIN = "by|with|to|from|for|of|that|and|but|when|while|where|said|told|asked|late|against|between|on"
"""Words that say nothing about an office; after others (“company president”) it is a description."""
_PLAIN_BEFORE = lazy.regex(rf"\b(?:{_PLAIN}) \Z")
_AFTER_PLAIN = tuple(f"{word} " for word in _PLAIN.split("|"))
_PERSON = r"\p{Lu}[\p{Ll}'-]+ (?:\p{Lu}\. )?\p{Lu}[\pL'-]+"
_FULL_NAME = lazy.regex(r" ([^\W\d_](?:[^\W\d_]|['-])+) (?:([^\W\d_]\.) )?([^\W\d_](?:[^\W\d_]|['-])+)")
"""A name and a surname, an initial between them or none; the case of their letters is looked at by itself."""
_NO_NAME_BEFORE = lazy.regex(r"[a-z],? (?:U\.S\. |US |United States )?\Z")
_NO_NAME_AFTER = lazy.regex(r"[.,;:?!)'\"]| [a-z(]|$", re.MULTILINE)
_REACH = 20
"""Code points that are looked at before an office to see whether a name stands there."""

_Form: TypeAlias = tuple[int, bool]
"""The index of an office, and whether it is its plural."""
_Places: TypeAlias = Mapping[_Form, list[tuple[int, int]]]


class Use(NamedTuple):
    """One use without a name: where, whether in capitals, with its organisation after it, the word before."""

    start: int
    end: int
    capital: bool
    organised: bool
    before: str


@kind
class OfficeCase(Check):
    """Offices that stand alone, in capitals here and in lower case there.

    An office before a name, in a headline or at the start of a sentence tells nothing and is not
    looked at, nor is one that is part of a longer name.  What is compared is alike: “the President”
    with “the president”, “Senators” with “senators”, an office and its organisation with another.
    Before a full name an office in lower case is compared with the same in capitals before a name.

    Attributes:
        offices: the singular in lower case.
        plurals: the plural of each, in the same order.
    """

    kind = "office-case"
    values = ("replacement", "other", "count", "others")
    scope = frozenset({"standfirst", "paragraph", "list-item"})

    offices: tuple[str, ...]
    plurals: tuple[str, ...]

    @cached_property
    def _forms(self) -> dict[str, _Form]:
        """Each form in lower case → the index of the office, whether it is the plural."""
        known = {form: (index, True) for index, form in enumerate(self.plurals)}
        return known | {form: (index, False) for index, form in enumerate(self.offices)}

    @cached_property
    def _in_capitals(self) -> dict[str, _Form]:
        return {capital(form): known for form, known in self._forms.items()}

    @cached_property
    def _small(self) -> dict[_Form, str]:
        return {known: form for form, known in self._forms.items()}

    def needs(self) -> tuple[str, ...]:
        country = "|".join(_COUNTRIES).replace(".", r"\.")
        alone = f"(?:{_any_of(self._in_capitals)})(?:[.,;:?!)'\"]| [a-z(]|$)"
        lowered = rf"\b(?:{_PLAIN}) (?:{_any_of(self.offices)}) {_PERSON}"
        return f"(?-i:[a-z],? {alone})", f"(?-i:[a-z],? (?:{country}){alone})", f"(?-i:{lowered})"

    def problems(self) -> Iterator[tuple[str, str]]:
        if len(self.plurals) != len(self.offices):
            yield "plurals", f"give one for each of the {len(self.offices)} offices, in their order"
        for form in (*self.offices, *self.plurals):
            if not form.islower():
                yield "offices" if form in self.offices else "plurals", f"“{form}”: write it in lower case"

    def find(self, view: View) -> Iterator[Finding]:
        text = view.document.folded
        capitals = _places(text, self._in_capitals)
        if not capitals:
            return
        small = _places(text, {self._small[form]: form for form in capitals})
        offices = {form[0] for form in small}
        alone = (form[0] for form, places in capitals.items() for one in places if _alone(text, *one))
        seen = offices and offices.intersection(alone)
        for form, places in capitals.items() if seen else ():
            if form[0] in seen and form in small:
                yield from self._differing(view, form[1], places, small[form])
        if small:
            yield from self._before_names(view, capitals, small)

    def _differing(
        self, view: View, many: bool, capitals: list[tuple[int, int]], small: list[tuple[int, int]]
    ) -> Iterator[Finding]:
        """Yield the uses of one form that are written as the fewer are."""
        uses = list(_uses(view.document, capitals))
        # Mostly none counts, and the others are many.
        uses += _uses(view.document, small) if uses else ()
        for organised in (False, True):
            alike = [use for use in uses if use.organised is organised]
            # Who speaks is dear to know, and most offices are written in one way alone.
            if _differ(alike, many or organised):
                yield from _minority(view.document, view.heard(alike), many or organised)

    def _before_names(self, view: View, capitals: _Places, small: _Places) -> Iterator[Finding]:
        """Yield offices in lower case before a name; sure where one has capitals before several others."""
        text = view.document.folded
        for form, places in small.items():
            found = [one for one in places if not form[1] and _between(view, *one)]
            spans = view.heard(capitals[form]) if found else []
            others = [span for span in spans if _FOLLOWED.match(text, span[1])]
            for start, end in found if others else ():
                model = capital(text[start:end])
                values = {"other": model, "count": "1", "others": str(len(others))}
                told = ((*others[0], f"“{model}” here"),)
                yield Finding(start, end, model, values=values, related=told, sure=len(others) > 1)


def _between(view: View, start: int, end: int) -> bool:
    """Tell whether an office stands between a plain word and a full name, all of which a rule may look at."""
    text = view.document.folded
    if not text.endswith(_AFTER_PLAIN, 0, start):
        return False
    before, name = _PLAIN_BEFORE.search(text, max(0, start - _REACH), start), _FULL_NAME.match(text, end)
    if before is None or name is None:
        return False
    first, initial, last = name.groups(default="A.")
    named = first[0].isupper() and first[1:].islower() and initial[0].isupper() and last[0].isupper()
    return named and view.allowed(before.start(), name.end())


def _places(text: str, forms: Mapping[str, _Form]) -> dict[_Form, list[tuple[int, int]]]:
    """Return where forms stand as whole words and as no parts of compounds."""
    texts, found = tuple(forms), dict[_Form, list[tuple[int, int]]]()
    for start, end, number in forms_in(text, texts, "'/&-", "/&-"):
        found.setdefault(forms[texts[number]], []).append((start, end))
    return found


def _any_of(forms: Iterable[str]) -> str:
    return "|".join(map(escape, sorted(forms, key=lambda form: (-len(form), form))))


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether an office stands in a sentence without a name."""
    if _NO_NAME_AFTER.match(text, end) is None:  # as mostly
        return False
    return _NO_NAME_BEFORE.search(text, max(0, start - _REACH), start) is not None


def _uses(document: Document, places: list[tuple[int, int]]) -> Iterator[Use]:
    for start, end in places:
        block = document.block_at(start)
        if block and (use := _use(document.folded, block, start, end)):
            yield use


@lru_cache(maxsize=1 << 10)
def capital(form: str) -> str:
    """Return an office as it is written before a name: “Editor-in-Chief”."""
    words = re.split(r"([ -])", form)
    return "".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def _use(text: str, block: Block, start: int, end: int) -> Use | None:
    """Return a use, None where its capital, or that it has none, means nothing."""
    found, after = text[start:end], text[end : min(block.end, end + _WINDOW)]
    near = text[max(block.start, start - _WINDOW) : start]
    before = near
    if near.endswith(_COUNTRIES):
        before = next(near.removesuffix(country) for country in _COUNTRIES if near.endswith(country))
    organised = _OF.match(after) is not None
    word = _BEFORE.search(before, before.rfind(" ", 0, -1) + 1)
    if word is None or (_NAMED.match(after) and not organised) or _PART_OF.search(before):
        return None
    if opens_sentence(text, start - len(near) + len(before), block.start):
        return None
    if not _LONG.search(text, block.start, block.end) or _introduced(text, block.start):
        return None
    if text.find("(@", max(block.start, start - _TWEET), min(block.end, end + _TWEET)) >= 0:
        return None
    return Use(start, end, not found.islower(), organised, word[1].lower())


def _introduced(text: str, start: int) -> bool:
    """Tell whether what stands before a block ends in a colon: then it quotes, often without marks."""
    return text[max(0, start - 8) : start].rstrip().endswith(":")


def _differ(uses: list[Use], always: bool) -> bool:
    """Tell whether uses of one form may be found to differ, always or only after the same word."""
    ups, downs = ({use.before for use in uses if use.capital is capital} for capital in (True, False))
    return bool(ups and downs) if always else not ups.isdisjoint(downs)


def _minority(document: Document, uses: list[Use], always: bool) -> Iterator[Finding]:
    """Yield the uses that are fewer; where it is a draw, those in capitals."""
    ups, downs = [u for u in uses if u.capital], [u for u in uses if not u.capital]
    rare, often = (downs, ups) if len(downs) < len(ups) else (ups, downs)
    alike = {use.before: use for use in reversed(often)}
    for use in rare:
        same = alike.get(use.before)
        if often and (same or always):
            model = same or often[0]
            found, other = (document.prose[u.start : u.end] for u in (use, model))
            cure = capital(found) if model.capital else found.lower()
            values = {"other": other, "count": str(len(rare)), "others": str(len(often))}
            told = ((model.start, model.end, f"“{other}” here"),)
            yield Finding(use.start, use.end, cure, values=values, related=told, sure=same is not None)
