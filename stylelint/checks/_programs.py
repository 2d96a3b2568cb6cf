r"""Expressions as small programs, which C runs over a block without making states of them first.

RE2 makes a machine of an expression before it reads, and states of it while it reads.  Of a thousand lines
of page furniture most are asked about a handful of blocks, which is too few to pay for that.  A program is
tried from the start of a block instead, and gives up where it becomes dear (`native/programs.c`).  What it
cannot say for certain RE2 is asked: what depends on the letters of all scripts, or may go on for ever.

A program is a string, whose code points are instructions with their operands:

    CHAR c              the next code point is c
    FOLD c              it is c, a small letter of ASCII, or its capital
    SET flags n lo hi…  it is in one of n ranges
    ANY                 whatever it is
    RUN n most          the instruction that follows, of n code points, as often as it can be done, or less
                        often; `most` times at most, 0 for any number
    LOOK n              the `SET` that follows holds the next code point, which stays the next
    SPLIT n             go on, or n further on
    JUMP n              go on n further on
    MORE n              n back, or go on
    EDGE, NO_EDGE       `\b` and `\B`
    BEGIN, END          of the block
    MATCH               it has matched
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from stylelint import lazy
from stylelint.checks._gates import Item, parse

CHAR, FOLD, SET, ANY, RUN, LOOK, SPLIT, JUMP, MORE, EDGE, NO_EDGE, BEGIN, END, MATCH = range(35, 49)
"""Signs that JSON keeps as they are, as programs are kept in it."""

NEGATED, IN_DOUBT = 1, 2
"""What the flags of a `SET` say: it is all others; what is not of ASCII is for RE2 to say."""

_MOST = 0xD000
"""Code points of a program, all of which are no halves of surrogate pairs."""

_MANY = 3
"""So many branches are not tried where the next code point is none of their first ones."""

_WIDE = 512
"""Signs without capitals that are looked at one by one."""

_EDGES = {r"\b": EDGE, r"\B": NO_EDGE, "^": BEGIN, "$": END}
_CLASSES = {
    r"\d": [(48, 57)],
    r"\w": [(48, 57), (65, 90), (95, 95), (97, 122)],
    r"\s": [(9, 10), (12, 13), (32, 32)],
}
_BUT = (r"\D", r"\W", r"\S")
_PROPERTIES = {r"\p{Lu}": [(65, 90)], r"\p{Ll}": [(97, 122)], r"\p{L}": [(65, 90), (97, 122)]}
"""What is of ASCII in them: tables of all others differ between releases of Unicode."""
_GROUPS = {"(": None, "(?:": None, "(?i:": True, "(?-i:": False}
_CONTROLS = {"t": "\t", "n": "\n", "f": "\f", "r": "\r"}

_FLAGS = lazy.regex(r"\(\?[a-zA-Z-]+\)|\\[QE]")
_MEMBER = lazy.regex(r"\\p\{\w+\}|\\x\{[0-9a-fA-F]+\}|\\x[0-9a-fA-F]{2}|\\.|[^\\]", re.DOTALL)

Code = list[int]
Range = tuple[int, int]


class _OnlyRE2(Exception):
    """An expression has something that a program does not."""


def program(expression: str, *, case: bool) -> str:
    """Return the program of an expression that is tried from the start of a block; "" where there is none.

    Args:
        expression: RE2 syntax without macros.
        case: whether capitals matter.
    """
    if _FLAGS.search(expression):
        return ""
    try:
        code = [*_branches(parse(expression, (), {}), not case), MATCH]
    except _OnlyRE2:
        return ""
    return "".join(map(chr, code)) if len(code) < _MOST else ""


def _branches(branches: list[list[Item]], fold: bool) -> Code:
    """Return the code for one of some branches."""
    *others, last = [_branch(branch, fold) for branch in branches]
    code = last
    for one in reversed(others):
        code = [SPLIT, len(one) + 2, *one, JUMP, len(code), *code]
    first = _firsts(branches, fold) if len(branches) >= _MANY else None
    return [LOOK, 2 * len(first) + 3, SET, 0, len(first), *_flat(first), *code] if first else code


def _branch(branch: list[Item], fold: bool) -> Code:
    return [unit for item in branch for unit in _quantified(item, fold)]


def _quantified(item: Item, fold: bool) -> Code:
    once = _once(item, fold)
    least, most = _times(item.many)
    code = once * least
    if item.branches is None and most != least and item.many != "?":
        code += [RUN, len(once), most - least if most else 0, *once]
    elif most is not None:
        for _ in range(most - least):
            code += [SPLIT, len(once), *once]
    else:
        if not _length(item):
            raise _OnlyRE2  # it would go round without getting on
        code += [SPLIT, len(once) + 2, *once, MORE, len(once)]
    if len(code) >= _MOST:
        raise _OnlyRE2
    return code


def _times(many: str) -> tuple[int, int | None]:
    """Return how often something stands, at least and at most; None for any number."""
    if not many:
        return 1, 1
    if many[0] != "{":
        return {"?": (0, 1), "*": (0, None), "+": (1, None)}[many[0]]
    least, comma, most = many.strip("{}?").partition(",")
    return int(least), int(most) if most else None if comma else int(least)


def _length(item: Item) -> int:
    """Return the least that one of an item takes of a text."""
    if item.branches is None:
        return item.text not in _EDGES
    return min(sum(_length(one) * _times(one.many)[0] for one in branch) for branch in item.branches)


def _once(item: Item, fold: bool) -> Code:
    if item.branches is not None:
        return _branches(item.branches, _inner(item.text, fold))
    if item.text in _EDGES and item.many:
        raise _OnlyRE2
    return _leaf(item.text, fold)


@lru_cache(maxsize=512)
def _leaf(text: str, fold: bool) -> Code:
    """Return the code for an edge, a character or a class."""
    if text in _EDGES:
        return [_EDGES[text]]
    if text == ".":
        return [ANY]
    flags, ranges = _ranges(text, fold)
    if (flags, ranges) == (NEGATED, [(10, 10)]):
        return [ANY]  # no block has a line end
    bounds = list(_flat(ranges))
    if not flags and bounds[0] == bounds[-1]:
        return [CHAR, bounds[0]]
    letter = bounds[-1]
    if not flags and chr(letter).islower() and bounds == [letter - 32, letter - 32, letter, letter]:
        return [FOLD, letter]
    return [SET, flags, len(ranges), *bounds]


def _inner(opening: str, fold: bool) -> bool:
    """Return whether capitals do not matter in a group."""
    if opening.startswith("(?P<"):
        return fold
    if opening not in _GROUPS:
        raise _OnlyRE2
    said = _GROUPS[opening]
    return fold if said is None else said


def _firsts(branches: list[list[Item]], fold: bool) -> list[Range] | None:
    """Return with what branches begin; None where that is not known, or one of them may be nothing."""
    found: list[Range] = []
    for branch in branches:
        first = _first(branch, fold)
        if first is None:
            return None
        found += first
    return _merged(found)


def _first(branch: list[Item], fold: bool) -> list[Range] | None:
    found: list[Range] = []
    for item in branch:
        if item.text in _EDGES and item.branches is None:
            continue
        if item.text == ".":
            return None
        if item.branches is not None:
            ranges = _firsts(item.branches, _inner(item.text, fold))
        else:
            flags, ranges = _ranges(item.text, fold)
            ranges = None if flags else ranges
        if ranges is None:
            return None
        found += ranges
        if _times(item.many)[0]:
            return found
    return None


@lru_cache(maxsize=512)
def _ranges(text: str, fold: bool) -> tuple[int, list[Range]]:
    """Return the flags and the ranges of a character or a class."""
    if text[:1] == "[" and len(text) > 1:
        negated = text[1] == "^"
        doubt, ranges = _members(text[1 + negated : -1], fold)
        return negated * NEGATED | doubt, _merged(ranges)
    if text in _BUT:
        return NEGATED, _CLASSES[text.lower()]
    doubt, ranges = _members(text, fold)
    return doubt, _merged(ranges)


def _members(inner: str, fold: bool) -> tuple[int, list[Range]]:
    """Return whether what is not of ASCII is in doubt, as a flag, and the ranges of members of a class."""
    doubt, ranges, members = 0, list[Range](), _MEMBER.findall(inner)
    if "[:" in inner or "".join(members) != inner:
        raise _OnlyRE2
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
        raise _OnlyRE2
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
        raise _OnlyRE2
    for sign in map(chr, range(max(first, 128), last + 1)):
        if not sign.lower() == sign.upper() == sign:
            raise _OnlyRE2


def _merged(ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in order, those that touch as one."""
    merged: list[Range] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged


def _flat(ranges: Iterable[Range]) -> Iterator[int]:
    """Yield the bounds of ranges, which are no halves of surrogate pairs."""
    for bound in (bound for span in ranges for bound in span):
        if 0xD800 <= bound < 0xE000:
            raise _OnlyRE2
        yield bound
