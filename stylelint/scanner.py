"""Which rules can have something to say here, and where?  One look at the text for all of them.

An optimisation and nothing else: the result is the same with and without it.  Rules say what they wait for
in two ways, and are asked only where it was seen:

- `openings`, words that a block begins with: looked up in a dictionary, block by block;
- `needs`, expressions that match somewhere; for rules that mark blocks, in a block.  A few drafts are
  searched for the words in them.  Where there are more, all expressions are compiled into automata, which
  costs tens of milliseconds and then reads hundreds of megabytes a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from stylelint.document import Document
from stylelint.openings import Openings
from stylelint.rulebook.rule import Rule

if TYPE_CHECKING:
    from stylelint.automaton import Automaton

_FEW = 20_000
"""So many characters are searched sooner than an automaton is built."""

Asked: TypeAlias = tuple[Rule, Sequence[int] | None]
"""A rule, and the indexes of the blocks in which it may find something; None for all."""

_Seen: TypeAlias = dict[int, set[int] | None]
"""By the index of a rule, the blocks in which what it waits for was seen; None for all."""


class Scanner:
    """Asks rules what they wait for; ask it about many documents.

    Args:
        rules: in the order in which they are to be run.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._read = 0
        checks = [rule.check for rule in rules]
        self._needs = [tuple(check.needs()) for check in checks]
        self._literals = [check.literals() for check in checks]
        openings = {index: tuple(check.openings()) for index, check in enumerate(checks)}
        self._openings = Openings(openings)
        self._always = frozenset(i for i, needs in enumerate(self._needs) if not needs and not openings[i])

    def asked(self, document: Document) -> Iterator[Asked]:
        """Yield the rules that may find something in a document, in their order."""
        seen: _Seen = dict(self._openings.blocks(document))
        self._read += len(document.folded)
        (self._search if self._read <= _FEW else self._run)(document, seen)
        for index in sorted(seen):
            blocks = seen[index]
            yield self.rules[index], None if blocks is None else sorted(blocks)

    def _search(self, document: Document, seen: _Seen) -> None:
        """Look for words."""
        text = document.folded.casefold()
        placed = len(text) == len(document.folded)
        for index, literals in enumerate(self._literals):
            if not literals:
                if self._needs[index] or index in self._always:
                    seen[index] = None
            elif found := [literal for literal in literals if literal in text]:
                if placed and self.rules[index].check.marks:
                    _add(seen, index, (document.index_at(at) for one in found for at in _places(text, one)))
                else:
                    seen[index] = None

    def _run(self, document: Document, seen: _Seen) -> None:
        """Run the automata."""
        for automaton in self._automata:
            if automaton.by_block:
                for block, rules in automaton.in_blocks(document):
                    for rule in rules:
                        _add(seen, rule, (block,))
            else:
                seen.update(dict.fromkeys(automaton.fired(document.data)))
        seen.update(dict.fromkeys(self._always))

    @cached_property
    def _automata(self) -> tuple[Automaton, ...]:
        from stylelint.automaton import automata

        return tuple(automata(self.rules, self._needs))


def _add(seen: _Seen, rule: int, blocks: Iterable[int]) -> None:
    known = seen.setdefault(rule, set())
    if known is not None:
        known.update(block for block in blocks if block >= 0)


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
