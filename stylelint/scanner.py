"""Which rules can have something to say here?  One pass over the text for all of them.

An optimisation and nothing else: the result is the same with and without it.  RE2's set of patterns
runs at hundreds of megabytes a second over thousands of expressions.
"""

from __future__ import annotations

from collections.abc import Sequence

from stylelint.document import Document
from stylelint.rulebook.rule import Rule


class Scanner:
    """Compiles the needs of rules once; ask it about many documents.

    Args:
        rules: in the order in which they are to be run.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        import re2

        from stylelint.patterns import options

        self.rules = rules
        self._always = [i for i, rule in enumerate(rules) if not tuple(rule.check.needs())]
        self._owners: list[int] = []
        self._set = re2.Set.SearchSet(options())
        for index, rule in enumerate(rules):
            for need in rule.check.needs():
                self._set.Add(f"(?mi){need}".encode())
                self._owners.append(index)
        if self._owners:
            self._set.Compile()

    def rules_for(self, document: Document) -> list[Rule]:
        """Return the rules that may find something in a document, in their order."""
        fired = set(self._always)
        if self._owners:
            fired.update(self._owners[i] for i in self._set.Match(document.data))
        return [self.rules[i] for i in sorted(fired)]
