"""The kind `unattributed`: a quotation that nobody near it is said to have spoken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from stylelint import lazy
from stylelint.checks._dates import A_DAY, A_MONTH
from stylelint.checks.base import Check, Finding, View, kind
from stylelint.document import ROLES, Block, Document
from stylelint.native import native
from stylelint.patterns import Pattern

_ASIDE = frozenset({"caption", "credit", "furniture", "metadata", "code", "crosshead"})
_ALL = frozenset(ROLES)
_OPENERS, _CLOSERS = ('"', "“"), "\"'”’"
_STOPS = tuple(".!?…,")
_SIGN = lazy.regex('["“”:?]')
"""What tells, in the paragraph beside a quotation, that somebody speaks or is about to."""

_SPEAKER = Pattern(
    r"\b(?:(?:he|she|they|him|her|his|them|their|i|we|my|our|who|whose|you|your)\b|"
    r"(?:sa(?:id|ys?|ying)|t(?:old|ells?)|ask(?:s|ed)?|add(?:s|ed)|wr(?:ote|ites?|iting)|according|tweet|post|stat(?:es?|ed|ing|ement)|"
    r"quot|claim|argu|explain|describ|call(?:s|ed)|reads?\b|letter|memo|speech|interview|words?\b|remark|respon[ds]|repl(?:y|ies|ied)|answer|"
    r"question|warn|note[sd]?\b|testi|announc|declar|transcript|report|article|section|amendment|constitution|verse|poem|song|lyrics?))",
    case=False,
)
"""What tells who speaks, or that a text speaks: a pronoun, a verb of saying, the name of a text."""

_NAME = lazy.regex(rf"(?<=[a-z,;] )(?!{A_DAY}\b|{A_MONTH}\b)[A-Z][\w'’-]+")


@kind
class Unattributed(Check):
    """A paragraph that is a quotation and nothing else, with nothing beside it that tells who speaks.

    A name, a pronoun, a verb of saying or a colon in the paragraph before or after it will do, and so will
    more speech there: it goes on.  Block quotations and pull quotes are the page's affair.

    Attributes:
        min_words: shorter quotations are left alone: slogans, titles, answers.
    """

    kind = "unattributed"
    quotes = "any"
    scope = frozenset({"paragraph"})

    min_words: int = 8

    def needs(self) -> tuple[str, ...]:
        return ('^"',)

    def find(self, view: View) -> Iterator[Finding]:
        # Beside nearly every quotation stands who spoke it.
        document, roles = view.document, view.roles
        found = spoken_alone(document.prose, document.blocks, _ALL if roles is None else roles, _ASIDE)
        quoted = {row[:2] for row in view.speech.rows if row[3] and not row[5]} if found else ()
        for index in found:
            start, end, *_ = document.blocks[index]
            if (start, end) in quoted and self._may_be(document, index) and view.allowed(start, end):
                yield Finding(start, end)

    def _may_be(self, document: Document, index: int) -> bool:
        """Tell whether a block is long enough, and no word beside it tells who speaks."""
        if len(document.text(document.blocks[index]).split()) < self.min_words:
            return False
        return not any(_tells(document.text(near)) for near in _beside(document.blocks, index))


@native
def spoken_alone(
    text: str, blocks: tuple[Block, ...], roles: frozenset[str], aside: frozenset[str], /
) -> list[int]:
    """Return the indexes of blocks that begin and end as spoken, with no sign beside them of who speaks.

    Args:
        text: the prose.
        blocks: of the prose.
        roles: of the blocks that count.
        aside: roles of blocks that do not stand beside others.
    """
    return [
        index
        for index, block in enumerate(blocks)
        if text.startswith(_OPENERS, block.start, block.end)
        and block.role in roles
        and _ends_spoken(text[block.start : block.end])
        and not any(_SIGN.search(text, near.start, near.end) for near in _beside(blocks, index, aside))
    ]


def _ends_spoken(text: str) -> bool:
    said = text.rstrip(_CLOSERS)
    return said != text and said.endswith(_STOPS)


def _beside(blocks: Sequence[Block], index: int, aside: Collection[str] = _ASIDE) -> Iterator[Block]:
    """Yield the paragraph before a block and the one after it, over what is set between them."""
    for way in (range(index - 1, -1, -1), range(index + 1, len(blocks))):
        yield from islice((blocks[i] for i in way if blocks[i].role not in aside), 1)


def _tells(text: str) -> bool:
    return _SPEAKER.stands_in(text.encode()) or _NAME.search(text) is not None
