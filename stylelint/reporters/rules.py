"""What a report can say about the rules that were broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from stylelint.diagnostics import Diagnostic, Level

if TYPE_CHECKING:
    from stylelint.rulebook.rule import Rule, Rulebook


class Known:
    """The rules that were met in a report, in order.

    Args:
        book: the rules that ran; None where nothing is known but what diagnostics say.
    """

    class Entry(NamedTuple):
        """A rule: its id, its title in words, its reason, its authority, and its level."""

        id: str
        title: str
        why: str
        source: str
        level: Level

    def __init__(self, book: Rulebook | None) -> None:
        self._rules: dict[str, Rule] = {rule.id: rule for rule in book.rules} if book else {}
        self._places: dict[str, int] = {}
        self.met: list[Known.Entry] = []

    def index(self, diagnostic: Diagnostic) -> int:
        """Return the place in `met` of the rule that a diagnostic breaks, put there if it is not."""
        if diagnostic.rule not in self._places:
            self._places[diagnostic.rule] = len(self.met)
            self.met.append(self._entry(diagnostic))
        return self._places[diagnostic.rule]

    def source(self, rule: str) -> str:
        """Return the authority behind a rule, "" where none is known."""
        return self._rules[rule].source if rule in self._rules else ""

    def _entry(self, diagnostic: Diagnostic) -> Known.Entry:
        rule = self._rules.get(diagnostic.rule)
        level = rule.level if rule else diagnostic.level
        source = rule.source if rule else ""
        return Known.Entry(diagnostic.rule, titled(diagnostic.rule), flat(diagnostic.why), source, level)


def titled(rule: str) -> str:
    """Return the id of a rule in words: `furniture/get-the-app` is "Furniture: get the app"."""
    chapter, _, name = rule.replace("-", " ").partition("/")
    return f"{chapter[:1].upper()}{chapter[1:]}: {name}" if name else chapter


def flat(text: str) -> str:
    """Return text on one line."""
    return re.sub(r"\s+", " ", text).strip()
