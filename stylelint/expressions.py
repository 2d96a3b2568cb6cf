"""What can be told of an expression from its text."""

from __future__ import annotations

from functools import cache

from stylelint import lazy

ATOM = lazy.regex(r"\\[pP](?:\{[^}]*\}|\w)|\\[^\n]|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]")
"""What is escaped, or a class."""

TOKEN = r"""\\[pP](?:\{\^?\w+\}|\w)|\\x\{[0-9a-fA-F]+\}|\\x[0-9a-fA-F]{2}|\\.
    | \[\^?\]?(?:\\x\{[0-9a-fA-F]+\}|\\.|\[:\^?\w+:\]|[^\]\\])*\]
    | \((?:\?(?:P?<\w+>|[a-zA-Z-]*[:)]))?
    | [*+?]\??|\{\d+(?:,\d*)?\}\??|[^\\.+*?()|\[\]{}^$]+(?![*+?]|\{\d)|."""
"""A part of an expression by itself, verbose: what is escaped, a class, how a group begins, a quantifier,
letters in a row that have none, or one other.
"""

_GROUP = lazy.regex(r"\([^()]*\)")

_ESCAPED = r"\\(?:[bBdwS!-/:-@\[-`{-~ ]|p[LMNPS]|p\{[LMNPS]\w*\})"
_IN_LINE = lazy.regex(rf"{_ESCAPED}|\[(?!\^|.*\[:)(?:{_ESCAPED}|[^\\])+|\[\^(?:\\.|[^\\])*?\\n(?:\\.|[^\\])*")
"""Those of them that are known to take no line end."""

_OVER_LINES = lazy.regex(r"[\x00-\x1f]|\(\?[a-zA-Z-]*s")
"""What else may take one: control characters, as ranges may begin with them, and a stop with this flag."""


@cache
def stays_in_line(regex: str) -> bool:
    """Tell whether no match of an expression takes a line end; False also where that is not plain to see.

    Args:
        regex: RE2 syntax.
    """
    if _OVER_LINES.search(ATOM.sub("", regex)):
        return False
    return all(_IN_LINE.fullmatch(atom) and not _OVER_LINES.search(atom) for atom in ATOM.findall(regex))


def stands_first(regex: str) -> bool:
    """Tell whether every branch of an expression begins with `^`.

    Args:
        regex: RE2 syntax, without flags at its start.
    """
    if not regex.startswith("^"):
        return False
    # What is escaped, what stands in a class and what a bracket holds has no stroke between branches.
    text, groups = ATOM.sub(".", regex), 1
    while groups:
        text, groups = _GROUP.subn(".", text)
    return all(branch.startswith("^") for branch in text.split("|"))
