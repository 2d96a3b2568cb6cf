"""Which rules can have something to say here, and where?  One look at the text for all of them.

An optimisation and nothing else: the result is the same with and without it.  Rules say what they wait for
in three ways, and are asked only where it was seen:

- `openings`, words that a block begins with: looked up in a dictionary, block by block;
- `sentence_openings`, words that another sentence of a block begins with: in a dictionary, too;
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
from stylelint.openings import Openings, Owner, heads, in_sentences
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


class _Sightings:
    """What was seen of that for which rules wait.

    Attributes:
        everywhere: the rules, by their index, that are asked about all blocks.
        blocks: where one of the needs of a rule that marks blocks is met.
    """

    __slots__ = ("blocks", "everywhere")

    def __init__(self) -> None:
        self.everywhere: set[int] = set()
        self.blocks: list[tuple[int, Owner]] = []

    def by_rule(self) -> list[tuple[int, dict[int, set[int]] | None]]:
        """Return the rules that saw something, in their order, with the blocks, in theirs; None for all."""
        found: dict[int, dict[int, set[int]] | None] = dict.fromkeys(self.everywhere)
        for block, (rule, number) in sorted(self.blocks):
            known = found.setdefault(rule, {})
            if known is not None:
                known.setdefault(block, set()).add(number)
        return sorted(found.items())


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
        later = [((i, len(self._needs[i])), check.sentence_openings()) for i, check in enumerate(checks)]
        opening = {owner[0] for owner, texts in (*wanted, *later) if texts}
        self._openings, self._sentence_openings = Openings(wanted), Openings(later)
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
        seen = _Sightings()
        if self._openings:
            seen.blocks += self._openings.begun(heads(document))
        if self._sentence_openings:
            seen.blocks += in_sentences(document, self._sentence_openings)
        self._read += len(document.folded)
        (self._search if self._read <= _FEW else self._run)(document, seen)
        for index, blocks in seen.by_rule():
            rule = self.rules[index]
            if len(document.blocks) >= rule.check.fewest:
                yield rule, blocks

    def _search(self, document: Document, seen: _Sightings) -> None:
        """Look for words."""
        text = document.folded.casefold()
        seen.everywhere.update(self._wordless)
        for owner in self._unworded:
            self._note(document, text, seen, owner, ())
        for owner, words in self._vocabulary.found(text):
            self._note(document, text, seen, owner, words)

    def _note(
        self, document: Document, text: str, seen: _Sightings, owner: Owner, words: Sequence[str]
    ) -> None:
        """Note where a need may be met, of whose words these stand in a text: none where it has none."""
        index, number = owner
        blocks: Iterable[int]
        if not self.rules[index].check.marks:
            seen.everywhere.add(index)
            return
        if self._needs[index] and _weak(self._literals[index][number]):
            blocks = [block for block, _ in self._automaton_of(owner).in_blocks(document)]
        elif len(text) != len(document.folded):
            seen.everywhere.add(index)
            return
        elif words:
            blocks = {document.index_at(at) for word in words for at in _places(text, word)} - {-1}
        else:
            blocks = range(len(document.blocks))
        seen.blocks += [(block, owner) for block in blocks]

    def _automaton_of(self, owner: Owner) -> Automaton:
        """Return the automaton of one need of a rule that marks blocks; to make the rule ready is dearer."""
        index, number = owner
        if owner not in self._own:
            from stylelint.automaton import Automaton

            self._own[owner] = Automaton([(self._needs[index][number], owner)], by_block=True)
        return self._own[owner]

    def _run(self, document: Document, seen: _Sightings) -> None:
        """Run the automata."""
        seen.everywhere.update(self._always)
        for automaton in self._automata:
            if automaton.by_block:
                for block, met in automaton.in_blocks(document):
                    seen.blocks += [(block, owner) for owner in met]
            else:
                seen.everywhere.update([rule for rule, _ in automaton.met(document)])

    @cached_property
    def _automata(self) -> tuple[Automaton, ...]:
        from stylelint.automaton import automata

        return tuple(automata(self.rules, self._needs))


def _weak(literals: Sequence[str]) -> bool:
    """Tell whether literals say little: there are none, or one of them stands in many a text."""
    return not literals or any(len(literal.strip()) < _SHORT for literal in literals)


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
