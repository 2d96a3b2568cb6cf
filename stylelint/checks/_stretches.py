"""Expressions for stretches of page furniture: the frames that tie them to a block."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from stylelint import lazy
from stylelint.checks._endings import SIGNS_BEFORE
from stylelint.checks._gates import gates
from stylelint.checks._macros import GAPS, SMALL, expand, listed
from stylelint.checks._openings import Opening, openings, shortest
from stylelint.openings import BEFORE, CLOSING, END, LONG, START

_CLOSING = tuple(CLOSING)

_SIGN = lazy.regex(r"[\0-\x1f!-/:-@\[-`{-\x7f]")
"""What of a literal has a stroke before it: RE2 wants none before a letter, nor before what is not ASCII."""

_HEAD = f"{START}(?:%s)"
_LINE = f"{_HEAD}{END}"
# A stretch glued to a paragraph begins after the end of a sentence, or runs into the word before it.
_EDGE = rf"(?:{SIGNS_BEFORE}|(?-i:[{SMALL}]))"


def ends(heads: Sequence[str], tails: Sequence[str], unless: Sequence[str]) -> tuple[str, str, str]:
    """Return what a check looks for at the edges of blocks as RE2 has it, "" for what there is none of.

    One for heads, one for tails, one for `unless`.
    """
    return head(heads) if heads else "", tail(tails) if tails else "", _either(unless)


def head(expressions: Iterable[str]) -> str:
    """Return an expression for one of these at the start of a block that goes on; group 1 is the stretch."""
    return f"^ *({BEFORE}(?:{_either(expressions)})) *[^\\n ]"


def tail(expressions: Iterable[str]) -> str:
    """Return an expression for one of these at the end of a block, and what comes before it.

    Without a group for the stretch, as RE2 finds places of groups at a twentieth of its speed, and from some
    tails to the end of a line there are megabytes.
    """
    return f"{_EDGE}[\\[(*>»►▶→|]*(?:{_either(expressions)})[ .!…»›>→►*\\])]*\\z"


def telling(lines: Iterable[str]) -> list[str]:
    """Return how a sentence begins that may be a line and end a block, casefolded, in order.

    What begins with a gap, or with a short word, is left out: it would be looked for everywhere.  So is what
    begins with a sign that ends the sentence before it.
    """
    return shortest(
        found.text
        for expression in lines
        if not expression.startswith((*GAPS, "[^", "(?:[^", "(?-i:"))
        for found in _openings(expression, True)
        if found and found.anchored and len(found.text) >= LONG and not found.text.startswith(_CLOSING)
    )


@cache
def _openings(expression: str, at_start: bool) -> tuple[Opening | None, ...]:
    return tuple(openings(listed(expression), at_start=at_start))


class Gates(NamedTuple):
    """What must be seen before one of several expressions can be found.

    Attributes:
        openings: how a block begins in which a line or a head is found, as `openings.plain` makes it.
        need: an expression for what begins otherwise, and for tails; "" where there is none.
    """

    openings: tuple[str, ...]
    need: str


def gates_for(lines: Iterable[str], heads: Iterable[str], tails: Iterable[str]) -> Gates:
    """Return the gates of expressions: none is found where neither of the two is seen."""
    starts: list[str] = []
    anywhere: list[str] = []
    others: list[str] = []
    frames = [*((e, _LINE) for e in lines), *((e, _HEAD) for e in heads), *((e, "") for e in tails)]
    for expression, frame in frames:
        for found in _openings(expression, bool(frame)):
            if found is None:
                others += [_rest(listed(expression), frame)]
            else:
                (starts if found.anchored else anywhere).append(found.text)
    words = "|".join(_SIGN.sub(r"\\\g<0>", word) for word in shortest(anywhere))
    need = [f"(?:{words})"] if words else []
    return Gates(tuple(shortest(starts)), "|".join([*need, *dict.fromkeys(others)]))


def _rest(expression: str, frame: str) -> str:
    """Return a gate for an expression of which a branch has no words; `frame` is that of a whole match."""
    found = [*gates(expression, at_start=bool(frame))]
    return "|".join(
        (frame if g.whole else _HEAD) % g.regex if g.anchored and frame else f"(?:{g.regex})" for g in found
    )


def _either(expressions: Iterable[str]) -> str:
    return "|".join(f"(?:{expand(e)})" for e in expressions)
