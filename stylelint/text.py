"""Small facts about characters, words and lines that every other module shares."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from stylelint import lazy
from stylelint.native import native

OPAQUE = "\x1a"
"""Stands, once for each character, for text that rules do not read: code, URLs, shortcodes."""

_FOLDS = {
    **dict.fromkeys("‘’‚‛′ʼ＇", "'"),
    **dict.fromkeys("“”„‟″＂", '"'),
    **dict.fromkeys(
        "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\t\x0b", " "),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\r\x0c\x85\u2028\u2029", "\n"),
}
_VARIANTS = lazy.regex(f"[{''.join(_FOLDS)}]")
_BIT = 100_000
"""So many code points or more are put in lower case at once."""


@native
def fold(text: str, /) -> str:
    r"""Return text with quotes straight, blanks plain and line ends "\\n", one character for one.

    Every place in the result is the same place in `text`.
    """
    for variant in set(_VARIANTS.findall(text)):
        text = text.replace(variant, _FOLDS[variant])
    return text


@native
def blot(text: str, spans: Iterable[tuple[int, int]], /) -> str:
    """Return text with `OPAQUE` in place of each character of the spans, which are in order."""
    parts, at = [], 0
    for start, end in spans:
        start, end = max(at, start), min(end, len(text))
        if end > start:
            parts += [text[at:start], OPAQUE * (end - start)]
            at = end
    return "".join([*parts, text[at:]]) if parts else text


def lower(text: str) -> str:
    """Return `text.lower()`, which takes twelve bytes for each code point while it is at it, bit by bit."""
    if len(text) < _BIT:
        return text.lower()
    parts, start = list[str](), 0
    while (end := text.find(" ", start + _BIT)) >= 0:
        parts.append(text[start:end].lower())
        start = end  # a blank: what a letter becomes depends on its word
    return "".join([*parts, text[start:].lower()])


@native
def signs_in(text: str, signs: tuple[str, ...], /) -> set[str]:
    """Return which of some signs, each of which begins with a character of ASCII, stand in a text."""
    letters = {letter for letter in set("".join(signs)) if letter in text}
    return {sign for sign in signs if letters.issuperset(sign) and sign in text}


def is_word(char: str) -> bool:
    """Tell whether a character belongs to a word: a letter, a digit or an underscore, in any script."""
    return char.isalnum() or char == "_"


def bounded(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` cuts through no word at either end."""
    if start and is_word(text[start]) and is_word(text[start - 1]):
        return False
    return not (end < len(text) and is_word(text[end - 1]) and is_word(text[end]))


def match_case(model: str, text: str) -> str:
    """Return `text` in the case that `model` is written in: lower, Capitalised, Title Case or CAPITALS.

    Where `text` has capitals of its own (NATO, McDonald), they are kept.
    """
    letters = [c for c in model if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return text.upper()
    models, words = model.split(), text.split(" ")
    if len(models) == len(words):
        return " ".join(map(_initial, models, words))
    return _initial(model, text)


def _initial(model: str, text: str) -> str:
    """Return `text` with a capital where the first letter of `model` has one."""
    capital = next((c for c in model if c.isalpha()), "").isupper()
    return text[:1].upper() + text[1:] if capital and text[:1].islower() else text


def same(text: str) -> str:
    """Return text as it is compared: folded, without regard to capitals, one blank for any run of blanks."""
    return " ".join(fold(text).split()).casefold()


def opens_sentence(text: str, at: int, start: int = 0) -> bool:
    """Tell whether a word at an offset of a folded text opens a sentence.

    Args:
        text: folded.
        at: where the word begins.
        start: where the block begins.

    Returns:
        True at the start of the block and after ".", "!", "?", ":" or a dash, whatever quotation
        marks, brackets and blanks stand in between.
    """
    while at > start and text[at - 1] in _OPENERS:
        at -= 1
    return at <= start or text[at - 1] in _ENDS


_OPENERS = frozenset(" \"'([*_\n")
_ENDS = frozenset(".!?:–—•|…")


_LISTED = 40
"""Names that are listed whole."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean “x”?` for the closest of the known words, else `; known: …`.

    Of many ids only the chapters are listed: nobody reads two hundred names on a line.
    """
    from difflib import get_close_matches

    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"; did you mean “{close[0]}”?"
    shown = names if len(names) <= _LISTED else [name for name in names if "/" not in name]
    return f"; known: {', '.join(shown)}"


@native
def line_starts(text: str, /) -> list[int]:
    r"""Return where the lines of a text begin; each ends after "\\n", "\\r\\n" or a lone "\\r"."""
    lines = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
    return [*accumulate((len(line) + 1 for line in lines[:-1]), initial=0)]


@native
def place_among(starts: list[int], offset: int, /) -> tuple[int, int]:
    """Return line and column of an offset, from 1, in a text whose lines begin at these places."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@native
def line_end(text: str, offset: int, limit: int, /) -> int:
    """Return where the line of an offset ends, or the limit or the text if that comes first."""
    last = max(offset, min(limit, len(text)))
    return next((at for at in range(offset, last) if text[at] in "\n\r"), last)


class Lines:
    r"""Turns offsets of a text into lines and columns, both counted from 1, in code points.

    A line ends after "\\n", "\\r\\n" or a lone "\\r", as editors count; no other character ends one.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = line_starts(text)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        return place_among(self._starts, offset)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column."""
        return self._starts[line - 1] + column - 1

    def utf16(self, offset: int) -> tuple[int, int]:
        """Return line and character of an offset as the Language Server Protocol counts: both from 0.

        Characters are units of UTF-16: what lies beyond U+FFFF, such as an emoji, is two.  An offset in a
        line end is at most where the line's text ends, as the protocol has no place behind that.
        """
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : offset].rstrip("\r\n")
        return line, len(before) + sum(char > "\uffff" for char in before)
