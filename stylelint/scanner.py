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

from stylelint.checks.base import Seen
from stylelint.document import Document
from stylelint.openings import Openings, Owner
from stylelint.rulebook.rule import Rule
from stylelint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from stylelint.automaton import Automaton

_FEW = 40_000
"""So many characters are searched sooner than an automaton is built."""

_SHORT = 4
"""Fewer letters stand in many a text."""

Asked: TypeAlias = tuple[Rule, Seen | None]
"""A rule, and where it may find something; None for all blocks."""

_Numbers: TypeAlias = dict[int, dict[int, set[int]] | None]
"""By the index of a rule: blocks and numbers of needs, as `Seen` has them; None for all blocks."""


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
        self._own: dict[Owner, Automaton] = {}
        wanted = [
            ((i, n), texts) for i, check in enumerate(checks) for n, texts in enumerate(check.openings())
        ]
        opening = {owner[0] for owner, texts in wanted if texts}
        self._openings = Openings(wanted)
        self._always = [i for i, needs in enumerate(self._needs) if not needs and i not in opening]
        worded = [
            ((i, n), words)
            for i, several in enumerate(self._literals)
            for n, words in enumerate(several)
            if self._needs[i][n : n + 1] != ("",)
        ]
        self._vocabulary = Vocabulary(worded)
        self._unworded = [owner for owner, words in worded if not words]
        self._wordless = [i for i in self._always if not self._literals[i]]

    def asked(self, document: Document) -> Iterator[Asked]:
        """Yield the rules that may find something in a document, in their order."""
        seen: _Numbers = {}
        for block, (rule, number) in self._openings.blocks(document):
            _add(seen, rule, number, (block,))
        self._read += len(document.folded)
        (self._search if self._read <= _FEW else self._run)(document, seen)
        for index in sorted(seen):
            blocks = seen[index]
            yield self.rules[index], None if blocks is None else dict(sorted(blocks.items()))

    def _search(self, document: Document, seen: _Numbers) -> None:
        """Look for words."""
        text = document.folded.casefold()
        seen.update(dict.fromkeys(self._wordless))
        for owner in self._unworded:
            self._note(document, text, seen, owner, ())
        for owner, words in self._vocabulary.found(text):
            self._note(document, text, seen, owner, words)

    def _note(
        self, document: Document, text: str, seen: _Numbers, owner: Owner, words: Sequence[str]
    ) -> None:
        """Note where a need may be met, of whose words these stand in a text: none where it has none."""
        index, number = owner
        if not self.rules[index].check.marks:
            seen[index] = None
        elif self._needs[index] and _weak(self._literals[index][number]):
            for block, _ in self._automaton_of(owner).in_blocks(document):
                _add(seen, index, number, (block,))
        elif len(text) != len(document.folded):
            seen[index] = None
        elif words:
            _add(seen, index, number, (document.index_at(at) for word in words for at in _places(text, word)))
        else:
            _add(seen, index, number, range(len(document.blocks)))

    def _automaton_of(self, owner: Owner) -> Automaton:
        """Return the automaton of one need of a rule that marks blocks; to make the rule ready is dearer."""
        index, number = owner
        if owner not in self._own:
            from stylelint.automaton import Automaton

            self._own[owner] = Automaton([(self._needs[index][number], owner)], by_block=True)
        return self._own[owner]

    def _run(self, document: Document, seen: _Numbers) -> None:
        """Run the automata."""
        seen.update(dict.fromkeys(self._always))
        for automaton in self._automata:
            if automaton.by_block:
                for block, met in automaton.in_blocks(document):
                    for rule, number in met:
                        _add(seen, rule, number, (block,))
            else:
                seen.update(dict.fromkeys(rule for rule, _ in automaton.met(document.data)))

    @cached_property
    def _automata(self) -> tuple[Automaton, ...]:
        from stylelint.automaton import automata

        return tuple(automata(self.rules, self._needs))


def _weak(literals: Sequence[str]) -> bool:
    """Tell whether literals say little: there are none, or one of them stands in many a text."""
    return not literals or any(len(literal.strip()) < _SHORT for literal in literals)


def _add(seen: _Numbers, rule: int, number: int, blocks: Iterable[int]) -> None:
    known = seen.setdefault(rule, {})
    if known is not None:
        for block in blocks:
            if block >= 0:
                known.setdefault(block, set()).add(number)


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
