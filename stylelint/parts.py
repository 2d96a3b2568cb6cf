"""What is known of the parts of an expression: all that they can be, or something that stands in them.

A string here is of letters and of `signs`; a letter whose capitals do not matter is moved to where nothing
stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from stylelint import lazy
from stylelint.signs import (
    BEGIN,
    BLANKS,
    DIGIT,
    EDGE,
    LETTER,
    LINE_END,
    LINE_START,
    LOWER,
    OTHER,
    SIGNS,
    UPPER,
    WORD,
    one_case,
)

_TOKEN = lazy.regex(
    r"""\\[pP](?:\{\^?\w+\}|\w)|\\x\{[0-9a-fA-F]+\}|\\x[0-9a-fA-F]{2}|\\.
      | \[\^?\]?(?:\\x\{[0-9a-fA-F]+\}|\\.|\[:\^?\w+:\]|[^\]\\])*\]
      | \((?:\?(?:P?<\w+>|[a-zA-Z-]*[:)]))?
      | [*+?]\??|\{\d+(?:,\d*)?\}\??|.""",
    re.VERBOSE | re.DOTALL,
)
_MEMBER = lazy.regex(
    r"(?P<range>0-9|A-Z|a-z|\\d|\\w|\\pL|\\p\{\w+\})|\\x\{?(?P<code>[0-9a-fA-F]+)\}?"
    r"|\\?(?P<sign>[^a-zA-Z0-9])|(?<!\\)(?P<letter>[a-zA-Z0-9])",
    re.DOTALL,
)
_MOST = 100
"""More strings than these are not followed letter by letter."""

_LETTERS, _REPEATS = 6, 8
"""So many letters of a class are followed, and so many repetitions of one thing."""

LEAST, _HEAVY = 2, 8
"""What weighs less than the first says too little; what weighs more than the other says no more."""

_WEIGHT = {
    **dict.fromkeys((" ", BLANKS, LINE_START, LINE_END, UPPER, '"', "'"), 1),
    **dict.fromkeys(",.:()-", 2), BEGIN: 5, DIGIT: 3, "@": 6,
    **dict.fromkeys((EDGE, LOWER, LETTER, WORD, OTHER), 0),
}  # fmt: skip
"""What does not weigh 1, as letters and digits do, or 3, as all others."""

_ANCHORS = {"^": LINE_START, "$": LINE_END, r"\b": EDGE, r"\A": LINE_START, r"\z": LINE_END, r"\B": ""}
_RANGES = {
    "0-9": DIGIT, "A-Z": UPPER, "a-z": LOWER, r"\d": DIGIT, r"\w": WORD, r"\pL": LETTER, r"\p{L}": LETTER,
    r"\p{Lu}": UPPER, r"\p{Ll}": LOWER,
}  # fmt: skip
FREE = 0x100000
"""What a letter is moved by, into planes where nothing stands, whose capitals do not matter."""


_NOTHING, _BLANK = frozenset({""}), frozenset({" "})


class Part(NamedTuple):
    """What is known of a part.

    Attributes:
        exact: all it can be, to the letter; None where that is not known.
        some: strings of which one must occur in it.
        head, tail: strings with one of which it begins, and ends.
    """

    exact: frozenset[str] | None = None
    some: frozenset[str] | None = None
    head: frozenset[str] = _NOTHING
    tail: frozenset[str] = _NOTHING

    @property
    def best(self) -> frozenset[str] | None:
        """The best set of which one must occur."""
        return _better(self.some, self.exact)


_ANY = Part()


class Reader:
    """Reads an expression.

    Args:
        regex: in RE2's syntax.

    Attributes:
        tokens: what is not read yet, the next at the end.
    """

    def __init__(self, regex: str) -> None:
        self.tokens = _TOKEN.findall(regex)[::-1]
        self._any_case, self._dot = True, OTHER

    def branches(self, before: frozenset[str] = _NOTHING) -> Part:
        """Read alternatives up to a closing bracket or the end, of which each has something before it."""
        parts = [self._sequence(before)]
        while self.tokens and self.tokens[-1] == "|":
            self.tokens.pop()
            parts.append(self._sequence(before))
        if len(parts) == 1:
            return parts[0]
        exact = _joined(part.exact for part in parts)
        heads = _joined(part.head if part.exact is None else part.exact for part in parts)
        tails = _joined(part.tail if part.exact is None else part.exact for part in parts)
        some = _joined(part.best for part in parts)
        tails = frozenset(text[::-1] for text in tails or ())
        return Part(_few(exact), some, _cut(heads or _NOTHING), frozenset(t[::-1] for t in _cut(tails)))

    def _sequence(self, run: frozenset[str]) -> Part:
        some: frozenset[str] | None = None
        head: frozenset[str] | None = None
        while self.tokens and self.tokens[-1] not in ("|", ")"):
            part = self._repeated(self._item())
            longer = _product(run, part.head if part.exact is None else part.exact)
            if longer is not None and part.exact is not None:
                run = longer
                continue
            run = run if longer is None else longer
            some, head = _better(_better(some, run), part.best), run if head is None else head
            run = part.tail if part.exact is None else part.exact
        return Part(run) if head is None else Part(None, _better(some, run), head, run)

    def _item(self) -> Part:
        """Read one character, class or group."""
        token = self.tokens.pop()
        if token in _ANCHORS:
            return Part(frozenset({_ANCHORS[token]}))
        if token.startswith("("):
            return self._group(token)
        if token.startswith("[") and len(token) > 1:
            return self._class(token[1:-1])
        if token in _RANGES:
            return Part(frozenset({self._range(token)}))
        if token == ".":
            return Part(frozenset({self._dot})) if self._dot else _ANY
        if token.startswith(r"\x"):
            return Part(frozenset({self._letter(chr(int(token[2:].strip("{}"), 16)))}))
        if token[0] == "\\" and token[1].isalnum():
            return _ANY  # \n, \t, \s, \p{Greek} and their like
        return Part(frozenset({self._letter(token[-1])}))

    def _group(self, token: str) -> Part:
        flags = token[2:-1] if token[1:2] == "?" and "<" not in token else ""
        before = self._any_case, self._dot
        on = flags.partition("-")[0]
        if "i" in flags:
            self._any_case = "i" in on
        if "s" in flags:
            self._dot = "" if "s" in on else OTHER
        if token.endswith(")"):
            return Part(frozenset({""}))  # flags for all that follows
        part = self.branches()
        self.tokens.pop()
        self._any_case, self._dot = before
        return part

    def _letter(self, letter: str) -> str:
        """Return a letter as it stands in strings."""
        if letter >= chr(FREE):
            return OTHER
        if not self._any_case or letter.lower() == letter.upper():
            return letter
        plain = all(len(form) == 1 for form in (letter.lower(), letter.upper(), letter.casefold()))
        return chr(ord(one_case(letter)) + FREE) if plain and letter < "\uffff" else OTHER

    def _range(self, name: str) -> str:
        found = _RANGES[name]
        return LETTER if self._any_case and found in (UPPER, LOWER) else found

    def _class(self, inner: str) -> Part:
        """Return what a class is, its ranges and letters one by one, as far as these are few."""
        if inner.startswith("^"):
            return Part(frozenset({OTHER})) if r"\n" in inner else _ANY
        members = [*_MEMBER.finditer(inner)]
        if sum(len(member[0]) for member in members) != len(inner):
            return _ANY
        found, letters = {m[0] for m in members if m["range"]}, _letters(members)
        if not found <= _RANGES.keys() or len(letters) > _MOST or "\n" in letters:
            return _ANY
        for name in ("0-9", "A-Z", "a-z"):
            own = {letter for letter in letters if name[0] <= letter <= name[2]}
            if len(own) > _LETTERS:
                found, letters = found | {name}, letters - own
        ranges = set(map(self._range, found))
        if {UPPER, LOWER} <= ranges:
            ranges = ranges - {UPPER, LOWER} | {LETTER}
        return Part(frozenset({*ranges, *map(self._letter, letters)}))

    def _repeated(self, part: Part) -> Part:
        """Apply the quantifiers that follow an item."""
        tokens = self.tokens
        while tokens and tokens[-1][0] in "*+?{" and tokens[-1] != "{":
            many = tokens.pop().rstrip("?") or "?"
            if part.exact == _BLANK and many in ("+", "*"):
                part = Part(frozenset({BLANKS, ""} if many == "*" else {BLANKS}))
            elif many == "?" or many == "*":
                part = Part(part.exact | {""}) if many == "?" and part.exact is not None else _ANY
            else:
                part = _times(part, "1," if many == "+" else many.strip("{}"))
        return part


def _letters(members: Iterable[re.Match[str]]) -> set[str]:
    """Return the single letters of a class, and those of ranges that have no name."""
    chars = [chr(int(m["code"], 16)) if m["code"] else m["sign"] or m["letter"] or "" for m in members]
    bare = [m[0] == "-" for m in members]
    letters, at = set[str](), 0
    while at < len(chars):
        ranges = at + 2 < len(chars) and bare[at + 1] and chars[at] and chars[at + 2]
        if chars[at]:
            last = ord(chars[at + 2] if ranges else chars[at])
            letters.update(map(chr, range(ord(chars[at]), min(last, ord(chars[at]) + _MOST) + 1)))
        at += 3 if ranges else 1
    return letters


def _times(part: Part, many: str) -> Part:
    """Return what is known of a part that stands `3` or `2,` or `2,5` times in a row."""
    least, comma, most = many.partition(",")
    if part.exact is None:
        return part if int(least) else _ANY
    run, number = frozenset({""}), 0
    while number < min(int(least), _REPEATS) and (longer := _product(run, part.exact)) is not None:
        run, number = longer, number + 1
    found = run
    while comma and most and number >= int(least) and number < int(most) <= _REPEATS:
        longer = _product(run, part.exact)
        if longer is None:
            return Part(None, _better(found, None), found, found) if int(least) else _ANY
        run, number = longer, number + 1
        found |= run
    if number == int(most or least) and (most or not comma):
        return Part(found) if len(found) <= _MOST else _ANY
    return Part(None, _better(run, None), run, run) if int(least) else _ANY


def _product(one: frozenset[str], other: frozenset[str]) -> frozenset[str] | None:
    """Return each of the strings with each of the others after it; None where those are too many."""
    return frozenset(a + b for a, b in product(one, other)) if len(one) * len(other) <= _MOST else None


def _joined(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    result: frozenset[str] = frozenset()
    for one in sets:
        if one is None:
            return None
        result |= one
    return result


def _cut(heads: frozenset[str]) -> frozenset[str]:
    """Return how the same begins, by as few letters as make them few."""
    for size in (max(map(len, heads), default=0), 6, 4, 3, 2):
        cut = frozenset(text[:size] for text in heads)
        if 0 < len(cut) <= _MOST:
            return cut
    return _NOTHING


def _few(found: frozenset[str] | None) -> frozenset[str] | None:
    return found if found is None or len(found) <= _MOST else None


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Return the set that says more: its lightest string weighs more, or it has fewer."""
    found = [(_worth(strings), strings) for strings in (one, other) if strings]
    worth, best = max(found, key=lambda pair: pair[0], default=((0, 0), None))
    return best if worth[0] >= LEAST else None


def _worth(found: frozenset[str]) -> tuple[int, int]:
    return min(_HEAVY, *map(weight, found)), -len(found)


_BARE = SIGNS | {" "}


def weight(text: str) -> int:
    """Return how rare a text is: 0 where it has no letter that could be looked for."""
    if text == BEGIN or (_BARE.issuperset(text) and not text.startswith(BEGIN)):
        return 0
    return sum(_WEIGHT.get(sign, 1 if sign.isalnum() or sign >= chr(FREE) else 3) for sign in text)
