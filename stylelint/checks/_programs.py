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
from operator import itemgetter

from stylelint import lazy
from stylelint.checks._classes import IN_DOUBT, NEGATED, OnlyRE2, Range, flat, merged, ranges_of
from stylelint.checks._items import Branches, Item, length, parse

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
        code = [*_branches(parse(expression), not case), MATCH]
    except OnlyRE2:
        return ""
    return "".join(map(chr, code)) if len(code) < _MOST else ""


def _branches(branches: Branches, fold: bool) -> Code:
    """Return the code for one of some branches."""
    firsts = [_first(branch, fold) for branch in branches] if len(branches) >= _MANY else [None]
    known = [first for first in firsts if first is not None]
    if len(known) < len(firsts):
        return _one_of([_branch(branch, fold) for branch in branches])
    return _halved([*zip(known, branches, strict=True)], fold)


def _halved(placed: list[tuple[list[Range], tuple[Item, ...]]], fold: bool) -> Code:
    """Return the code for one of some branches, of each of which it is known with what it begins."""
    if len(placed) < _MANY:
        return _one_of([_branch(branch, fold) for _, branch in placed])
    first = merged(one for several, _ in placed for one in several)
    look = [LOOK, 2 * len(first) + 3, SET, 0, len(first), *flat(first)]
    if len(placed) == _MANY:
        return [*look, *_one_of([_branch(branch, fold) for _, branch in placed])]
    # Which of them it is does not matter, so that half of them can be passed over at a time.
    ordered, half = sorted(placed, key=itemgetter(0)), len(placed) // 2
    return [*look, *_one_of([_halved(ordered[:half], fold), _halved(ordered[half:], fold)])]


def _one_of(several: list[Code]) -> Code:
    """Return the code that tries one after the other."""
    *others, code = several
    for one in reversed(others):
        code = [SPLIT, len(one) + 2, *one, JUMP, len(code), *code]
    return code


def _branch(branch: tuple[Item, ...], fold: bool) -> Code:
    code: Code = []
    for plain, run in groupby(enumerate(branch, 1), lambda placed: _is_plain(placed[1])):
        if plain:
            code += _text("".join(item.letters for _, item in run), fold)
        else:
            code += chain.from_iterable(_quantified(item, fold, branch[at:]) for at, item in run)
    return code


def _is_plain(item: Item) -> bool:
    return bool(item.letters) and not item.many


def _text(letters: str, fold: bool) -> Code:
    """Return the code for letters in a row."""
    if not letters.isascii() and not all(_is_known(letter, fold) for letter in letters):
        raise OnlyRE2
    folded = fold and any(letter.isascii() and letter.isalpha() for letter in letters)
    codes = map(ord, letters.lower() if folded else letters)
    if len(letters) == 1:
        return [FOLD if folded else CHAR, *codes]
    return [FOLDED if folded else TEXT, len(letters), *codes]


def _is_known(letter: str, fold: bool) -> bool:
    """Tell whether a letter is no half of a surrogate pair, and has no capital that is not of ASCII."""
    alike = letter.isascii() or letter.lower() == letter.upper() == letter
    return not "\ud800" <= letter < "\ue000" and (alike or not fold)


def _quantified(item: Item, fold: bool, rest: tuple[Item, ...]) -> Code:
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
        if not min(map(length, item.branches or ())):
            raise OnlyRE2  # it would go round without getting on
        code += [SPLIT, len(once) + 2, *once, MORE, len(once)]
    if len(code) >= _MOST:
        raise OnlyRE2
    return code


def _gives_nothing(item: Item, rest: tuple[Item, ...], fold: bool) -> bool:
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


def _firsts(branches: Branches, fold: bool) -> list[Range] | None:
    """Return with what branches begin; None where that is not known, or one of them may be nothing."""
    found: list[Range] = []
    for branch in branches:
        first = _first(branch, fold)
        if first is None:
            return None
        found += first
    return merged(found)


def _first(branch: tuple[Item, ...], fold: bool) -> list[Range] | None:
    found: list[Range] = []
    for item in branch:
        if item.text in _EDGES and item.branches is None:
            continue
        if item.text == ".":
            return None
        if item.branches is not None:
            ranges = _firsts(item.branches, _inner(item.text, fold))
        else:
            flags, ranges = ranges_of(item.letters[0] if len(item.letters) > 1 else item.text, fold)
            ranges = None if flags else ranges
        if ranges is None:
            return None
        found += ranges
        if _times(item.many)[0]:
            return found
    return None
