r"""Relaxes an expression to the first words that must stand there, which is quick to look for.

Gaps between words (`[^\n]*`, `{name}`) make an automaton for many expressions explode; what comes
before the first gap does not.  So a long expression is looked for by that part, its gate, and
confirmed only where the gate stands.  A gate never misses what the expression matches.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stylelint import lazy

_TOKEN = lazy.regex(
    r"""(?P<macro>\{[a-z]+\})
      | (?P<flags>\(\?[a-zA-Z-]+\))
      | (?P<set>\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\])
      | (?P<open>\((?:\?(?:P<\w+>|[a-zA-Z-]*:))?)
      | (?P<close>\)) | (?P<or>\|)
      | (?P<many>(?:[*+?]|\{\d+(?:,\d*)?\})\??)
      | (?P<edge>\\[bB]|\^|\$)
      | (?P<char>\\[pP]\{\w+\}|\\x[0-9a-fA-F]{2}|\\.|.)""",
    re.VERBOSE | re.DOTALL,
)

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


@dataclass(slots=True)
class Item:
    """A character, a class or a group of branches, with its quantifier; `optional`: it may be missing."""

    text: str
    least: int
    gap: bool = False
    branches: list[list[Item]] | None = None
    many: str = ""

    @property
    def optional(self) -> bool:
        return self.many[:1] in ("*", "?") or self.many.startswith("{0")


def gates(
    expression: str, gaps: Collection[str], macros: Mapping[str, str], *, at_start: bool = True
) -> Iterator[Gate]:
    """Yield a gate for each branch of an expression.

    Args:
        expression: RE2 syntax with macros.
        gaps: the macros that stand for any text.
        macros: what every macro means.
        at_start: whether it is known where a match begins, so that a short gate there will do.
    """
    for branch in parse(expression, gaps, macros):
        yield _best(branch, at_start)


def parse(expression: str, gaps: Collection[str], macros: Mapping[str, str]) -> list[list[Item]]:
    """Return the branches of an expression, each as its items."""
    return _parse([*_TOKEN.finditer(expression)], 0, gaps, macros)[0]


def _parse(
    tokens: list[re.Match[str]], at: int, gaps: Collection[str], macros: Mapping[str, str]
) -> tuple[list[list[Item]], int]:
    """Parse up to a closing bracket; return the branches and the place after it."""
    branches: list[list[Item]] = [[]]
    while at < len(tokens):
        kind, text = tokens[at].lastgroup or "", tokens[at][0]
        at += 1
        if kind == "close":
            break
        if kind == "or":
            branches.append([])
        elif kind == "many":
            _quantify(branches[-1][-1], text)
        elif kind == "open":
            inner, at = _parse(tokens, at, gaps, macros)
            branches[-1].append(Item(text, min(_length(b) for b in inner), branches=inner))
        else:
            branches[-1].append(_leaf(kind, text, gaps, macros))
    return branches, at


def _leaf(kind: str, text: str, gaps: Collection[str], macros: Mapping[str, str]) -> Item:
    if kind == "macro":
        return Item(macros.get(text, text), 1, gap=text in gaps)
    if kind == "flags":
        return Item("", 0)  # without them it finds no less
    return Item(text, 0 if kind == "edge" else 1, gap=text.startswith("[^") or text in (r"\w", "."))


def _quantify(item: Item, many: str) -> None:
    item.many = many
    if item.optional:
        item.least = 0
    elif many.startswith("{"):
        item.least *= int(many.strip("{}?").partition(",")[0])


def open_ended(branch: list[Item]) -> bool:
    """Tell whether a branch begins with a gap, so that its start says nothing."""
    for item in branch:
        if item.gap or any(map(open_ended, item.branches or ())):
            return True
        if item.least:
            return False
    return False


def begins_in_word(expression: str) -> bool:
    """Tell whether all that an expression matches begins with a letter of ASCII, a digit or an underscore."""
    return all(map(_in_word, parse(expression, (), {})))


def _in_word(branch: list[Item]) -> bool:
    for item in branch:
        plain = item.text.isascii() and (item.text.isalnum() or item.text in (r"\w", r"\d", "_"))
        if not (plain if item.branches is None else all(map(_in_word, item.branches))):
            return False
        if not item.optional:
            return True
    return False


def start(branch: list[Item]) -> int:
    """Return the least length of what a branch begins with up to its first gap."""
    return _relax(branch)[1]


def _length(branch: list[Item]) -> int:
    return sum(item.least for item in branch)


def _best(branch: list[Item], at_start: bool) -> Gate:
    """Return the gate at the start of a branch, or the longest further on where that says too little."""
    found = []
    for start in range(max(1, len(branch))):
        regex, least, whole = _relax(branch[start:])
        found.append(Gate(regex, least, start == 0, start == 0 and whole))
        if least >= _ENOUGH[at_start] and start == 0:
            return found[0]
    return max(found, key=lambda gate: min(gate.least, _CAP))


def _relax(branch: list[Item]) -> tuple[str, int, bool]:
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
