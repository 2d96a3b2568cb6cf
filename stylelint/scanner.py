"""Which rules can have something to say here?  One pass over the text for all of them.

An optimisation and nothing else: the result is the same with and without it.  A few drafts are searched
for the words that rules wait for.  Where there are more, all expressions are compiled into one automaton,
which costs tens of milliseconds and then reads hundreds of megabytes a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from stylelint.document import Document
from stylelint.patterns import options
from stylelint.rulebook.rule import Rule

_FEW = 60_000
"""So many characters are searched sooner than an automaton is built."""


class Scanner:
    """Asks rules what they need; ask it about many documents.

    Args:
        rules: in the order in which they are to be run.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._seen = 0
        self._literals = [rule.check.literals() for rule in rules]
        self._automata: list[_Automaton] = []

    def rules_for(self, document: Document) -> list[Rule]:
        """Return the rules that may find something in a document, in their order."""
        self._seen += len(document.folded)
        if self._seen <= _FEW:
            text = document.folded.casefold()
            pairs = zip(self.rules, self._literals, strict=True)
            return [rule for rule, given in pairs if not given or any(one in text for one in given)]
        if not self._automata:
            self._compile()
        fired = set(chain.from_iterable(one.fired(document.data) for one in self._automata))
        return [self.rules[i] for i in sorted(fired)]

    def _compile(self) -> None:
        # An automaton keeps in its state what has matched so far, so that the states of rules which fire
        # often multiply.  Measured on news: rules about whole blocks with all others 2 MB/s together and
        # 57 MB/s apart, proselint's rules with a newsroom's 1 MB/s together and 26 MB/s apart.
        groups: dict[tuple[bool, bool], list[int]] = {}
        for index, rule in enumerate(self.rules):
            groups.setdefault((bool(rule.check.marks), rule.chapter == "proselint"), []).append(index)
        self._automata = [_Automaton(self.rules, indexes) for indexes in groups.values()]


class _Automaton:
    """The needs of some rules, compiled.

    Args:
        rules: all rules.
        indexes: of those meant.
    """

    def __init__(self, rules: Sequence[Rule], indexes: Sequence[int]) -> None:
        import re2

        needs = {index: tuple(rules[index].check.needs()) for index in indexes}
        self._all = frozenset(indexes)
        self._always = frozenset(index for index, patterns in needs.items() if not patterns)
        self._owners = [index for index, patterns in needs.items() for _ in patterns]
        # RE2's stubs say that `Match` of a set returns a bool; it returns the indexes.
        self._set: Any = re2.Set.SearchSet(options())
        # The first pattern matches everything.  A set that has run out of memory answers "nothing",
        # and without its canary it is not believed.
        self._set.Add(b"")
        for pattern in chain.from_iterable(needs.values()):
            self._set.Add(f"(?mi){pattern}".encode())
        self._set.Compile()

    def fired(self, data: bytes) -> Iterable[int]:
        """Return the indexes of the rules that may find something in a text."""
        matched = self._set.Match(data)
        if not matched:
            return self._all
        return {*self._always, *(self._owners[i - 1] for i in matched if i)}
