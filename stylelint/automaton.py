"""The needs of many rules compiled into a few automata, each of which reads a text once for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from stylelint import lazy
from stylelint.checks.base import Need
from stylelint.document import Document
from stylelint.openings import Owner
from stylelint.patterns import Several, begins, block_data
from stylelint.rulebook.rule import Rule

_GAP = lazy.regex(r"(?:[\].)]|\\[wWdDsS]|\\[pP](?:\{\w+\}|\w))(?:[*+]|\{\d+,\d*\})")
"""A repetition of anything but one letter."""


def automata(rules: Sequence[Rule], needs: Sequence[tuple[Need, ...]]) -> Iterator[Automaton]:
    r"""Yield as few automata as do not get in each other's way.

    An automaton keeps in its state what has matched so far and what may still go on, so that the states of
    expressions which fire often, and of those with gaps (`[^\n]*`), multiply; so do those of what may only
    stand first, what follows the end of a sentence, and what stands anywhere.  Measured on news, the first
    time over: all together 2 MB/s, in these groups 19 MB/s, and 39 from then on.
    """
    groups: dict[tuple[bool, bool, str], list[tuple[Need, Owner]]] = {}
    for index, rule in enumerate(rules):
        by_block = bool(rule.check.marks)
        for number, need in enumerate(needs[index]):
            if need:
                manner = _beginning(need) if by_block else _gap(need)
                group = groups.setdefault((by_block, rule.chapter == "proselint", manner), [])
                group.append((need, (index, number)))
    return (Automaton(wanted, by_block=key[0], first=key[2] == "^") for key, wanted in groups.items())


def _gap(need: Need) -> str:
    return "*" if any(map(_GAP.search, _every(need))) else ""


def _beginning(need: Need) -> str:
    """Return "^" where a need can be met by the start of a text alone, "[" for a class of letters, or ""."""
    return next((sign for sign in "^[" if all(begins(expression, sign) for expression in _every(need))), "")


def _every(need: Need) -> tuple[str, ...]:
    return (need,) if isinstance(need, str) else need


class Automaton:
    """The needs of some rules, compiled.

    Args:
        needs: each with whose it is.
        by_block: whether they are to be looked for in each block by itself.
        first: whether all of them begin with the start of a text.
    """

    def __init__(
        self, needs: Sequence[tuple[Need, Owner]], *, by_block: bool = False, first: bool = False
    ) -> None:
        self.by_block = by_block
        self._numbers: dict[str, int] = {}
        self._alone: dict[int, list[Owner]] = {}
        self._together: dict[int, list[tuple[frozenset[int], Owner]]] = {}
        for need, owner in needs:
            self._add(owner, need)
        flags = "(?i)" if first else "(?mi)"
        self._several = Several((flags + expression for expression in self._numbers), first=first)

    def _add(self, owner: Owner, need: Need) -> None:
        one, *others = (self._numbers.setdefault(e, len(self._numbers)) for e in _every(need))
        if others:
            self._together.setdefault(one, []).append((frozenset(others), owner))
        else:
            self._alone.setdefault(one, []).append(owner)

    def met(self, data: bytes) -> Collection[Owner]:
        """Return whose needs are met in a text."""
        matched = self._several.matching(data)
        return self._owners(matched) if matched else ()

    def in_blocks(self, document: Document) -> Iterator[tuple[int, Collection[Owner]]]:
        """Yield the index of each block in which needs are met, and whose."""
        matching = self._several.matching
        for index, data in enumerate(block_data(document)):
            if matched := matching(data):
                yield index, self._owners(matched)

    def _owners(self, matched: list[int]) -> Collection[Owner]:
        found: set[Owner] = set()
        for number in matched:
            found.update(self._alone.get(number, ()))
            for others, owner in self._together.get(number, ()):
                if others.issubset(matched):
                    found.add(owner)
        return found
