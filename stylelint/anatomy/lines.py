"""Lines that say what they are: bylines, datelines, corrections, notes, items of lists."""

from __future__ import annotations

import re

from stylelint import lazy
from stylelint.document import Span

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_NAME = rf"{_WORD}(?: (?:(?:de|da|del|der|di|du|la|le|el|al|bin|van|von) )?{_WORD})"
_BYLINE = lazy.regex(
    rf"(?:By|BY|Written by|Story by|Reporting by|Words by) {_NAME}{{1,4}}"
    rf"(?:(?:, | and | & |, and | [|/–—-] ?| in | for )(?:the |The )?{_NAME}{{0,5}}){{0,6}}"
)
BYLINES = ("By ", "BY ", "Written by ", "Story by ", "Reporting by ", "Words by ")
"""How all that `_BYLINE` matches begins."""
_DATE = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?"
_AGENCY = r"(?:dpa|[A-Z][A-Za-z. ]{1,24})"
_PLACE = r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|[.'’ -]){2,40}"
_DATELINE = lazy.regex(
    rf"(?:{_PLACE}(?:, [A-Z][A-Za-z. ]{{1,24}}){{0,2}}(?:, {_DATE})?(?: \({_AGENCY}\))?"
    rf"|[A-Z][A-Za-z.'’ ]{{2,30}}(?:, [A-Z][A-Za-z. ]{{1,24}}){{0,2}}(?:, {_DATE})? \({_AGENCY}\)"
    rf"|\((?:Reuters|REUTERS|AP|AFP|CNN|UPI|BBC|Bloomberg|Xinhua)\))"
    r" ?(?:--?|–|—)(?=\s+[^\sa-z]|\s*$)"
)
_DASH = lazy.regex(r"[-–—](?:\s|$)")
_LONGEST = 150
"""Code points: no dateline with the blank after its dash is longer."""
_ARTICLES = ("article", "story", "post", "report", "piece", "column")
_CORRECTION = lazy.regex(
    r"\W{0,3}(?:corrections?|clarifications?)(?: (?:and|&) clarifications?)?\b[^.:]{0,40}:"
    r"|\W{0,3}(?:(?:in )?an? (?:earlier|previous|original) version of )?"
    rf"(?:this|the original version of this|the) (?:{'|'.join(_ARTICLES)})\b[^.]{{0,40}}?"
    r"\b(?:was|has been|misstated|incorrectly|misspelled|misidentified)\b",
    re.IGNORECASE,
)
_AMENDED = lazy.regex(r"amended|correct|misstated|misspelled|misidentified|clarif", re.IGNORECASE)
_NOTE = lazy.regex(
    r"\W{0,3}(?:editors?['’]?s?['’]? note|ed\. note|note to (?:editors|readers))\b", re.IGNORECASE
)
_BULLETS = "-*•‣◦▪●·"
_ITEM = lazy.regex(rf"(?:[{_BULLETS}] |\d{{1,2}}[.)] )\S")


def is_byline(text: str) -> bool:
    """Tell whether a text is a byline and nothing else, such as “By Jane Roe and John Doe, Reuters”."""
    return text.startswith(BYLINES) and bool(_BYLINE.fullmatch(text.strip()))


def dateline(text: str) -> Span | None:
    """Return the span of the dateline that a text begins with, such as “LONDON (Reuters) -”, or None."""
    found = _DATELINE.match(text) if _DASH.search(text, 0, _LONGEST) else None
    return Span(*found.span()) if found else None


def is_dateline(text: str) -> bool:
    """Tell whether a text is a dateline and nothing else."""
    return dateline(text) == (0, len(text))


def may_be_note(text: str) -> bool:
    """Tell whether a text begins as a correction or a note does: a look at its first letters."""
    signs = 0
    while signs < _SIGNS and not (text[signs : signs + 1].isalnum() or text[signs : signs + 1] == "_"):
        signs += 1
    return text[signs : signs + _OPENING].lower().startswith(NOTES)


NOTES = (
    "correction", "clarification", "editor", "ed. note", "note to ", "the original version",
    *(f"{one} {what}" for one in ("this", "the") for what in _ARTICLES),
    *(f"{one} {what}" for one in ("in an", "in a", "an", "a") for what in ("earl", "prev", "orig")),
)  # fmt: skip
"""How all that `_CORRECTION` and `_NOTE` match begins, no sign before it."""
_OPENING = max(map(len, NOTES))
_SIGNS = 3
"""So many may stand before it."""
_FAR = 200
"""So many code points of a text may say that it is a correction."""


def is_correction(text: str) -> bool:
    """Tell whether a text says what was wrong in the article before."""
    found = _CORRECTION.match(text, 0, _FAR)
    return found is not None and bool(_AMENDED.search(text, 0, min(found.end() + 40, _FAR)))


def is_note(text: str) -> bool:
    """Tell whether a text is a note by the editor."""
    return _NOTE.match(text) is not None


def may_be_item(text: str) -> bool:
    """Tell whether a line begins as an item of a list may: a look at its first letter."""
    return text[:1] in _BULLETS or text[:1].isdecimal()


def is_item(text: str) -> bool:
    """Tell whether a line begins as an item of a list does: with a bullet, a hyphen or a number."""
    return _ITEM.match(text) is not None
