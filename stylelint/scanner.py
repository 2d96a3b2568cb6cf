"""Which rules can have something to say here?  One pass over the text for all of them.

An optimisation and nothing else: the result is the same with and without it.  RE2's set of patterns
runs at hundreds of megabytes a second over thousands of expressions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from stylelint.document import Document
from stylelint.patterns import options
from stylelint.rulebook.rule import Rule


class Scanner:
    """Compiles the needs of rules once; ask it about many documents.

    Args:
        rules: in the order in which they are to be run.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        import re2

        self.rules = rules
        needs = [tuple(rule.check.needs()) for rule in rules]
        self._always = [index for index, patterns in enumerate(needs) if not patterns]
        self._owners = [index for index, patterns in enumerate(needs) for _ in patterns]
        # RE2's stubs say that `Match` of a set returns a bool; it returns the indexes.
        self._set: Any = re2.Set.SearchSet(options())
        # The first pattern matches everything.  A set that has run out of memory answers "nothing",
        # and without its canary it is not believed.
        self._set.Add(b"")
        for pattern in chain.from_iterable(needs):
            self._set.Add(f"(?mi){pattern}".encode())
        self._set.Compile()

    def rules_for(self, document: Document) -> list[Rule]:
        """Return the rules that may find something in a document, in their order."""
        matched = self._set.Match(document.data)
        if not matched:
            return list(self.rules)
        fired = {*self._always, *(self._owners[i - 1] for i in matched if i)}
        return [self.rules[i] for i in sorted(fired)]
