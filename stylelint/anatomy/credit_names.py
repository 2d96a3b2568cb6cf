"""The names in a picture credit: what parts them, and where they begin."""

from __future__ import annotations

import re
from collections.abc import Set

from stylelint import lazy
from stylelint.anatomy.agencies import AGENCIES, is_agency
from stylelint.native import native

_JOINT = lazy.regex(
    r"/ ?(?:via )?|\| ?(?:via )?| / ?(?:via )?| \| ?(?:via )?| via |, via | on (?=[A-Z])"
    r"|, (?=(?:[Ff]ile|FILE|[Pp]ool)\b)"
)
"""What parts the names in a credit; every branch begins with a character, of which the search makes use."""
_LOWER = "al bin da de del den der di dos du el for la le of van von the and y & via"
PARTICLES = frozenset(_LOWER.split())
"""Words of names in small letters."""
_INITIAL = lazy.regex(r"\b[A-Z]\.$")
STOPS = (".", "!", "?", ":", "”", '"', ")", "’", "'", "]")
"""Behind these a credit may begin."""


def is_name(
    text: str, least: int, most: int, particles: Set[str] = PARTICLES, agencies: Set[str] = AGENCIES
) -> bool:
    """Tell whether a text is a name of so many words: capitals, initials, particles; or an agency's.

    Args:
        text: with no blanks around it.
        least: how many words it has at least.
        most: how many at most.
        particles: words of names in small letters.
        agencies: names in small letters.
    """
    words = text.replace("“", "").replace('"', "").split()
    if not least <= len(words) <= most:
        return False
    for word in words:
        first = word[0]
        known = first.isupper() or first == "@" or word.lower() in particles
        if not (known or is_agency(word, agencies) or word.isdigit()):
            return False
    return words[0][0].isupper() or words[0][0] == "@" or is_agency(text, agencies)


@native
def named_parts(line: str, particles: Set[str], agencies: Set[str], /) -> list[str]:
    """Return what stands between the joints of a line, blanks around it left aside, where it is names alone.

    Args:
        line: without brackets.
        particles: words of names in small letters.
        agencies: names in small letters.

    Returns:
        Two names or more, of one to six words each; none where there is anything else.
    """
    parts = [part.strip() for part in credit_parts(line)]
    named = len(parts) > 1 and all(is_name(part, 1, 6, particles, agencies) for part in parts)
    return parts if named else []


@native
def credit_places(tail: str, /) -> list[tuple[int, bool]]:
    """Return where names may begin that stand at the end of a text, the last place first.

    A word starts there, with the end of a sentence before it or no more than two words before a joint.

    Returns:
        Each place, and whether a sentence ends before it.
    """
    starts = [m.start() for m in re.finditer(r"\S+", tail)]
    joints = [m.start() for m in _JOINT.finditer(tail)]
    found = []
    for index in range(len(starts) - 1, max(0, len(starts) - 14), -1):
        at, before = starts[index], tail[: starts[index]].rstrip()
        whole = before.endswith(STOPS) and not ends_in(_INITIAL, before, 2)
        # Two words, and stops in between: a quick look for most places.
        near = starts[index + 4] if index + 4 < len(starts) else len(tail)
        if whole or (any([at <= joint < near for joint in joints]) and _is_name_parted(tail[at:])):
            found.append((at, whole))
    return found


def _is_name_parted(line: str) -> bool:
    """Tell whether the first name of several in a line has two words at the most."""
    first, *others = credit_parts(line)
    return bool(others) and len(first.split()) <= 2


@native
def credit_parts(line: str, /) -> list[str]:
    """Return what stands between the joints of a line, stops and blanks around it left aside."""
    return _JOINT.split(line.strip(" ."))


def ends_in(expression: re.Pattern[str], text: str, longest: int) -> bool:
    """Tell whether a text ends in what an expression finds at its end, of so many letters at most."""
    return expression.search(text, max(0, len(text) - longest)) is not None
