"""The people of an article: who is introduced by both names, and where the surname stands alone."""

from __future__ import annotations

from collections.abc import Container, Iterator, Set
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks._dates import DAYS, MONTHS
from stylelint.checks._mentions import CAPITAL, LETTER, PARTICLES, Memory, Use, memory
from stylelint.checks._phrases import firsts, places
from stylelint.checks._vocabulary import OPENERS, words_of
from stylelint.document import Document
from stylelint.native import native

_SAYS = (
    " (?:also |then |later |has |had )?(?:said|says|told|tells|added|adds|asked|wrote|writes|tweeted|argued|"
    r"argues|noted|testified|replied|explained|recalled|insisted|declined|warned)\b"
)
# What is no name goes by sooner where its verb is looked for before its letters are.
_SPEAKERS = lazy.regex(rf"([{CAPITAL}](?<!\w.)(?=[\w'-]{{1,39}}{_SAYS})(?:{LETTER}|['-]){{1,39}}){_SAYS}")
"""A name and what only a person does after it."""

_NOBODY = lazy.regex(r"\b(?:[Ii]n|[Nn]ear|[Aa]cross|[Oo]utside|[Ii]nside|[Tt]hroughout|[A-Z]\.) \Z")
"""What stands before a place; and before the surname of somebody who goes by initials."""
_LED = lazy.regex(r"(?:[A-Z][\w'-]*|\.) \Z")
_ELSE = lazy.regex(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ther|[Ee]very|[Ss]ome) \Z")
"""What stands before a surname only where it means a family, a car or an era."""

_GAP = 25
"""Code points that initials and particles between two names may take."""

_NO_FIRST_NAME = words_of(
    "President Senator Governor Secretary Minister Chancellor Mayor General Judge Justice Chairman "
    "Speaker Pope Prince King Queen Princess Duke Representative Congressman Congresswoman Director "
    "Professor Former The New North South East West St San Los Las El Mr Mrs Ms Miss Dr Sen Rep Gov Lake "
    "Mount Fort Port Saint Santa Republican Democratic American Democrat Republicans Democrats "
    "Conservative Labour Labor Liberal Chief Officer Detective Sergeant Captain Lieutenant Colonel Major "
    "Admiral Sheriff Coach Attorney Special Vice House Senate White Ambassador Commissioner Doctor Sister "
    "Brother Father Mother Reverend Rev Sir Lord Lady Dame Baroness Premier Deputy Associate Assistant "
    "Counsel Editor Commander Agent Candidate Team Camp Leader Pre Post Anti Pro"
)
_NO_FIRST_NAME |= OPENERS | {"As", "If", "Though", "Unlike"}
_BODIES = words_of(
    "Agency Army Assembly Association Authority Bank Board Bureau Cabinet Church City College Command "
    "Commission Committee Company Congress Council County Court Department Foundation Government Group "
    "Guard Institute Ministry Navy Office Parliament Party Police Service Society Union University"
)
"""What speaks and is nobody: “the Treasury Department said”."""

NOBODY = _NO_FIRST_NAME | _BODIES | set(DAYS) | set(MONTHS)


class Person(NamedTuple):
    """Somebody whom an article introduces by both names.

    Attributes:
        first, last: the names.
        whole: the places of both names together, in reading order.
        alone: the uses of the surname without the first name, in reading order.
    """

    first: str
    last: str
    whole: list[tuple[int, int]]
    alone: list[Use]


def people(document: Document, nobody: Set[str] = NOBODY, *, late: bool = False) -> Iterator[Person]:
    """Yield the people who speak under their surname alone, which tells a person from “New York”.

    A surname that several share is nobody's: neither name can be left out.

    Args:
        document: the draft.
        nobody: what is no surname, or no matter.
        late: only those whose first mention has no other name or title before it.
    """
    text = document.folded
    forms = surnames(text, nobody, late)
    if not forms:
        return
    names = memory(document, forms)
    for last in sorted(forms):
        uses = names.uses(last)
        firsts = {use.before for use in uses} - {""} - _NO_FIRST_NAME
        if len(firsts) != 1 or any(use.after or _nobody(text, use) for use in uses):
            continue
        first = firsts.pop()
        alone = [use for use in uses if use.before != first and not _else(text, use)]
        whole = [(start, use.end) for use in uses for start in _starts(names, first, use)]
        if alone and whole and not first.isupper():
            yield Person(first, last, whole, alone)


@native
def surnames(text: str, nobody: Container[str], late: bool, /) -> frozenset[str]:
    """Return the surnames of those who speak, which somewhere stand after another name.

    Args:
        text: folded.
        nobody: what is no surname.
        late: whether those are left out whose first mention follows another capital or a word cut short.
    """
    names = {name for name in _SPEAKERS.findall(text) if name not in nobody and not name.isupper()}
    led = {name for name, at in firsts(text, names).items() if _is_led(text, at)} if late else set()
    return frozenset(name for name, at in places(text, names - led) if _introduces(text, at))


def _is_led(text: str, at: int) -> bool:
    return _LED.search(text, max(0, at - _GAP), at) is not None


def _introduces(text: str, at: int) -> bool:
    """Tell whether another name may stand before one: a word that is not in lower case, or a particle."""
    before = text[max(0, at - _GAP) : at]
    words = before.split()
    return before.endswith(" ") and bool(words) and (not words[-1].islower() or words[-1] in PARTICLES)


def _nobody(text: str, use: Use) -> bool:
    return _NOBODY.search(text, max(0, use.start - 12), use.start) is not None


def _else(text: str, use: Use) -> bool:
    return _ELSE.search(text, max(0, use.start - 8), use.start) is not None


def _starts(known: Memory, first: str, last: Use) -> Iterator[int]:
    """Yield where the first name begins that stands right before a surname, or with initials between them."""
    if last.before == first:
        near = [use.start for use in known.uses(first) if 0 < last.start - use.end < _GAP]
        yield from near[-1:]
