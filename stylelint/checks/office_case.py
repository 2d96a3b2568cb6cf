"""The kind `office-case`: an office that stands without a name has its capital or has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import Block, Document
from stylelint.patterns import Pattern, escape
from stylelint.text import is_word, opens_sentence

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
_PERSON = r"\p{Lu}[\p{Ll}'-]+ (?:\p{Lu}\. )?\p{Lu}[\pL'-]+"


class Use(NamedTuple):
    """One use without a name: where, whether in capitals, its shape and the word before it.

    The shape is the office, whether in the plural, and whether its organisation is named after it.
    """

    start: int
    end: int
    capital: bool
    shape: tuple[int, bool, bool]
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
    def _forms(self) -> dict[str, tuple[int, bool]]:
        """Each form in lower case → the index of the office, whether it is the plural."""
        known = {form: (index, True) for index, form in enumerate(self.plurals)}
        return known | {form: (index, False) for index, form in enumerate(self.offices)}

    @cached_property
    def _capitals(self) -> str:
        ordered = sorted(map(capital, self._forms), key=lambda form: (-len(form), form))
        return "|".join(map(escape, ordered))

    def needs(self) -> tuple[str, ...]:
        return (
            f"(?-i:{self._alone.regex.removeprefix('(?m)')})",
            f"(?-i:{self._lowered.regex.removeprefix('(?m)')})",
        )

    @cached_property
    def _alone(self) -> Pattern:
        """An office in capitals that no name follows."""
        country = "|".join(_COUNTRIES).replace(".", r"\.")
        return Pattern(f"[a-z],? (?:{country})?({self._capitals})(?:[.,;:?!)'\"]| [a-z(]|$)")

    @cached_property
    def _lowered(self) -> Pattern:
        """An office in lower case before a full name."""
        either = "|".join(map(escape, sorted(self.offices, key=lambda form: (-len(form), form))))
        return Pattern(f"\\b(?:{_PLAIN}) ({either}) {_PERSON}")

    def problems(self) -> Iterator[tuple[str, str]]:
        if len(self.plurals) != len(self.offices):
            yield "plurals", f"give one for each of the {len(self.offices)} offices, in their order"
        for form in (*self.offices, *self.plurals):
            if not form.islower():
                yield "offices" if form in self.offices else "plurals", f"“{form}”: write it in lower case"

    def find(self, view: View) -> Iterator[Finding]:
        shapes: dict[tuple[int, bool, bool], list[Use]] = {}
        for index in self._seen(view.document):
            for use in self._uses(view.document, index):
                shapes.setdefault(use.shape, []).append(use)
        for uses in shapes.values():
            # Who speaks is dear to know, and most offices are written in one way alone.
            if _differ(uses):
                yield from _minority(view.document, [u for u in uses if view.allowed(u.start, u.end)])
        yield from self._before_names(view)

    def _before_names(self, view: View) -> Iterator[Finding]:
        """Yield offices in lower case before a name; sure where one has capitals before several others."""
        text = view.document.folded
        known: dict[str, list[tuple[int, int]]] = {}
        for match in view.matches(self._lowered):
            start, end = match.groups[1]
            model = capital(text[start:end])
            if model not in known:
                spans = (span for span in _spans(text, model) if view.allowed(*span))
                known[model] = [span for span in spans if _FOLLOWED.match(text, span[1])]
            if others := known[model]:
                values = {"other": model, "count": "1", "others": str(len(others))}
                told = ((*others[0], f"“{model}” here"),)
                yield Finding(start, end, model, values=values, related=told, sure=len(others) > 1)

    def _seen(self, document: Document) -> list[int]:
        """Return the offices that stand in capitals somewhere, in their order."""
        found = "\n".join(self._alone.words_in(document.data))
        text = " ".join(found.lower().split(" "))
        return sorted({index for form, (index, _) in self._forms.items() if form in text})

    def _uses(self, document: Document, index: int) -> Iterator[Use]:
        """Yield the uses of one office that count, in reading order."""
        text = document.folded
        for start, end, many in self._places(text, index):
            block = document.block_at(start)
            if block and (use := _use(text, block, start, end)):
                yield use._replace(shape=(index, many, use.shape[2]))

    def _places(self, text: str, index: int) -> list[tuple[int, int, bool]]:
        """Return where an office stands, and whether in the plural, for what stands there in both cases."""
        many, one = self.plurals[index], self.offices[index]
        spans = {
            span: form == many
            for form in (one, many)
            if form in text and capital(form) in text
            for written in (form, capital(form))
            for span in _spans(text, written)
        }
        return [(*span, spans[span]) for span in sorted(spans)]


def _spans(text: str, form: str) -> Iterator[tuple[int, int]]:
    """Yield where a form stands as a whole word and as no part of a compound."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not _joined(text[at - 1 : at], "'/&-") and not _joined(text[end : end + 1], "/&-"):
            yield at, end
        at = text.find(form, end)


def _joined(char: str, signs: str) -> bool:
    return char != "" and (char in signs or is_word(char))


@lru_cache(maxsize=1 << 10)
def capital(form: str) -> str:
    """Return an office as it is written before a name: “Editor-in-Chief”."""
    words = re.split(r"([ -])", form)
    return "".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words)


def _use(text: str, block: Block, start: int, end: int) -> Use | None:
    """Return a use, None where its capital, or that it has none, means nothing."""
    found, after = text[start:end], text[end : min(block.end, end + _WINDOW)]
    near = text[max(block.start, start - _WINDOW) : start]
    before = next((near.removesuffix(country) for country in _COUNTRIES if near.endswith(country)), near)
    if found not in (found.lower(), capital(found.lower())):
        return None
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
    return Use(start, end, not found.islower(), (0, False, organised), word[1].lower())


def _introduced(text: str, start: int) -> bool:
    """Tell whether what stands before a block ends in a colon: then it quotes, often without marks."""
    return text[max(0, start - 8) : start].rstrip().endswith(":")


def _differ(uses: list[Use]) -> bool:
    """Tell whether uses of one shape may be found to differ, whichever of them count."""
    ups, downs = ({use.before for use in uses if use.capital is capital} for capital in (True, False))
    _, many, organised = uses[0].shape
    return bool(ups and downs) if many or organised else not ups.isdisjoint(downs)


def _minority(document: Document, uses: list[Use]) -> Iterator[Finding]:
    """Yield the uses that are fewer; where it is a draw, those in capitals."""
    ups, downs = [u for u in uses if u.capital], [u for u in uses if not u.capital]
    rare, often = (downs, ups) if len(downs) < len(ups) else (ups, downs)
    alike = {use.before: use for use in reversed(often)}
    for use in rare:
        same = alike.get(use.before)
        _, many, organised = use.shape
        if often and (same or many or organised):
            model = same or often[0]
            found, other = (document.prose[u.start : u.end] for u in (use, model))
            cure = capital(found) if model.capital else found.lower()
            values = {"other": other, "count": str(len(rare)), "others": str(len(often))}
            told = ((model.start, model.end, f"“{other}” here"),)
            yield Finding(use.start, use.end, cure, values=values, related=told, sure=same is not None)
