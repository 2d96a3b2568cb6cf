"""Characters and classes of expressions as ranges of code points, first and last, for programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from stylelint import lazy

NEGATED, IN_DOUBT = 1, 2
"""What the flags of a `SET` say: it is all others; what is not of ASCII is for RE2 to say."""

_WIDE = 512
"""Signs without capitals that are looked at one by one."""

_CLASSES = {
    r"\d": [(48, 57)],
    r"\w": [(48, 57), (65, 90), (95, 95), (97, 122)],
    r"\s": [(9, 10), (12, 13), (32, 32)],
}
_BUT = (r"\D", r"\W", r"\S")
_PROPERTIES = {r"\p{Lu}": [(65, 90)], r"\p{Ll}": [(97, 122)], r"\p{L}": [(65, 90), (97, 122)]}
"""What is of ASCII in them: tables of all others differ between releases of Unicode."""
_CONTROLS = {"t": "\t", "n": "\n", "f": "\f", "r": "\r"}

_MEMBER = lazy.regex(r"\\p\{\w+\}|\\x\{[0-9a-fA-F]+\}|\\x[0-9a-fA-F]{2}|\\.|[^\\]", re.DOTALL)

Range = tuple[int, int]


class OnlyRE2(Exception):
    """An expression has something that a program does not."""


@lru_cache(maxsize=512)
def ranges_of(text: str, fold: bool) -> tuple[int, list[Range]]:
    """Return the flags and the ranges of a character or a class.

    Args:
        text: RE2 syntax.
        fold: whether capitals do not matter.

    Raises:
        OnlyRE2: nobody else knows what it takes.
    """
    if text[:1] == "[" and len(text) > 1:
        negated = text[1] == "^"
        doubt, ranges = _members(text[1 + negated : -1], fold)
        return negated * NEGATED | doubt, merged(ranges)
    if text in _BUT:
        return NEGATED, _CLASSES[text.lower()]
    doubt, ranges = _members(text, fold)
    return doubt, merged(ranges)


def _members(inner: str, fold: bool) -> tuple[int, list[Range]]:
    """Return whether what is not of ASCII is in doubt, as a flag, and the ranges of members of a class."""
    doubt, ranges, members = 0, list[Range](), _MEMBER.findall(inner)
    if "[:" in inner or "".join(members) != inner:
        raise OnlyRE2
    members.reverse()
    while members:
        one = members.pop()
        if one in _PROPERTIES and not fold:
            doubt, ranges = IN_DOUBT, ranges + _PROPERTIES[one]
        elif one in _CLASSES:
            ranges += _CLASSES[one]
        else:
            last = one
            if len(members) > 1 and members[-1] == "-":
                members.pop()
                last = members.pop()
            ranges += _folded(_code(one), _code(last)) if fold else [(_code(one), _code(last))]
    return doubt, ranges


def _code(member: str) -> int:
    """Return the code point that a member of a class stands for."""
    if member[:2] == r"\x":
        return int(member[2:].strip("{}"), 16)
    sign = member[-1]
    if len(member) == 1:
        return ord(sign)
    if sign in _CONTROLS:
        return ord(_CONTROLS[sign])
    if len(member) > 2 or sign.isalnum():
        raise OnlyRE2
    return ord(sign)


def _folded(first: int, last: int) -> Iterator[Range]:
    """Yield a range in both cases.

    Two that are not of ASCII have capitals or small letters that are, ſ and the sign of kelvin.  Where one of
    them is met, RE2 is asked.
    """
    yield first, last
    for code in range(max(first, 65), min(last, 122) + 1):
        if chr(code).isalpha():
            yield code ^ 32, code ^ 32
    if last - first > _WIDE and last > 127:
        raise OnlyRE2
    for sign in map(chr, range(max(first, 128), last + 1)):
        if not sign.lower() == sign.upper() == sign:
            raise OnlyRE2


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in order, those that touch as one."""
    apart: list[Range] = []
    for first, last in sorted(ranges):
        if apart and first <= apart[-1][1] + 1:
            apart[-1] = apart[-1][0], max(last, apart[-1][1])
        else:
            apart.append((first, last))
    return apart


def flat(ranges: Iterable[Range]) -> Iterator[int]:
    """Yield the bounds of ranges.

    Raises:
        OnlyRE2: one of them is half of a surrogate pair.
    """
    for bound in (bound for span in ranges for bound in span):
        if 0xD800 <= bound < 0xE000:
            raise OnlyRE2
        yield bound
