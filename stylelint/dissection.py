"""Takes expressions apart: what is known of what they match, worked out from their parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from stylelint import lazy
from stylelint.expressions import TOKEN
from stylelint.parts import ANY, Part, Run, either, times
from stylelint.signs import (
    BEGIN,
    BLANKS,
    CLASSES,
    DIGIT,
    EDGE,
    FINISH,
    FREE,
    LETTER,
    LINE_END,
    LINE_START,
    LOWER,
    MARK,
    OTHER,
    SIGNS,
    UPPER,
    WORD,
    one_case,
)

_TOKEN = lazy.regex(TOKEN, re.VERBOSE | re.DOTALL)
_MEMBER = lazy.regex(
    r"(?P<range>0-9|A-Z|a-z|\\d|\\w|\\pL|\\p\{\w+\})|\\x\{?(?P<code>[0-9a-fA-F]+)\}?"
    r"|\\?(?P<sign>[^a-zA-Z0-9])|(?<!\\)(?P<letter>[a-zA-Z0-9])",
    re.DOTALL,
)
_LETTERS, _RANGE = 6, 100
"""So many letters of a class are followed one by one; a class of more than the other has no letters."""

_ANCHORS = {
    "^": LINE_START, "$": LINE_END, r"\b": EDGE, r"\A": LINE_START, r"\z": LINE_END, r"\B": "",
    BEGIN: BEGIN, FINISH: FINISH,
}  # fmt: skip
_RANGES = {
    "0-9": DIGIT, "A-Z": UPPER, "a-z": LOWER, r"\d": DIGIT, r"\w": WORD, r"\pL": LETTER, r"\p{L}": LETTER,
    r"\p{Lu}": UPPER, r"\p{Ll}": LOWER,
}  # fmt: skip
_MANY = {"?": (0, 1), "*": (0, None), "+": (1, None)}
_BLANK = frozenset({" "})


class Reader:
    """Reads an expression.

    Args:
        regex: in RE2's syntax.
        before, after: signs for what stands before and after it.

    Attributes:
        tokens: what is not read yet, the next at the end.
    """

    def __init__(self, regex: str, before: str = "", after: str = "") -> None:
        self.tokens = [after] * bool(after) + _TOKEN.findall(regex)[::-1] + [before] * bool(before)
        self._any_case, self._dot = True, OTHER

    def branches(self) -> Part:
        """Read alternatives up to a closing bracket or the end."""
        parts = [self._sequence()]
        while self.tokens and self.tokens[-1] == "|":
            self.tokens.pop()
            parts.append(self._sequence())
        return either(parts)

    def _sequence(self) -> Part:
        run = Run()
        while self.tokens and self.tokens[-1] not in ("|", ")"):
            for part in self._repeated(self._item()):
                run.add(part)
        return run.part

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
            return Part(frozenset({self._dot})) if self._dot else ANY
        if token.startswith(r"\x"):
            return Part(frozenset({self._text(chr(int(token[2:].strip("{}"), 16)))}))
        if token[0] == "\\" and token[1].isalnum():
            return ANY  # \n, \t, \s, \p{Greek} and their like
        text = token[1:] if token[0] == "\\" else token
        return Part(frozenset({self._text(text)}))

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

    def _text(self, letters: str) -> str:
        """Return letters as they stand in strings."""
        return "".join([_letter(one, self._any_case) for one in letters])

    def _range(self, name: str) -> str:
        found = _RANGES[name]
        return LETTER if self._any_case and found in (UPPER, LOWER) else found

    def _class(self, inner: str) -> Part:
        """Return what a class is, its ranges and letters one by one, as far as these are few."""
        if inner.startswith("^"):
            return Part(frozenset({OTHER})) if r"\n" in inner else ANY
        members = [*_MEMBER.finditer(inner)]
        if sum(len(member[0]) for member in members) != len(inner):
            return ANY
        found, letters = {m[0] for m in members if m["range"]}, _letters(members)
        if not found <= _RANGES.keys() or len(letters) > _RANGE or "\n" in letters:
            return ANY
        for name in ("0-9", "A-Z", "a-z"):
            own = {letter for letter in letters if name[0] <= letter <= name[2]}
            if len(own) > _LETTERS:
                found, letters = found | {name}, letters - own
        marks = letters & CLASSES[MARK]
        ranges = set(map(self._range, found))
        if len(marks) > _LETTERS:
            ranges, letters = ranges | {MARK}, letters - marks
        if {UPPER, LOWER} <= ranges:
            ranges = ranges - {UPPER, LOWER} | {LETTER}
        return Part(frozenset({*ranges, *map(self._text, letters)}))

    def _repeated(self, part: Part) -> list[Part]:
        """Apply the quantifiers that follow an item."""
        parts, tokens = [part], self.tokens
        while tokens and tokens[-1][0] in "*+?{" and tokens[-1] != "{":
            many = tokens.pop().rstrip("?") or "?"
            if len(parts) > 1:
                parts = [ANY]  # a quantifier of another, which RE2 takes as well
            elif part.exact == _BLANK and many in ("+", "*"):
                parts = [Part(frozenset({BLANKS, ""} if many == "*" else {BLANKS}))]
            else:
                parts = times(parts[0], *_bounds(many))
        return parts


@lru_cache(maxsize=1024)
def _letter(letter: str, any_case: bool) -> str:
    """Return a letter as it stands in strings."""
    if letter >= chr(FREE) or letter in SIGNS:
        return OTHER
    if not any_case or letter.lower() == letter.upper():
        return letter
    plain = all(len(form) == 1 for form in (letter.lower(), letter.upper(), letter.casefold()))
    return chr(ord(one_case(letter)) + FREE) if plain and letter < "\uffff" else OTHER


def _bounds(many: str) -> tuple[int, int | None]:
    """Return how often something may stand in a row that has a quantifier; None for any number."""
    if many in _MANY:
        return _MANY[many]
    least, comma, most = many.strip("{}").partition(",")
    return int(least), int(most) if most else None if comma else int(least)


def _letters(members: Iterable[re.Match[str]]) -> set[str]:
    """Return the single letters of a class, and those of ranges that have no name."""
    chars = [chr(int(m["code"], 16)) if m["code"] else m["sign"] or m["letter"] or "" for m in members]
    bare = [m[0] == "-" for m in members]
    letters, at = set[str](), 0
    while at < len(chars):
        ranges = at + 2 < len(chars) and bare[at + 1] and chars[at] and chars[at + 2]
        if chars[at]:
            last = ord(chars[at + 2] if ranges else chars[at])
            letters.update(map(chr, range(ord(chars[at]), min(last, ord(chars[at]) + _RANGE) + 1)))
        at += 3 if ranges else 1
    return letters
