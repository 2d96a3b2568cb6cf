"""Whose office is it?  What stands around a title names an organisation or a person, or nobody."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from stylelint import lazy
from stylelint.document import Block, Document
from stylelint.patterns import Pattern, any_of
from stylelint.text import fold

_WINDOW = 120
"""How many code points on either side of a title are looked at."""

_RANKS = (
    "(?:(?:then|now|new|former|ex|late|current|present|incoming|outgoing|acting|interim|designate|deputy"
    "|vice|assistant|under|first|next|previous|newly|appointed|elected|own)[ -])*"
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĆČĐĘĞİŁŃŌŐŘŚŞŠŪŹŻŽ]"
_WORD = rf"(?:(?:{_CAPITAL}\.)+|{_CAPITAL}[\w&]*)"
_BEFORE = lazy.regex(rf"({_WORD}(?:[ -]{_WORD})*)(?:'s?)? {_RANKS}$")
_AFTER = lazy.regex(
    rf"^(?: {_CAPITAL}[\w.'-]*){{0,4}},? (?:of|at|for) (?:the )?"
    rf"({_WORD}(?: (?:of |for |and |the )?{_WORD})*)"
)
_NAME_AFTER = lazy.regex(rf"^,? ((?:{_CAPITAL}(?:\.|[\w'-]*) ){{0,3}}{_CAPITAL}[\w-]+)")
_NAME_BEFORE = lazy.regex(
    rf"({_CAPITAL}[\w-]+)(?:,| \(|,? who (?:is|was)| is| was| became| as) ?(?:(?:the|a|an) )?"
    rf"(?:[\w.]+(?:'s)? )?{_RANKS}$"
)
_BETWEEN = (" and ", " or ", " & ")
"""What stands between two organisations that share an office."""
_SMALL = frozenset(
    {"A", "An", "The", "As", "And", "But", "For", "In", "Is", "It", "Its", "Was", "While", "When", "With",
     "By", "To", "At", "On", "Of", "His", "Her", "Their", "Our", "That", "Monday", "Tuesday", "Wednesday",
     "Thursday", "Friday", "Saturday", "Sunday", "Former", "Then", "New", "Deputy", "Acting", "Mr.", "Mr",
     "Mrs.", "Ms.", "Ms", "Dr.", "Dr", "Sir", "Dame", "Lord", "Assistant", "Current", "Since", "If", "After",
     "Before", "He", "She", "They", "Who", "Both", "However", "Now", "Yet", "Under", "U.S.", "US"}
)  # fmt: skip
_THINGS = lazy.regex(
    "^(?:'s)? (?:Act|Assembly|Avenue|Awards?|Bill|Building|Cent(?:er|re)|Committee|Conference|Council|Cup|Day"
    "|Department|Fellowship|Foundation|Fund|Hotel|House|Initiative|Institute|Lecture|Library|Medal|Memorial|Museum|Office|Prize"
    r"|Project|Report|Residence|Review|School|Stakes|Street|Summit|Trophy|Trust)\b"
)


class Use(NamedTuple):
    """One use of a title.

    Attributes:
        start, end: in the prose.
        form: index of the form that it has.
        plural: whether it is the form's plural.
        owner: the organisation (its first name in the rule), "?" and its name, or its holder's,
            where the rule does not know it, "" where none is named.
        sure: whether the text itself says so; otherwise it is a guess from the rest of the article.
        low, high: the end of the title before it and the start of the next.
    """

    start: int
    end: int
    form: int
    plural: bool
    owner: str = ""
    sure: bool = True
    low: int = 0
    high: int = 0


class Owners:
    """The organisations of a rule, and how the text names them.

    Args:
        names: every name of an organisation → the first of its names.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    @cached_property
    def _all(self) -> dict[str, str]:
        """The names, and acronyms of four letters or more also as "Nato"."""
        acronyms = {
            n.capitalize(): o for n, o in self.names.items() if n.isupper() and n.isalpha() and len(n) > 3
        }
        return {**acronyms, **self.names}

    @cached_property
    def _before(self) -> Pattern:
        either = any_of(self._all)
        return Pattern(rf"({either})(?: \([^()]*\))?(?:'s?)? (?i:{_RANKS})\z")

    @cached_property
    def _after(self) -> Pattern:
        return Pattern(
            rf"\A(?: \p{{Lu}}[\pL.'-]*){{0,4}},? (?:of (?:the )?|\()({any_of(self._all)})"
            r"(?:[^ ]|$| [^\p{Lu}])"
        )

    @cached_property
    def _several(self) -> Pattern:
        either = any_of(self._all)
        return Pattern(rf"{either}(?:'s)?,? (?:and|or|&) (?:the )?{either}(?:'s?)? (?i:{_RANKS})\z")

    def owner(self, document: Document, block: Block, use: Use) -> str:
        """Return who a title belongs to as the words beside it say; see `Use.owner`."""
        before, after = _sides(document, block, use)
        if self._may_name(before):
            joined = any(word in before for word in _BETWEEN)
            if joined and self._several.first_in(before.encode()):
                return "?several"
            if found := self._before.first_in(before.encode()):
                return self._first_name(found[1])
        if self._may_name(after) and (found := self._after.first_in(after.encode())):
            return self._first_name(found[1])
        return "" if block.role == "headline" else _stranger(before, after)

    def _may_name(self, text: str) -> bool:
        """Tell whether one of the names may stand in a text; to make their expressions takes milliseconds."""
        return any(begin in text for begin in self._beginnings)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first words of all names, as they stand in a folded text."""
        return frozenset(fold(name).split()[0] for name in self._all if name.strip())

    def _first_name(self, found: bytes) -> str:
        return self._all[" ".join(found.decode().split())]


def is_thing(document: Document, block: Block, use: Use) -> bool:
    """Tell whether a title is a part of another word or name: "Under-…", "Office of the …", "… Building"."""
    before, after = _sides(document, block, use)
    joined = before.endswith("-") or after.startswith("-")
    return joined or before.endswith("Office of the ") or bool(_THINGS.match(after))


def holders(document: Document, block: Block, use: Use) -> Iterator[str]:
    """Yield the surnames of people whom the words beside a title name as holding it."""
    if block.role == "headline":
        return
    before, after = _sides(document, block, use)
    if found := _NAME_AFTER.match(after):
        yield found[1].rpartition(" ")[2]
    if (found := _NAME_BEFORE.search(before)) and found[1] not in _SMALL:
        yield found[1]


def _stranger(before: str, after: str) -> str:
    """Return "?" and the name of an organisation that no rule knows, "" where none is named."""
    if found := _BEFORE.search(before):
        words = [word for word in found[1].split() if word not in _SMALL]
        if words:
            return "?" + " ".join(words)
    found = _AFTER.match(after)
    return "?" + found[1] if found else ""


def _sides(document: Document, block: Block, use: Use) -> tuple[str, str]:
    start = max(block.start, use.low, use.start - _WINDOW)
    end = min(block.end, use.high, use.end + _WINDOW)
    return document.folded[start : use.start], document.folded[use.end : end]
