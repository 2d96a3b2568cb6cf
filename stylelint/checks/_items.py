"""Expressions as their branches, and these as their items: letters in a row, classes, edges, groups."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

import re
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from stylelint.checks._macros import GAPS, MACROS
from stylelint.expressions import TOKEN

EDGES = (r"\b", r"\B", "^", "$")

Branches: TypeAlias = tuple[tuple["Item", ...], ...]


class Item(NamedTuple):
    """A part of an expression, with its quantifier.

    Attributes:
        text: RE2 syntax; of a group how it begins, of a macro what it means.
        letters: which letters it is, if it is nothing else.
        least: the least length of what it matches.
        gap: whether it stands for any text.
        branches: of a group.
        many: the quantifier, "" for none.
    """

    text: str
    letters: str = ""
    least: int = 0
    gap: bool = False
    branches: Branches | None = None
    many: str = ""

    @property
    def optional(self) -> bool:
        """Whether it may be missing."""
        return self.many.startswith(("*", "?", "{0"))


@lru_cache(maxsize=2048)
def parse(expression: str) -> Branches:
    """Return the branches of an expression, each as its items.

    Args:
        expression: RE2 syntax, in which macros may stand.
    """
    return _branches(_token().findall(expression)[::-1])


@cache
def _token() -> re.Pattern[str]:
    macros = "|".join(map(re.escape, MACROS))
    return re.compile(f"{macros}|{TOKEN}", re.VERBOSE | re.DOTALL)


def _branches(tokens: list[str]) -> Branches:
    """Read up to a closing bracket or the end.

    Args:
        tokens: what is not read yet, the next at the end.
    """
    branches: list[list[Item]] = [[]]
    while tokens and (token := tokens.pop()) != ")":
        if token == "|":
            branches.append([])
            continue
        item = _group(token, tokens) if token[0] == "(" else _leaf(token)
        many = tokens.pop() if tokens and _is_quantifier(tokens[-1]) else ""
        branches[-1].append(item._replace(many=many, least=item.least * _at_least(many)) if many else item)
    return tuple(map(tuple, branches))


def _group(token: str, tokens: list[str]) -> Item:
    if token.endswith(")"):
        return Item("")  # flags, without which it finds no less
    branches = _branches(tokens)
    return Item(token, least=min(map(length, branches)), branches=branches)


def _leaf(token: str) -> Item:
    if token in MACROS:
        return Item(MACROS[token], least=1, gap=token in GAPS)
    letters = _letters(token)
    least = 0 if token in EDGES else len(letters) or 1
    return Item(token, letters, least, gap=token.startswith("[^") or token in (r"\w", "."))


def _letters(token: str) -> str:
    if token[0] == "\\":
        if token[1] == "x" and token[2:]:
            return chr(int(token[2:].strip("{}"), 16))
        return token[1:] if len(token) == 2 and not token[1].isalnum() else ""
    if token[0] == "[" and len(token) > 1:
        return token[1] if len(token) == 3 else ""
    return "" if token in (".", "^", "$") else token


def _is_quantifier(token: str) -> bool:
    return token[0] in "*+?" or (token[0] == "{" and token[1:2].isdigit())


def _at_least(many: str) -> int:
    return int(many.strip("{}?").partition(",")[0]) if many[0] == "{" else int(many[0] == "+")


def length(branch: tuple[Item, ...]) -> int:
    """Return the least length of what a branch matches."""
    return sum(item.least for item in branch)


def begins_in_word(expression: str) -> bool:
    """Tell whether all that an expression matches begins with a letter of ASCII, a digit or an underscore."""
    return all(map(_in_word, parse(expression)))


def _in_word(branch: tuple[Item, ...]) -> bool:
    for item in branch:
        first = item.letters[:1]
        plain = (first.isascii() and first.isalnum()) or first == "_" or item.text in (r"\w", r"\d")
        if not (plain if item.branches is None else all(map(_in_word, item.branches))):
            return False
        if not item.optional:
            return True
    return False
