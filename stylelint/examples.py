"""Runs the examples in rulebooks: what is bad is found and mended to the letter, near misses stay silent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stylelint import readers
from stylelint.diagnostics import Edit
from stylelint.document import Document
from stylelint.engine import Linter
from stylelint.fixer import Unsettled, settle
from stylelint.formats import FORMATS
from stylelint.rulebook.rule import Example, Rule, Rulebook


class Problem(NamedTuple):
    """An example that does not hold, or a rule that lacks one.

    Attributes:
        file: the rulebook.
        line: of the example, or of the rule where that is at fault; from 1.
        rule: its id.
        message: what is wrong.
    """

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        """Return `file:line: rule: message`."""
        return f"{self.file}:{self.line}: {self.rule}: {self.message}"


def run(rulebook: Rulebook) -> Iterator[Problem]:
    """Run every example of every rule, each rule alone, those that are switched off as well.

    Rules made at run time, from proselint's data and Vale's styles, come without examples and are left out.

    Args:
        rulebook: the rules.

    Yields:
        What does not hold, by rule.
    """
    for rule in sorted((*rulebook.rules, *rulebook.silent), key=lambda rule: rule.id):
        if rule.examples or (rule.chapter != "proselint" and rule.check.kind != "vale"):
            yield from _incomplete(rule)
            yield from _rule(rule)


def _incomplete(rule: Rule) -> Iterator[Problem]:
    """Refuse a rule that does not say what it is for, or shows only one of its sides."""
    lacks = {
        "message": rule.message,
        "why": rule.why,
        "bad example: show what it finds": any(example.bad for example in rule.examples),
        "near miss: show a good example of its own that it leaves alone": not all(
            e.bad for e in rule.examples
        ),
    }
    for what, there in lacks.items():
        if not there:
            yield Problem(rule.file, rule.line, rule.id, f"has no {what}")


def _rule(rule: Rule) -> Iterator[Problem]:
    # Dates are for drafts of today; an example shows the rule on a day when it holds.
    linter = Linter(Rulebook("", (rule,)), rule.until or rule.since)
    for example in rule.examples:
        name = path_for(rule, example)
        for message in (
            _bad(linter, rule, example, name) if example.bad else _near_miss(linter, example, name)
        ):
            yield Problem(example.file or rule.file, example.line or rule.line, rule.id, message)


def path_for(rule: Rule, example: Example) -> str:
    """Return a path that the rule is for, so that a rule with `paths` can be shown at work."""
    glob = rule.paths[0] if rule.paths else "example" + FORMATS[example.format][0][0]
    return glob.replace("**", "a").replace("*", "a").replace("?", "a")


def _near_miss(linter: Linter, example: Example, path: str) -> Iterator[str]:
    found = [d.text for d in linter.lint(_read(path, example.text, example))]
    if found:
        yield f"must stay silent, but finds {_quoted(found)}"


def _bad(linter: Linter, rule: Rule, example: Example, path: str) -> Iterator[str]:
    diagnostics = linter.lint(_read(path, example.text, example))
    found = [" ".join(d.text.split()) for d in diagnostics]
    if not found:
        yield "finds nothing here"
    elif example.finds and found != [" ".join(text.split()) for text in example.finds]:
        yield f"should find {_quoted(example.finds)}, but finds {_quoted(found)}"
    mends = any(d.fix for d in diagnostics)
    if mends and example.good is None:
        yield f"mends this to {_fixed(linter, example, path)!r}; say so with “good”"
    elif example.good is not None and not mends:
        yield "mends nothing here; take “good” away" + (", or “fix: none”" if rule.fix == "none" else "")
    elif example.good is not None and (fixed := _fixed(linter, example, path)) != example.good:
        yield f"should become {example.good!r}, but becomes {fixed!r}"


def _fixed(linter: Linter, example: Example, path: str) -> str:
    """Return the text with all fixes of the rule applied until none is left."""

    def edits_of(text: str) -> Iterator[Edit]:
        for diagnostic in linter.lint(_read(path, text, example)):
            yield from diagnostic.fix.edits if diagnostic.fix else ()

    try:
        return settle(example.text, edits_of)
    except Unsettled as error:
        return f"{error.source} (and does not settle)"


def _read(path: str, text: str, example: Example) -> Document:
    return readers.read(path, text.encode(), example.format)


def _quoted(texts: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"“{text}”" for text in texts)
