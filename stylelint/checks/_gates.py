r"""Relaxes an expression to the first words that must stand there, which is quick to look for.

Gaps between words (`[^\n]*`, `{name}`) make an automaton for many expressions explode; what comes
before the first gap does not.  So a long expression is looked for by that part, its gate, and
confirmed only where the gate stands.  A gate never misses what the expression matches.
"""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections.abc import Iterator
from typing import NamedTuple

from stylelint.checks._items import Item, parse

_ENOUGH = {True: 3, False: 6}
"""A gate of so many characters is selective: at the start of a block, and anywhere."""

_CAP = 8
"""More characters than these make a gate no better."""


class Gate(NamedTuple):
    """Part of an expression: RE2 syntax, its least length, whether it is the start, and the whole of it."""

    regex: str
    least: int
    anchored: bool
    whole: bool


def gates(expression: str, *, at_start: bool = True) -> Iterator[Gate]:
    """Yield a gate for each branch of an expression.

    Args:
        expression: RE2 syntax with macros.
        at_start: whether it is known where a match begins, so that a short gate there will do.
    """
    for branch in parse(expression):
        yield _best(branch, at_start)


def open_ended(branch: tuple[Item, ...]) -> bool:
    """Tell whether a branch begins with a gap, so that its start says nothing."""
    for item in branch:
        if item.gap or any(map(open_ended, item.branches or ())):
            return True
        if item.least:
            return False
    return False


def start(branch: tuple[Item, ...]) -> int:
    """Return the least length of what a branch begins with up to its first gap."""
    return _relax(branch)[1]


def _best(branch: tuple[Item, ...], at_start: bool) -> Gate:
    """Return the gate at the start of a branch, or the longest further on where that says too little."""
    found = []
    for start in range(max(1, len(branch))):
        regex, least, whole = _relax(branch[start:])
        found.append(Gate(regex, least, start == 0, start == 0 and whole))
        if least >= _ENOUGH[at_start] and start == 0:
            return found[0]
    return max(found, key=lambda gate: min(gate.least, _CAP))


def _relax(branch: tuple[Item, ...]) -> tuple[str, int, bool]:
    """Return what a branch begins with up to its first gap: expression, least length, whether it is all."""
    text, least = "", 0
    for place, item in enumerate(branch):
        if item.gap:
            return text, least, False
        if item.text == r"\b" and not text:
            continue  # where a part of a block begins there may be no edge of a word in the block
        if item.branches is None:
            text, least = text + item.text + item.many, least + item.least
            continue
        inner = [_relax(b) for b in item.branches]
        if all(whole for _, _, whole in inner):
            text += item.text + "|".join(t for t, _, _ in inner) + ")" + item.many
            least += item.least
            continue
        if item.optional:
            inner.append(_relax(branch[place + 1 :]))
        text += item.text + "|".join(t for t, _, _ in inner) + ")"
        return text, least + min(length for _, length, _ in inner), False
    return text, least, True
