"""Writes out regular expressions that stand for a few texts: `(had )?not` is “had not” and “not”."""

from __future__ import annotations

MOST = 64
"""An expression that stands for more texts than this is left an expression."""


class _NotFew(Exception):
    """The expression stands for too many texts, or says something about its surroundings."""


def texts(regex: str) -> tuple[str, ...] | None:
    """Return all texts that an expression matches; None where they are many or it is not that simple.

    Literals, escaped signs, groups, `|` and `?` are understood.  A full stop at the very end is taken for
    one: whoever lists “etc.” among words has forgotten to escape it.

    Args:
        regex: as Python and RE2 read it.
    """
    try:
        found, at = _either(regex, 0)
    except _NotFew:
        return None
    return tuple(dict.fromkeys(found)) if at == len(regex) else None


def _either(regex: str, at: int) -> tuple[list[str], int]:
    """Read alternatives up to a `)` or the end; return their texts and where that is."""
    found, at = _sequence(regex, at)
    while at < len(regex) and regex[at] == "|":
        more, at = _sequence(regex, at + 1)
        found = found + more
    return found, at


def _sequence(regex: str, at: int) -> tuple[list[str], int]:
    done = [""]
    while at < len(regex) and regex[at] not in "|)":
        part, at = _atom(regex, at)
        if at < len(regex) and regex[at] == "?":
            part, at = [*part, ""], at + 1
        if at < len(regex) and regex[at] in "*+?{":
            raise _NotFew
        done = [head + tail for head in done for tail in part]
        if len(done) > MOST:
            raise _NotFew
    return done, at


def _atom(regex: str, at: int) -> tuple[list[str], int]:
    sign = regex[at]
    if sign == "(":
        start = at + 3 if regex.startswith("(?:", at) else at + 1
        if regex.startswith("?", start):
            raise _NotFew
        inner, end = _either(regex, start)
        if end == len(regex):
            raise _NotFew
        return inner, end + 1
    if sign == "\\" and at + 1 < len(regex) and not regex[at + 1].isalnum():
        return [regex[at + 1]], at + 2
    if sign in "\\[]*+?{}^$" or (sign == "." and at + 1 < len(regex)):
        raise _NotFew
    return [sign], at + 1
