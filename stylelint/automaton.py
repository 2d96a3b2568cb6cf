"""The needs of many rules compiled into a few automata, each of which reads a text once for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from stylelint import lazy
from stylelint.branches import note_met
from stylelint.checks.base import Need
from stylelint.document import Document
from stylelint.openings import Owner
from stylelint.patterns import Several, block_data, stands_first
from stylelint.relaxed import Relaxed, relaxed
from stylelint.rulebook.rule import Rule

_GAP = lazy.regex(r"(?:[\].)]|\\[wWdDsS]|\\[pP](?:\{\w+\}|\w))(?:[*+]|\{\d+,\d*\})")
"""A repetition of anything but one letter."""


def automata(rules: Sequence[Rule], needs: Sequence[tuple[Need, ...]]) -> Iterator[Automaton]:
    """Yield as few automata as do not get in each other's way.

    The states of expressions which fire often, and of those with gaps, multiply; so do those of what may only
    stand first and what stands anywhere.  Measured on 11 MB of news, the first time over: those for drafts in
    one 0.33 s and 33 MB, in two 0.17 s and 15 MB; those for blocks 13 MB and 7 MB.
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
    return "*" if any(_GAP.search(one) for several in _parts(need) for one in several) else ""


def _beginning(need: Need) -> str:
    """Return "^" where a need can be met by the start of a text alone."""
    return "^" if all(map(stands_first, _every(need))) else ""


def _every(need: Need) -> tuple[str, ...]:
    return (need,) if isinstance(need, str) else need


@lru_cache(maxsize=4096)
def _parts(need: Need) -> Relaxed:
    """Return what must match where a need is met."""
    return tuple(part for one in _every(need) for part in relaxed(one))


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
        self._known: dict[tuple[str, ...], int] = {}
        self._expressions: dict[str, list[int]] = {}
        self._alone: dict[int, list[Owner]] = {}
        self._together: dict[int, list[tuple[frozenset[int], Owner]]] = {}
        for need, owner in needs:
            # What begins with the start of a text is dead soon where it does not fit, whatever is in it.
            parts = tuple((one,) for one in _every(need)) if first else _parts(need)
            self._add(owner, [self._number(part) for part in parts])
        flags = "(?i)" if first else "(?mi)"
        self._several = Several((flags + expression for expression in self._expressions), first=first)
        self._numbers = list(self._expressions.values())
        self._texts, self._looked = list(self._expressions), frozenset(self._expressions)

    def _number(self, part: tuple[str, ...]) -> int:
        """Return the number of a list of expressions of which one must match."""
        if part not in self._known:
            number = self._known[part] = len(self._known)
            for expression in dict.fromkeys(part):
                self._expressions.setdefault(expression, []).append(number)
        return self._known[part]

    def _add(self, owner: Owner, parts: list[int]) -> None:
        one, *others = parts
        if others:
            self._together.setdefault(one, []).append((frozenset(others), owner))
        else:
            self._alone.setdefault(one, []).append(owner)

    def met(self, document: Document) -> list[Owner]:
        """Return whose needs are met in a document, and note there which expressions match."""
        matched = self._several.matching(document.data)
        note_met(document, self._looked, [self._texts[number] for number in matched])
        return self._owners(matched)

    def in_blocks(self, document: Document) -> Iterator[tuple[int, list[Owner]]]:
        """Yield the index of each block in which needs are met, and whose."""
        for index, matched in self._several.among(block_data(document)):
            yield index, self._owners(matched)

    def _owners(self, matched: list[int]) -> list[Owner]:
        met = {part for number in matched for part in self._numbers[number]}
        found: list[Owner] = []
        for part in met:
            found += self._alone.get(part, ())
            found += [owner for others, owner in self._together.get(part, ()) if others <= met]
        return found
