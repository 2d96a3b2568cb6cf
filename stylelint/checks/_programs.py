r"""Expressions as small programs, which C runs over a block without making states of them first.

RE2 makes a machine of an expression before it reads, and states of it while it reads.  Of a thousand lines
of page furniture most are asked about a handful of blocks, which is too few to pay for that.  A program is
tried from the start of a block instead, and gives up where it becomes dear (`native/programs.c`).  What it
cannot say for certain RE2 is asked: what depends on the letters of all scripts, or may go on for ever.

A program is a string, whose code points are instructions with their operands:

    CHAR c              the next code point is c
    FOLD c              it is c, a small letter of ASCII, or its capital
    TEXT n c…           the next n code points are these
    FOLDED n c…         they are these, or their capitals in ASCII
    SET flags n lo hi…  it is in one of n ranges
    ANY                 whatever it is
    RUN n most          the instruction that follows, of n code points, as often as it can be done, or less
                        often; `most` times at most, 0 for any number
    ALL n most          likewise, but no less often
    LOOK n              the `SET` that follows holds the next code point, which stays the next
    SPLIT n             go on, or n further on
    JUMP n              go on n further on
    MORE n              n back, or go on
    EDGE, NO_EDGE       `\b` and `\B`
    BEGIN, END          of the block
    MATCH               it has matched
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, groupby

from stylelint import lazy
from stylelint.checks._classes import IN_DOUBT, NEGATED, OnlyRE2, Range, flat, merged, ranges_of
from stylelint.checks._gates import Item, parse

CHAR, FOLD, SET, ANY, RUN, LOOK, SPLIT, JUMP, MORE, EDGE, NO_EDGE, BEGIN, END, MATCH, TEXT, FOLDED, ALL = (
    range(35, 52)
)
"""Signs that JSON keeps as they are, as programs are kept in it."""

_MOST = 0xD000
"""Code points of a program, all of which are no halves of surrogate pairs."""

_MANY = 3
"""So many branches are not tried where the next code point is none of their first ones."""

_EDGES = {r"\b": EDGE, r"\B": NO_EDGE, "^": BEGIN, "$": END}
_GROUPS = {"(": None, "(?:": None, "(?i:": True, "(?-i:": False}

_FLAGS = lazy.regex(r"\(\?[a-zA-Z-]+\)|\\[QE]")

Code = list[int]


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
    except OnlyRE2:
        return ""
    return "".join(map(chr, code)) if len(code) < _MOST else ""


def _branches(branches: list[list[Item]], fold: bool) -> Code:
    """Return the code for one of some branches."""
    firsts = [_first(branch, fold) for branch in branches] if len(branches) >= _MANY else [None]
    known = [first for first in firsts if first is not None]
    if len(known) < len(firsts):
        return _one_of([_branch(branch, fold) for branch in branches])
    first = merged(one for several in known for one in several)
    look = [LOOK, 2 * len(first) + 3, SET, 0, len(first), *flat(first)]
    if len(branches) == _MANY:
        return [*look, *_one_of([_branch(branch, fold) for branch in branches])]
    # Which of them it is does not matter, so that half of them can be passed over at a time.
    ordered = [branch for _, branch in sorted(zip(known, branches, strict=True), key=lambda both: both[0])]
    half = len(ordered) // 2
    return [*look, *_one_of([_branches(ordered[:half], fold), _branches(ordered[half:], fold)])]


def _one_of(several: list[Code]) -> Code:
    """Return the code that tries one after the other."""
    *others, code = several
    for one in reversed(others):
        code = [SPLIT, len(one) + 2, *one, JUMP, len(code), *code]
    return code


def _branch(branch: list[Item], fold: bool) -> Code:
    codes = [_quantified(item, fold, branch[at:]) for at, item in enumerate(branch, 1)]
    runs = groupby(codes, lambda code: len(code) == 2 and code[0] in (CHAR, FOLD))
    return [unit for plain, run in runs for unit in (_text([*run]) if plain else chain.from_iterable(run))]


def _text(codes: list[Code]) -> Code:
    """Return the code for characters in a row."""
    if len(codes) == 1:
        return codes[0]
    letters = [letter for _, letter in codes]
    return [FOLDED if any(code == FOLD for code, _ in codes) else TEXT, len(letters), *letters]


def _quantified(item: Item, fold: bool, rest: list[Item]) -> Code:
    once = _once(item, fold)
    least, most = _times(item.many)
    code = once * least
    if item.branches is None and most != least and item.many != "?":
        run = ALL if _gives_nothing(item, rest, fold) else RUN
        code += [run, len(once), most - least if most else 0, *once]
    elif most is not None:
        for _ in range(most - least):
            code += [SPLIT, len(once), *once]
    else:
        if not _length(item):
            raise OnlyRE2  # it would go round without getting on
        code += [SPLIT, len(once) + 2, *once, MORE, len(once)]
    if len(code) >= _MOST:
        raise OnlyRE2
    return code


def _gives_nothing(item: Item, rest: list[Item], fold: bool) -> bool:
    """Tell whether the rest of a branch cannot begin with what a character or a class before it takes."""
    if item.text == "." or not rest:
        return False
    if rest[0].text == "$":
        return True
    flags, ranges = ranges_of(item.text, fold)
    first = _first(rest, fold)
    if first is None or flags & IN_DOUBT:
        return False
    if flags & NEGATED:
        return all(any(a <= c and d <= b for a, b in ranges) for c, d in first)
    return not any(a <= d and c <= b for a, b in ranges for c, d in first)


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
        raise OnlyRE2
    return _leaf(item.text, fold)


@lru_cache(maxsize=512)
def _leaf(text: str, fold: bool) -> Code:
    """Return the code for an edge, a character or a class."""
    if text in _EDGES:
        return [_EDGES[text]]
    if text == ".":
        return [ANY]
    flags, ranges = ranges_of(text, fold)
    if (flags, ranges) == (NEGATED, [(10, 10)]):
        return [ANY]  # no block has a line end
    bounds = list(flat(ranges))
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
        raise OnlyRE2
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
    return merged(found)


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
            flags, ranges = ranges_of(item.text, fold)
            ranges = None if flags else ranges
        if ranges is None:
            return None
        found += ranges
        if _times(item.many)[0]:
            return found
    return None
