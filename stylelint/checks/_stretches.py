"""Expressions for stretches of page furniture: the frames that tie them to a block."""

from __future__ import annotations

from collections.abc import Iterable

from stylelint.checks._gates import gates
from stylelint.checks._macros import GAPS, MACROS, expand, listed
from stylelint.checks._openings import openings, shortest

_BEFORE = r"[ •⦁▪■◆·*>»►▶▸→←«↓|\[(_-]*"
_START = f"^ *{_BEFORE}"
_AFTER = r"[ .!…»«›>→►▶↓|*\])_-]*"
# A stretch glued to a paragraph begins after the end of a sentence, or runs into the word before it.
_EDGE = r"(?:[.!?…][)\]\"'»]* *|[)\]»|•·*–—] *|(?-i:\p{Ll}))"


def whole(expressions: Iterable[str]) -> str:
    """Return an expression for a block that is one of these; group 1 is the block but for outer blanks."""
    return f"^ *({_BEFORE}(?:{_either(expressions)}){_AFTER})$"


def head(expressions: Iterable[str]) -> str:
    """Return an expression for one of these at the start of a block that goes on; group 1 is the stretch."""
    return f"^ *({_BEFORE}(?:{_either(expressions)})) *[^\\n ]"


def tail(expressions: Iterable[str]) -> str:
    """Return an expression for one of these at the end of a block; group 1 is the stretch."""
    return f"{_EDGE}([\\[(*>»►▶→|]*(?:{_either(expressions)})[ .!…»›>→►*\\])]*)$"


def gate(lines: Iterable[str], heads: Iterable[str], tails: Iterable[str]) -> str:
    """Return an expression that stands in every block in which one of these may be found."""
    starts: list[str] = []
    anywhere: list[str] = []
    others: list[str] = []
    both = [*((e, True) for e in (*lines, *heads)), *((e, False) for e in tails)]
    for expression, at_start in ((listed(e), where) for e, where in both):
        for found in openings(expression, GAPS, MACROS, at_start=at_start):
            if found is None:
                others += [_rest(expression, at_start)]
            else:
                (starts if found.anchored else anywhere).append(found.text)
    frames = ((f"{_START}(?:%s)", shortest(starts)), ("(?:%s)", shortest(anywhere)))
    words = [frame % "|".join(map(_escaped, found)) for frame, found in frames if found]
    return "|".join([*words, *dict.fromkeys(others)])


def _escaped(word: str) -> str:
    return "".join(letter if letter.isalnum() or letter == " " else "\\" + letter for letter in word)


def _rest(expression: str, at_start: bool) -> str:
    """Return a gate for an expression of which a branch has no words to look for."""
    found = [*gates(expression, GAPS, MACROS, at_start=at_start)]
    frames = {True: f"{_START}(?:%s){_AFTER}$", False: f"{_START}(?:%s)"}
    return "|".join(frames[g.whole] % g.regex if g.anchored and at_start else f"(?:{g.regex})" for g in found)


def _either(expressions: Iterable[str]) -> str:
    return "|".join(f"(?:{expand(e)})" for e in expressions)
