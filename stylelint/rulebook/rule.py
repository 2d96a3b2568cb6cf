"""A rule and a rulebook as values."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from datetime import date
from typing import Literal, NamedTuple

from stylelint.checks.base import Check, Quotes
from stylelint.diagnostics import Level


class Example(NamedTuple):
    """A sentence that shows a rule at work.

    Attributes:
        text: the draft to lint, usually one line.
        bad: whether the rule must find something; otherwise it must stay silent.
        good: what fixing must make of a bad text, to the letter; None where the rule mends nothing.
        finds: what must be marked, in order; empty where one finding of any stretch will do.
        format: that it is in, one of `formats.FORMATS`.
        line: where it stands in the rulebook, from 1.
        file: that rulebook, which need not be the one that last changed the rule.
    """

    text: str
    bad: bool
    good: str | None = None
    finds: tuple[str, ...] = ()
    format: str = "text"
    line: int = 0
    file: str = ""


class Rule(NamedTuple):
    """One rule of a rulebook.

    Attributes:
        id: `chapter/name`.
        check: what looks for it, with its options.
        level: how grave a finding is.
        message: a template; `{found}`, `{replacement}` and what the check names.
        why: the reason, for the reader of a report.
        source: the authority behind it, an address or a title; "" where the house is its own.
        scope: roles it looks at; None for all.
        quotes: what it does with direct speech.
        fix: whether its edits are offered, and as what.
        since, until: first and last day on which the rule holds (`from` and `until` in YAML).
        paths: globs of the drafts it is for; empty for all.
        examples: its examples.
        file: the rulebook it was last written in.
        line: where in `file` it begins, from 1.
    """

    id: str
    check: Check
    level: Level = "warning"
    message: str = ""
    why: str = ""
    source: str = ""
    scope: frozenset[str] | None = None
    quotes: Quotes = "skip"
    fix: Literal["safe", "unsafe", "none"] = "unsafe"
    since: date | None = None
    until: date | None = None
    paths: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def chapter(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]


class Rulebook(NamedTuple):
    """Rules in force together, sorted by id.

    Attributes:
        name: the file or bundled name it was loaded from.
        rules: every rule that is not switched off.
        off: ids of the rules that were switched off, so that selecting one is no mistake.
        silent: those rules, as their examples are tested all the same.
        files: every file it was read from, absolute, sorted.
        beside: rules that were not chosen and say what a block is: they are run for the others, and not told.
        stamp: what changes with any byte of its files; "" where nobody has worked it out.
    """

    name: str
    rules: tuple[Rule, ...]
    off: tuple[str, ...] = ()
    silent: tuple[Rule, ...] = ()
    files: tuple[str, ...] = ()
    beside: tuple[Rule, ...] = ()
    stamp: str = ""
