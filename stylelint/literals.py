"""Which words must stand in a text for an expression to match at all?

For a handful of drafts it is quicker to look for such words than to compile expressions into an automaton.
The method is the one of Cox's index for regular expressions ("Regular Expression Matching with a Trigram
Index", 2012), with whole words in the place of trigrams: every part of an expression is either known to the
letter, or has a set of strings of which one must occur, or says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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

_HEAVY = 8
"""What weighs more says no more."""

_ANCHORS = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\z"})
_SETS = frozenset("dDwWsSpPC")
_MEMBER = lazy.regex(r"\\x\{?([0-9a-fA-F]+)\}?|\\?([^a-zA-Z0-9])|(?<!\\)([a-zA-Z0-9])", re.DOTALL)
_LETTERS = 6
"""As many letters of a class are followed; more hardly tell one text from another."""

_REPEATS = 8
"""As many repetitions of one thing are followed."""


class _Part(NamedTuple):
    """What is known of a part.

    Attributes:
        exact: all it can be, to the letter; None where that is not known.
        some: strings of which one must occur in it.
        head: strings with one of which it begins.
    """

    exact: frozenset[str] | None = None
    some: frozenset[str] | None = None
    head: frozenset[str] | None = None

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
    return tuple(sorted(_without_longer({text.casefold() for text in found})))


def _without_longer(texts: set[str]) -> Iterator[str]:
    """Yield the texts in which no other of them stands."""
    lengths = sorted({len(text) for text in texts})
    for text in texts:
        parts = (text[at : at + n] for n in lengths if n < len(text) for at in range(len(text) - n + 1))
        if texts.isdisjoint(parts):
            yield text


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
        if part.head is not None and len(run) * len(part.head) <= _MOST:
            run = frozenset(a + b for a in run for b in part.head)
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
        members = _members(token[1:-1])
        return _Part(members) if members else _ANY
    return _ANY if token == "." else _Part(frozenset({token}))


def _members(inner: str) -> frozenset[str] | None:
    """Return the characters of a class, None where they are many or not all known."""
    found = [m for m in _MEMBER.finditer(inner) if inner[0] != "^"]
    if sum(len(m[0]) for m in found) != len(inner):
        return None
    chars = [chr(int(m[1], 16)) if m[1] else m[2] or m[3] for m in found]
    bare = [m[0] == "-" for m in found]
    members: set[str] = set()
    at = 0
    while at < len(chars):
        ranges = at + 2 < len(chars) and bare[at + 1]
        last = chars[at + 2] if ranges else chars[at]
        members.update(map(chr, range(ord(chars[at]), min(ord(last), ord(chars[at]) + _MOST) + 1)))
        at += 3 if ranges else 1
    many = len(members) > _MOST or sum(map(str.isalnum, members)) > _LETTERS
    return None if many else frozenset(members)


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
            part = _times(part, "1," if many[0] == "+" else many.strip("{}?"))
        else:
            part = _ANY
    return part


def _times(part: _Part, many: str) -> _Part:
    """Return what is known of a part that stands `3` or `2,` or `2,5` times in a row."""
    least, comma, _ = many.partition(",")
    if part.exact is None:
        return _Part(None, part.literals, part.head)
    run, number = part.exact, 1
    while number < min(int(least), _REPEATS) and len(run) * len(part.exact) <= _MOST:
        run, number = frozenset(a + b for a in run for b in part.exact), number + 1
    return _Part(run) if not comma and number == int(least) else _Part(None, _better(run, None), run)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Return the set that says more: its shortest string is longer, or it has fewer."""
    found = [(_worth(strings), strings) for strings in (one, other) if strings]
    worth, best = max(found, key=lambda pair: pair[0], default=((0, 0), None))
    return best if worth[0] >= _LEAST else None


def _worth(found: frozenset[str]) -> tuple[int, int]:
    # No text weighs less than it is long.
    weight = _HEAVY if min(map(len, found)) >= _HEAVY else min(_HEAVY, *map(_weight, found))
    return weight, -len(found)


def _weight(text: str) -> int:
    light = sum(map(str.isalpha, text)) + text.count(" ")
    return light + 3 * (len(text) - light)
