r"""Cues as one table of programs, each with the letters that its words begin with.

Of some hundred expressions those few are tried at a word that begin as it does.  RE2 would make states of
all of them first.  The table is a string of numbers, as programs are (`_programs.py`), which C reads.  It has
a row for each expression: the number of its cue, where it may begin, n and so many letters, n and so many
numbers of its program.  The letters are several beginnings, with line ends between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stylelint.checks._first_words import first_words
from stylelint.checks._items import begins_in_word, parse
from stylelint.checks._programs import program

START, WORD, OPEN, AFTER = range(4)
"""Where a program may begin: at the start of the block; at the start of a word; anywhere but inside a word;
one letter before those that it is known by.
"""

_KNOWN = 6
"""Of letters that a program begins with, so many are looked at."""

_MOST = 0xD000
"""Numbers in a row, none of which then is one half of a surrogate pair."""

_ONE = re.compile(r"\[[^\]]*\]|(?P<digit>\\d(?:\+|(?![*?{])))|\\.")
_SOME_WORD = re.compile(r"(\\w|\[\\w[^\]\\]*\])\+(?=[^?])(.+)", re.DOTALL)
"""What begins with a word of any letters: how it ends says as much."""


class Words(NamedTuple):
    """The words of a cue: expressions, and where in a block they stand: anywhere, at its start or its end."""

    any: tuple[str, ...]
    at: str


class _Row(NamedTuple):
    """An expression, where it may begin, and with what letters; "" where they are not known."""

    regex: str
    where: int
    letters: Iterable[str] = ("",)


def table(cues: Sequence[Words]) -> str:
    """Return the table of cues; "" where one of them is for RE2 alone."""
    parts: list[str] = []
    for cue, words in enumerate(cues):
        for row in _rows(words):
            code, letters = program(row.regex, case=False), "\n".join(sorted(row.letters))
            if not code or len(letters) >= _MOST:
                return ""
            parts += [chr(cue), chr(row.where), chr(len(letters)), letters, chr(len(code)), code]
    return "".join(parts)


def _rows(words: Words) -> Iterator[_Row]:
    after = r"\W*$" if words.at == "end" else r"(?:\b|$)"
    for body in words.any:
        if words.at == "start":
            yield _Row(rf"^[^\w\x1a]*(?:{body}){after}", START)
            continue
        some = _SOME_WORD.fullmatch(body) if len(parse(body)) == 1 else None
        rest = first_words(some[2], _KNOWN) if some else ()
        if some and not any(letters[:1].isalnum() or letters[:1] in ("", "_") for letters in rest):
            yield _Row(f"{some[1]}(?:{some[2]}){after}", AFTER, rest)
            continue
        letters = first_words(_ONE.sub(_plainer, body), _KNOWN)
        where = WORD if begins_in_word(body) else OPEN
        yield _Row(f"(?:{body}){after}", where, ("",) if "" in letters else letters)


def _plainer(match: re.Match[str]) -> str:
    """Return each digit for one that stands for all, with anything after it."""
    return "(?:0|1|2|3|4|5|6|7|8|9)." if match["digit"] else match[0]
