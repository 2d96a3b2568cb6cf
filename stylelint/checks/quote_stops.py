"""The kind `quote-stops`: commas and full stops before or after the mark that closes a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from stylelint import lazy
from stylelint.anatomy.speech import Quotation
from stylelint.checks.base import Check, Finding, View, kind

_CLOSERS = "\"'”’"
_STOPS = ",."
_CUT_SHORT = lazy.regex(r"(?:\b[A-Za-z]|\b(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|St|vs|etc|al|No|[ap]\.m|D\.C))\.\Z")
"""A full stop that belongs to its word; nobody can tell whether it ends the sentence as well."""

_SAYS = lazy.regex(r"\b(?:said|says|added|wrote|writes|asked|replied|warned|told (?:\w+ ){0,3}\w+)[:,] \Z")
_WORD_BEFORE = lazy.regex(r"[\w%)] \Z")
_REACH = 60
"""How many code points before a quotation are looked at."""


@kind
class QuoteStops(Check):
    """Commas and full stops on the wrong side of the mark that closes a quotation.

    American houses set them inside, whatever they belong to; British ones where they belong: inside a
    sentence that is quoted whole, outside of a few words of one.  Question marks and the like are left alone,
    and so is a stop that ends a word cut short.

    Attributes:
        style: `inside`, as American houses have it, or `logical`, as British ones have it.
    """

    kind = "quote-stops"
    values = ("replacement",)
    quotes = "any"

    style: Literal["inside", "logical"] = "inside"

    def needs(self) -> tuple[str, ...]:
        inside, outside = r"[,.]['\"]", r"['\"][,.]"
        return (outside,) if self.style == "inside" else (inside, outside)

    def find(self, view: View) -> Iterator[Finding]:
        before: Quotation | None = None
        for quotation in view.speech.quotations:
            if quotation.closed and view.allowed(quotation.start, quotation.end):
                if self.style == "inside" or self._whole(view, quotation):
                    yield from _bring_in(view, quotation)
                elif not quotation.depth and not _resumed(view, quotation, before):
                    yield from _take_out(view, quotation)
            before = quotation if not quotation.depth else before

    def _whole(self, view: View, quotation: Quotation) -> bool:
        """Tell whether a quotation is a sentence that a verb of saying leads in."""
        prose, start = view.document.prose, quotation.start
        opens = prose[start + 1 : start + 2].isupper()
        return opens and _SAYS.search(_lead(view, quotation)) is not None


def _lead(view: View, quotation: Quotation) -> str:
    """Return the last words before a quotation in its block."""
    block = view.document.block_at(quotation.start)
    first = max(block.start if block else 0, quotation.start - _REACH)
    return view.document.prose[first : quotation.start]


def _resumed(view: View, quotation: Quotation, before: Quotation | None) -> bool:
    """Tell whether the sentence holds an earlier quotation of more than a few words, which may go on here."""
    if before is None or _WORD_BEFORE.search(_lead(view, before)):
        return False
    between = view.document.prose[before.end : quotation.start]
    return len(between) < 2 * _REACH and "\n" not in between and ". " not in between


def _bring_in(view: View, quotation: Quotation) -> Iterator[Finding]:
    """Yield the stop that stands after all the marks that close here."""
    prose, first, end = view.document.prose, quotation.end - 1, quotation.end
    stop, after = prose[end : end + 1], prose[end + 1 : end + 2]
    while prose[first - 1] in _CLOSERS:
        first -= 1
    words = prose[first - 1].isalnum() or prose[first - 1] in "%)"
    if words and stop and stop in _STOPS and (not after or after in " \n\xa0" + _CLOSERS + ")]"):
        yield Finding(first, end + 1, stop + prose[first:end])


def _take_out(view: View, quotation: Quotation) -> Iterator[Finding]:
    """Yield the stop inside a few words that are quoted in the middle of somebody else's sentence."""
    prose, end = view.document.prose, quotation.end
    inner = prose[quotation.start + 1 : end - 1]
    beside = prose[end : end + 1].isspace() or not prose[end : end + 1]
    if not beside or inner[-1:] not in _STOPS or inner[-2:-1] in "." or _CUT_SHORT.search(inner):
        return
    if inner[:1].islower() and _WORD_BEFORE.search(_lead(view, quotation)) and ". " not in inner:
        yield Finding(end - 2, end, prose[end - 1] + prose[end - 2])
