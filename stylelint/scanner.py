"""Which rules can have something to say here?  One pass over the text for all of them.

An optimisation and nothing else: the result is the same with and without it.  RE2's set of patterns
runs at hundreds of megabytes a second over thousands of expressions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

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
        self._set = re2.Set.SearchSet(options())
        for pattern in chain.from_iterable(needs):
            self._set.Add(f"(?mi){pattern}".encode())
        if self._owners:
            self._set.Compile()

    def rules_for(self, document: Document) -> list[Rule]:
        """Return the rules that may find something in a document, in their order."""
        fired = set(self._always)
        if self._owners:
            fired.update(self._owners[i] for i in self._set.Match(document.data) or ())
        return [self.rules[i] for i in sorted(fired)]
