"""The people of an article: who is introduced by both names, and where the surname stands alone."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Container, Iterator
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks._capitalised import capitalised_in
from stylelint.checks._mentions import Memory, Use, memory
from stylelint.checks._surnames import GAP, NO_FIRST_NAME
from stylelint.document import Document

_NOBODY = lazy.regex(r"\b(?:[Ii]n|[Nn]ear|[Aa]cross|[Oo]utside|[Ii]nside|[Tt]hroughout|[A-Z]\.) \Z")
"""What stands before a place; and before the surname of somebody who goes by initials."""
_ELSE = lazy.regex(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ther|[Ee]very|[Ss]ome) \Z")
"""What stands before a surname only where it means a family, a car or an era."""


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


def people(document: Document, known: Container[str] = (), *, late: bool = False) -> Iterator[Person]:
    """Yield the people who speak under their surname alone, which tells a person from “New York”.

    A surname that several share is nobody's: neither name can be left out.

    Args:
        document: the draft.
        known: surnames that are no matter.
        late: only those whose first mention has no other name or title before it.
    """
    text = document.folded
    speakers = capitalised_in(document).speakers
    forms = {name for name, led in speakers if not (late and led) and name not in known}
    if not forms:
        return
    names = memory(document, forms)
    for last in sorted(forms):
        uses = names.uses(last)
        firsts = {use.before for use in uses} - {""} - NO_FIRST_NAME
        if len(firsts) != 1 or any(use.after or _nobody(text, use) for use in uses):
            continue
        first = firsts.pop()
        alone = [use for use in uses if use.before != first and not _else(text, use)]
        whole = [(start, use.end) for use in uses for start in _starts(names, first, use)]
        if alone and whole and not first.isupper():
            yield Person(first, last, whole, alone)


def _nobody(text: str, use: Use) -> bool:
    return _NOBODY.search(text, max(0, use.start - 12), use.start) is not None


def _else(text: str, use: Use) -> bool:
    return _ELSE.search(text, max(0, use.start - 8), use.start) is not None


def _starts(known: Memory, first: str, last: Use) -> Iterator[int]:
    """Yield where the first name begins that stands right before a surname, or with initials between them."""
    if last.before == first:
        near = [use.start for use in known.uses(first) if 0 < last.start - use.end < GAP]
        yield from near[-1:]
