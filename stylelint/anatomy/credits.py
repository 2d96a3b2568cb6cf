"""Picture credits: lines that are one, and those that stand at the end of a caption.

A credit is known by its form (a name, a slash, an agency; a label and a name), never by a name alone.
All looks are at short stretches, so that the time is linear.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from stylelint import lazy
from stylelint.anatomy.agencies import AGENCIES, NETWORKS, PICTURES, WORDS_OF_AGENCIES, is_agency
from stylelint.anatomy.credit_names import (
    PARTICLES,
    STOPS,
    credit_parts,
    credit_places,
    ends_in,
    is_name,
    named_parts,
)
from stylelint.native import native

_LONGEST = 130
"""Code points: no credit is longer."""

_APART = lazy.regex(r"[\s/|,]")
"""What parts the name of an agency from the word before it."""
_LABEL = lazy.regex(
    r"(?:(?:Reuters|AP|Getty(?: Images)?|AFP|Staff|File|Stock|Featured?|Cover|Main|Lead|Top|Composite) )?"
    r"(?:(?:photo(?:graph|grapher)?|photo[- ]illustration|image|illustration|picture|graphic|cartoon)"
    r"(?: (?:credit|courtesy|source)s?)?(?: ?:| by\b| courtesy of\b| via\b)"
    r"|credits? ?:|(?:photo|photograph|illustration|image|picture)s (?:by|courtesy of|via)\b"
    r"|(?:video|graphics|map|chart|infographic|animation|photography|drawings?) (?:by|courtesy of)\b)",
    re.IGNORECASE,
)
_COPYRIGHT = lazy.regex(r"(?:©|\(c\))(?! ?\d) ?|image copyright ", re.IGNORECASE)
_THINGS = ("photo", "image", "illustration", "picture", "cartoon", "graphic", "credit")
_SHORT = ("ap", "afp", "epa")
_SHORT_END = lazy.regex(r"\b(?:ap|afp|epa)$")
_HINTS = ("/", "|", ")", "©", "via ", *_THINGS)
_LABELLED = lazy.regex(
    r"©|\(c\)|image copyright|"
    r"(?:photo|image|illustration|picture|graphic|cartoon|credit|video|map|chart|animation|drawing)"
    r"[\w -]{0,24}(?::| by\b| of\b| via\b)"
)
"""Finds something in lower case in each text in which `_LABEL` or `_COPYRIGHT` do, in a tenth of the time."""
_LABELS = (
    "photo", "image", "illustration", "picture", "graphic", "cartoon", "credit", "video", "map", "chart",
    "animation", "drawing", "©", "(c)",
)  # fmt: skip
_AFTER_LABELS = (":", " by", " of", " via", "©", "(c)", "copyright")
"""Of both of these one stands in each text in which `_LABELLED` finds something."""
_BEFORE_LABELS = len("Getty Images info")
"""So far before what `_LABELLED` finds a label begins at most, such as “infographic”."""
_SENTENCE = lazy.regex(r"[a-z]{3}[.!?] [A-Z]|[!?]$")
_NO_NAME = lazy.regex(r"(?:More|Other|Our|The|All|Your|Yes|And|Read|See|Watch|Anti|Non|Pro|Pre|Post)\b")
_CAPITAL = r"[A-Z][\w.'’-]*"
_COMMISSIONED = lazy.regex(rf"{_CAPITAL}(?: {_CAPITAL}){{1,3}} for [Tt]he {_CAPITAL}(?: {_CAPITAL}){{0,3}}")
_SOURCE = lazy.regex(r"sources? ?: ?", re.IGNORECASE)
_SITES = ("Twitter", "Facebook", "Instagram", "YouTube", "TikTok", "Snapchat", "Flickr")
_ACCOUNT = lazy.regex(rf"@?[\w.]{{3,30}} ?/ ?(?:{'|'.join(_SITES)})")
_PREPOSITION = lazy.regex(r"\b(?:about|and|as|at|between|by|for|from|in|into|of|on|or|the|to|with|via)$")


# Each begins with one of a few signs, so that the search goes from one of these to the next.
_SIGN = lazy.regex(
    r"[/|©)\] ,acdgimpvACDGIMPV\u0130\u0131](?:(?<=[/|©)\]])|(?<= )on [A-Z]|"
    r"(?<=,) (?:[Ff]ile|FILE|[Pp]ool)\b|(?i:(?<=a)nimation|(?<=c)(?:artoon|hart|ollection|redit)|"
    r"(?<=d)rawing|(?<=g)raphic|(?<=i)(?:llustration|mage)|(?<=m)ap|(?<=p)(?:hoto|icture)|"
    r"(?<=v)(?:ia |ideo)))"
)
"""Of which one stands in every credit with more words than those of `PICTURES`."""


@native
def has_sign(text: str, /) -> bool:
    """Tell whether a text may have a credit in it: a quick look for most texts."""
    return _SIGN.search(text) is not None


def may_be_credit(text: str, pictures: frozenset[str]) -> bool:
    """Tell whether a line may be a picture credit and nothing else: a quick look before `is_credit`.

    Args:
        text: the line.
        pictures: `agencies.PICTURES`.
    """
    line = text.strip()
    if not 2 <= len(line) <= _LONGEST:
        return False
    if (line[0] in "([" and line[-1] in ")]") or has_sign(line):
        return True
    middle = len(line) // 2
    return line[:middle].strip() == line[middle:].strip() or line.strip(" .").lower() in pictures


def is_credit(text: str) -> bool:
    """Tell whether a line is a picture credit and nothing else.

    Args:
        text: the line; brackets around it do not matter.
    """
    line = text.strip()
    if not 2 <= len(line) <= _LONGEST:
        return False
    if line[0] in "([" and line[-1] in ")]":
        inner = line[1:-1].strip()
        if ") (" in inner:
            return all(is_credit(f"({part})") for part in inner.split(") ("))
        return not any(c in "()[]" for c in inner) and (
            is_agency(_SOURCE.sub("", inner, 1))
            or _is_bare(inner)
            or _COMMISSIONED.fullmatch(inner) is not None
        )
    return _is_bare(line) or _twice(line)


@native
def may_end_in_credit(text: str, /) -> bool:
    """Tell whether a text ends in something that credits have: a quick look for most texts."""
    low = text.rstrip()[-_LONGEST:].lower()
    return any(map(low.__contains__, _HINTS)) or (low.endswith(_SHORT) and _SHORT_END.search(low) is not None)


def credit_tail(text: str) -> int | None:
    """Return where the credit at the end of a caption begins, None where there is none.

    Args:
        text: a whole block.
    """
    if not may_end_in_credit(text):
        return None
    end = len(text.rstrip())
    floor = max(0, end - _LONGEST)
    at = _tail(text[floor:end])
    return None if at is None else floor + at


@lru_cache(maxsize=1 << 10)
def _tail(tail: str) -> int | None:
    """Return where a credit begins at the end of a text, of which no more than could be one is given.

    Roles are given by it, and captions compared without it.
    """
    if tail.endswith((")", "]")):
        at = tail.rfind("(" if tail[-1] == ")" else "[")
        return at if at > 0 and is_credit(tail[at:]) else None
    at = tail.rfind(" | ")
    if at > 0 and tail[:at].endswith(STOPS) and (is_agency(tail[at + 3 :]) or _is_bare(tail[at + 3 :])):
        return at + 1
    start = _label_start(tail)
    for found in chain(_LABEL.finditer(tail, start), _COPYRIGHT.finditer(tail, start)) if start >= 0 else ():
        at = found.start()
        if at and tail[at - 1].isspace() and not tail[at].islower() and _is_bare(tail[at:]):
            return at
    return _slashed_tail(tail) or None


def _label_start(tail: str) -> int:
    """Return from where on there may be labels in a text, -1 where there are none: a quick look first."""
    low = tail.lower()
    if not (any(map(low.__contains__, _LABELS)) and any(map(low.__contains__, _AFTER_LABELS))):
        return -1
    found = _LABELLED.search(low)
    if found is None:
        return -1
    return max(0, found.start() - _BEFORE_LABELS) if len(low) == len(tail) else 0


def _is_bare(line: str) -> bool:
    """Tell whether a line without brackets is a credit: a label and a name, or names and an agency."""
    bare = line.strip(" .")
    if bare.lower() in PICTURES:
        return True
    if not has_sign(line):
        return False
    if bare.endswith(_SITES) and _ACCOUNT.fullmatch(bare):
        return True
    label = _LABEL.match(line) or _COPYRIGHT.match(line)
    if label:
        return _holder(line[label.end() :])
    if bare.lower().endswith(" collection"):
        return is_name(bare[:-11], 2, 4)
    parts = named_parts(line, PARTICLES, AGENCIES)
    if not parts:
        return False
    if any(map(is_agency, parts)):
        return True
    networks = [part.lower() in NETWORKS for part in parts]
    if any(networks) and not all(networks) and ("/" in line or " via " in line):
        return True
    # “Jane Roe/Civic Herald”: the paper is not known, so the rest must be beyond doubt.
    paper = (
        len(parts) == 2
        and "/" in line
        and not any(c.isdigit() for c in line)
        and (" " in parts[1] or "." in parts[1] or parts[1].isupper())
    )
    return paper and is_name(parts[0], 2, 3) and not _NO_NAME.match(parts[0]) and len(line) < 60


def _holder(text: str) -> bool:
    """Tell whether what follows a label names somebody: short, and no sentence."""
    words = text.strip(" .").split()
    if not 0 < len(words) <= 14:
        return False
    return not _SENTENCE.search(text) and (words[0][0].isupper() or not words[0][0].isalpha())


def _twice(line: str) -> bool:
    """Tell whether a line is one credit two times over, as pages print it for small and large screens."""
    first, second = line[: len(line) // 2].strip(), line[len(line) // 2 :].strip()
    return len(first) > 3 and first == second and _is_bare(first)


def _slashed_tail(tail: str) -> int:
    """Return where names and an agency at the end of a text begin, 0 where there are none.

    The photographer's name reaches back to the end of the sentence before it; where there is none
    (a heading used as a caption), it is taken to have two words.
    """
    if not names_one(tail.lower(), WORDS_OF_AGENCIES):
        return 0
    best = 0
    for at, whole in credit_places(tail):
        names, before = tail[at:], tail[:at].rstrip()
        signed = _is_bare(names) and any(map(is_agency, credit_parts(names)))
        if signed and not ends_in(_PREPOSITION, before, 7):
            if whole:
                return at
            best = at
    return best


@native
def names_one(low: str, known: frozenset[str], /) -> bool:
    """Tell whether one of some words stands in a text in lower case, with stops around it or none."""
    return not known.isdisjoint([word.strip(".") for word in _APART.split(low)])
