"""What the capitalised words of a draft say at a first look, for all rules that ask about names."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Container
from typing import NamedTuple

from stylelint.checks._lookalikes import OPENERS, lookalikes
from stylelint.checks._spelling import ENDINGS
from stylelint.checks._surnames import NOBODY, surnames
from stylelint.document import Document
from stylelint.native import native


class Capitalised(NamedTuple):
    """What the capitalised words of a draft say.

    Attributes:
        near: pairs that are spelled nearly alike; see `lookalikes`.
        halved: words of two halves with a capital each; see there.
        speakers: the surnames of those who speak; see `surnames`.
    """

    near: list[tuple[str, str]]
    halved: list[str]
    speakers: list[tuple[str, bool]]


def capitalised_in(document: Document) -> Capitalised:
    """Return what the capitalised words of a document say; worked out once."""
    known: Capitalised | None = document.__dict__.get("_capitalised")
    if known is None:
        known = Capitalised(*capitalised(document.folded, OPENERS, ENDINGS, NOBODY))
        document.__dict__["_capitalised"] = known
    return known


@native
def capitalised(
    text: str, openers: Container[str], endings: Container[str], nobody: Container[str], /
) -> tuple[list[tuple[str, str]], list[str], list[tuple[str, bool]]]:
    """Return what the capitalised words of a folded text say, as `Capitalised` has it; see there."""
    return *lookalikes(text, openers, endings), surnames(text, nobody)
