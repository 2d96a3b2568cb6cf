"""The needs of many rules compiled into a few automata, each of which reads a text once for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from stylelint import lazy
from stylelint.checks.base import Need
from stylelint.document import Document
from stylelint.patterns import Several, block_data
from stylelint.rulebook.rule import Rule

_GAP = lazy.regex(r"(?:[\].)]|\\[wWdDsS]|\\[pP](?:\{\w+\}|\w))(?:[*+]|\{\d+,\d*\})")
"""A repetition of anything but one letter."""


def automata(rules: Sequence[Rule], needs: Sequence[tuple[Need, ...]]) -> Iterator[Automaton]:
    r"""Yield as few automata as do not get in each other's way.

    An automaton keeps in its state what has matched so far and what may still go on, so that the states of
    expressions which fire often, and of those with gaps (`[^\n]*`), multiply.  Measured on news, the first
    time over: all together 2 MB/s, in these groups 50 MB/s.
    """
    groups: dict[tuple[bool, bool, bool], dict[int, list[Need]]] = {}
    for index, rule in enumerate(rules):
        by_block = bool(rule.check.marks)
        for need in needs[index]:
            gap = not by_block and any(map(_GAP.search, _every(need)))
            groups.setdefault((by_block, rule.chapter == "proselint", gap), {}).setdefault(index, []).append(
                need
            )
    return (Automaton(wanted, by_block=key[0]) for key, wanted in groups.items())


def _every(need: Need) -> tuple[str, ...]:
    return (need,) if isinstance(need, str) else need


class Automaton:
    """The needs of some rules, compiled.

    Args:
        needs: by the index of the rule.
        by_block: whether they are to be looked for in each block by itself.
    """

    def __init__(self, needs: Mapping[int, Sequence[Need]], *, by_block: bool = False) -> None:
        self.by_block = by_block
        self._numbers: dict[str, int] = {}
        self._alone: dict[int, list[int]] = {}
        self._together: dict[int, list[tuple[frozenset[int], int]]] = {}
        for index, several in needs.items():
            for need in several:
                self._add(index, need)
        self._several = Several(f"(?mi){expression}" for expression in self._numbers)

    def _add(self, index: int, need: Need) -> None:
        one, *others = (self._numbers.setdefault(e, len(self._numbers)) for e in _every(need))
        if others:
            self._together.setdefault(one, []).append((frozenset(others), index))
        else:
            self._alone.setdefault(one, []).append(index)

    def fired(self, data: bytes) -> Collection[int]:
        """Return the indexes of the rules of which a need is met in a text."""
        matched = self._several.matching(data)
        return self._met(matched) if matched else ()

    def in_blocks(self, document: Document) -> Iterator[tuple[int, Collection[int]]]:
        """Yield the index of each block in which a need is met, and the rules that have it."""
        matching = self._several.matching
        for index, data in enumerate(block_data(document)):
            if matched := matching(data):
                yield index, self._met(matched)

    def _met(self, matched: list[int]) -> Collection[int]:
        found: set[int] = set()
        for number in matched:
            found.update(self._alone.get(number, ()))
            for others, index in self._together.get(number, ()):
                if others.issubset(matched):
                    found.add(index)
        return found
