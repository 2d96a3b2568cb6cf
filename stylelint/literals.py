"""Which words must stand in a text for an expression to match at all?

For a handful of drafts it is quicker to look for such words than to compile expressions into an automaton.
The method is the one of Cox's index for regular expressions ("Regular Expression Matching with a Trigram
Index", 2012), with whole words in the place of trigrams: every part of an expression is either known to the
letter, or has a set of strings of which one must occur, or says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from stylelint import lazy

_TOKEN = lazy.regex(
    r"""\\[pP](?:\{\^?\w+\}|\w)|\\x\{[0-9a-fA-F]+\}|\\x[0-9a-fA-F]{2}|\\.
      | \[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]
      | \((?:\?(?:P?<\w+>|[a-zA-Z-]*:|[a-zA-Z-]+(?=\))))?
      | [*+?]\??|\{\d+(?:,\d*)?\}\??|.""",
    re.VERBOSE | re.DOTALL,
)
_MOST = 64
"""More strings than these are not followed letter by letter."""

_LEAST = 2
"""What weighs less says too little.  Letters and blanks weigh 1, all others 3."""

_ANCHORS = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\z"})
_SETS = frozenset("dDwWsSpPC")
_LITERAL_SET = lazy.regex(r"\[(?:\\[^a-zA-Z0-9]|[^\\\]\[^-])+\]")


class _Part(NamedTuple):
    """What is known of a part: all it can be, to the letter, or strings of which one must occur in it."""

    exact: frozenset[str] | None = None
    some: frozenset[str] | None = None

    @property
    def literals(self) -> frozenset[str] | None:
        """The best set of which one must occur."""
        return _better(self.some, self.exact)


_EMPTY = _Part(frozenset({""}))
_ANY = _Part()


@lru_cache(maxsize=4096)
def literals(regex: str) -> tuple[str, ...]:
    """Return strings of which one must stand in every text that an expression matches, ignoring case.

    Args:
        regex: in RE2's syntax.

    Returns:
        Casefolded, sorted; to be looked for in casefolded text.  Empty where nothing can be said.
    """
    tokens = _TOKEN.findall(regex)
    if r"\Q" in tokens or r"\E" in tokens:
        return ()
    tokens.reverse()
    found = _branches(tokens).literals
    if tokens or not found:
        return ()
    folded = {text.casefold() for text in found}
    return tuple(sorted(text for text in folded if not any(o != text and o in text for o in folded)))


def _branches(tokens: list[str]) -> _Part:
    """Read alternatives up to a closing bracket or the end; the tokens stand last first."""
    parts = [_sequence(tokens)]
    while tokens and tokens[-1] == "|":
        tokens.pop()
        parts.append(_sequence(tokens))
    if len(parts) == 1:
        return parts[0]
    exact = _joined(part.exact for part in parts)
    return _Part(exact if exact and len(exact) <= _MOST else None, _joined(part.literals for part in parts))


def _joined(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    result: frozenset[str] = frozenset()
    for one in sets:
        if one is None:
            return None
        result |= one
    return result


def _sequence(tokens: list[str]) -> _Part:
    run: frozenset[str] = frozenset({""})
    some, whole = None, True
    while tokens and tokens[-1] not in ("|", ")"):
        part = _repeated(_item(tokens), tokens)
        if part.exact is not None and len(run) * len(part.exact) <= _MOST:
            run = frozenset(a + b for a in run for b in part.exact)
            continue
        some, whole = _better(_better(some, run), part.literals), False
        # What follows a gap begins anew; what may follow a long list of words does so too.
        run = frozenset({""})
    return _Part(run if whole else None, None if whole else _better(some, run))


def _item(tokens: list[str]) -> _Part:
    """Read one character, class or group."""
    token = tokens.pop()
    if token.startswith("("):
        if token.endswith((")", "s", "i", "m", "U")) and not token.endswith(":") and token != "(":
            tokens.pop()  # the bracket of flags such as (?i)
            return _EMPTY
        part = _branches(tokens)
        tokens.pop()
        return part
    if token in _ANCHORS:
        return _EMPTY
    if token.startswith("\\"):
        return _escaped(token)
    if token.startswith("[") and len(token) > 1:
        inner = token[1:-1].replace("\\", "")
        return _Part(frozenset(inner)) if _LITERAL_SET.fullmatch(token) and len(inner) <= 6 else _ANY
    return _ANY if token == "." else _Part(frozenset({token}))


def _escaped(token: str) -> _Part:
    if token[1] == "x":
        return _Part(frozenset({chr(int(token[2:].strip("{}"), 16))}))
    if token[1] in _SETS:
        return _ANY
    if token[1].isalnum():
        return _ANY  # \n, \t and their like
    return _Part(frozenset({token[1]}))


def _repeated(part: _Part, tokens: list[str]) -> _Part:
    """Apply the quantifiers that follow an item."""
    while tokens and tokens[-1][0] in "*+?{" and tokens[-1] != "{":
        many = tokens.pop()
        if many[0] == "?" and part.exact is not None:
            part = _Part(part.exact | {""})
        elif many[0] == "+" or (many[0] == "{" and many[1] != "0"):
            part = _Part(None, part.literals)
        else:
            part = _ANY
    return part


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Return the set that says more: its shortest string is longer, or it has fewer."""
    if one is None or other is None or _worth(one) == _worth(other):
        found = other if one is None else one
    else:
        found = max(one, other, key=_worth)
    return found if found and _worth(found)[0] >= _LEAST else None


def _worth(found: frozenset[str]) -> tuple[int, int]:
    return min(min(map(_weight, found)), 8), -len(found)


def _weight(text: str) -> int:
    return sum(1 if char.isalpha() or char == " " else 3 for char in text)
