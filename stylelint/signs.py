r"""What factors are written with besides letters: code points that are no characters and never will be.

A factor is a text in which each letter stands for itself, and each of these signs for what is said here.
"""

from __future__ import annotations

from stylelint import lazy
from stylelint.native import native

EDGE, LINE_START, LINE_END = "\ufdd0", "\ufdd1", "\ufdd2"
r"""Between two letters: `\b`, `^` and `$` as RE2 has them with `(?m)`."""

BEGIN = "\ufdd3"
"""Before the first letter of a block, or a later one if only marks come before that; stands first."""

FINISH = "\ufddd"
"""Where nothing comes before the end of a block, or a line, or only marks do; stands last."""

BLANKS = "\ufdd4"
"""One blank or more."""

DIGIT = "\ufdd5"
r"""One of `\d`."""

UPPER, LOWER, LETTER, WORD, OTHER = "\ufdd6", "\ufdd7", "\ufdd8", "\ufdd9", "\ufdda"
r"""A letter that is not ASCII, or one of `[A-Z]`, `[a-z]`, `[A-Za-z]`, `\w`, or all but line ends."""

MARK = "\ufddb"
"""The same, or what is printed and no letter, no digit and no blank."""

CLASSES = {
    DIGIT: frozenset("0123456789"),
    UPPER: frozenset(map(chr, range(65, 91))),
    LOWER: frozenset(map(chr, range(97, 123))),
    LETTER: frozenset(map(chr, (*range(65, 91), *range(97, 123)))),
    WORD: frozenset(map(chr, (*range(48, 58), *range(65, 91), 95, *range(97, 123)))),
    OTHER: frozenset(map(chr, range(128))) - {"\n"},
    MARK: frozenset(letter for letter in map(chr, range(33, 127)) if not letter.isalnum()),
}
"""The letters of ASCII in each class."""

ANY_CASE = "\ufddc"
"""Before all others: capitals do not matter; the letters are as `one_case` makes them."""

SIGNS = frozenset(map(chr, range(0xFDD0, 0xFDF0)))
"""All there are, and some to spare."""

FREE = 0x100000
"""What a letter is moved by, into planes where nothing stands, whose capitals do not matter."""


_BEYOND = lazy.regex("[^\0-\x7f]")


@native
def one_case(letter: str, /) -> str:
    """Return what a letter has in common with all that RE2 takes for it where it ignores case.

    Raises:
        ValueError: it is no single letter.
    """
    if len(letter) != 1:
        raise ValueError("one letter is wanted")
    return letter.lower().upper()[:1].lower()[:1]  # ẞ, ß and S: in the end an "s"


def in_one_case(text: str) -> str:
    """Return a text each letter of which is as `one_case` makes it."""
    # In bytes, letters of ASCII alone change.
    plain = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    for one in () if text.isascii() else set(_BEYOND.findall(text)):
        if one != one_case(one):
            plain = plain.replace(one, one_case(one))
    return plain
