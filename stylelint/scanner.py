"""Which rules can have something to say here, and where?  One look at the text for all of them.

An optimisation and nothing else: the result is the same with and without it.  Rules say what they wait for
in three ways, and are asked only where it was seen:

- `openings`, words that a block begins with;
- `sentence_openings`, words that another sentence of a block begins with;
- `needs`, expressions that match somewhere; for rules that mark blocks, in a block.  Nearly all of them are
  as good as known by a few letters that must stand there, their factors.

All these are looked for in one look at each letter.  The few expressions whose factors say too little are
compiled into an automaton.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from stylelint.branches import note_met
from stylelint.checks.base import Seen
from stylelint.document import Document
from stylelint.lookout import Lookout
from stylelint.rulebook.rule import Rule
from stylelint.waiting import Owner, Waiting

if TYPE_CHECKING:
    from stylelint.automaton import Automaton

Asked: TypeAlias = tuple[Rule, Seen | None]
"""A rule, and where it may find something; None for all blocks."""


class Scanner:
    """Asks rules what they wait for; ask it about many documents.

    Args:
        rules: in the order in which they are to be run.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._always: list[int] = []
        self._owners: dict[int, tuple[Owner, ...]] = {}
        self._anywhere, self._in_blocks = Waiting(), Waiting()
        self._beginnings: list[tuple[Owner, str]] = []
        self._sentences: list[tuple[Owner, str]] = []
        for index, rule in enumerate(rules):
            self._add(index, rule)

    def _add(self, index: int, rule: Rule) -> None:
        check = rule.check
        waits, openings, later = check.waits(), check.openings(), check.sentence_openings()
        waiting = self._in_blocks if check.marks else self._anywhere
        for number, wait in enumerate(waits):
            if wait:
                waiting.add((index, number), wait)
        self._beginnings += [((index, number), words) for number, words in enumerate(openings) if words]
        if later:
            self._sentences.append(((index, len(waits)), later))
        if not (waits or later or any(openings)):
            self._always.append(index)

    @cached_property
    def _lookout(self) -> Lookout:
        return Lookout(
            self._anywhere.factors,
            self._in_blocks.factors,
            tuple(words for _, words in self._beginnings),
            tuple(words for _, words in self._sentences),
        )

    @cached_property
    def _automaton(self) -> Automaton | None:
        """What looks for the branches that have no factors to be known by."""
        anywhere, in_blocks = self._anywhere.unclear, self._in_blocks.unclear
        if not (anywhere or in_blocks):
            return None
        from stylelint.automaton import Automaton

        return Automaton(anywhere, in_blocks)

    def _met(self, number: int) -> tuple[Owner, ...]:
        """Return who is met in a block where this is seen."""
        begun = number - len(self._in_blocks.branches)
        if begun < 0:
            return self._in_blocks.alone(number)
        begins = begun - len(self._beginnings)
        return (self._beginnings[begun][0] if begins < 0 else self._sentences[begins][0],)

    def asked(self, document: Document) -> Iterator[Asked]:
        """Yield the rules that may find something in a document, in their order."""
        anywhere, in_blocks = self._lookout.seen(document.folded, document.blocks)
        if self._automaton is not None:
            more, also = self._automaton.seen(document)
            anywhere += more
            in_blocks = sorted(in_blocks + also) if also else in_blocks
        note_met(document, self._anywhere.looked, self._anywhere.texts(anywhere))
        everywhere = {*self._always, *(rule for rule, _ in self._anywhere.met(anywhere))}
        seen = self._seen(in_blocks)
        for index in sorted(everywhere.union(seen)):
            rule = self.rules[index]
            if len(document.blocks) >= rule.check.fewest:
                yield rule, seen.get(index)

    def _seen(self, pairs: Iterable[tuple[int, int]]) -> dict[int, dict[int, set[int]]]:
        """Return the rules that are met in blocks, with the blocks and the numbers of their needs."""
        seen: dict[int, dict[int, set[int]]] = {}
        joint: dict[int, list[int]] = {}
        for block, number in pairs:
            if number in self._in_blocks.joint:
                joint.setdefault(block, []).append(number)
            known = self._owners.get(number)
            if known is None:
                known = self._owners[number] = self._met(number)
            for rule, need in known:
                seen.setdefault(rule, {}).setdefault(block, set()).add(need)
        for block, numbers in joint.items():
            for rule, need in self._in_blocks.met(numbers):
                seen.setdefault(rule, {}).setdefault(block, set()).add(need)
        return {rule: dict(sorted(blocks.items())) for rule, blocks in seen.items()} if joint else seen
