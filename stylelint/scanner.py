"""Which rules can have something to say here?  One pass over the text for all of them.

An optimisation and nothing else: the result is the same with and without it.  A few drafts are searched
for the words that rules wait for.  Where there are more, all expressions are compiled into one automaton,
which costs tens of milliseconds and then reads hundreds of megabytes a second.
"""

from __future__ import annotations

from collections.abc import Sequence
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
        self._set: Any = None

    def rules_for(self, document: Document) -> list[Rule]:
        """Return the rules that may find something in a document, in their order."""
        self._seen += len(document.folded)
        if self._seen <= _FEW:
            text = document.folded.casefold()
            pairs = zip(self.rules, self._literals, strict=True)
            return [rule for rule, given in pairs if not given or any(one in text for one in given)]
        if self._set is None:
            self._compile()
        # The first pattern matches everything.  A set that has run out of memory answers "nothing",
        # and without its canary it is not believed.
        matched = self._set.Match(document.data)
        if not matched:
            return list(self.rules)
        fired = {*self._always, *(self._owners[i - 1] for i in matched if i)}
        return [self.rules[i] for i in sorted(fired)]

    def _compile(self) -> None:
        import re2

        needs = [tuple(rule.check.needs()) for rule in self.rules]
        self._always = [index for index, patterns in enumerate(needs) if not patterns]
        self._owners = [index for index, patterns in enumerate(needs) for _ in patterns]
        # RE2's stubs say that `Match` of a set returns a bool; it returns the indexes.
        self._set = re2.Set.SearchSet(options())
        self._set.Add(b"")
        for pattern in chain.from_iterable(needs):
            self._set.Add(f"(?mi){pattern}".encode())
        self._set.Compile()
