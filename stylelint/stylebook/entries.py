"""Rules as a desk reads them: with titles, what the linter says of each example, and words in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from stylelint import readers
from stylelint.diagnostics import Diagnostic
from stylelint.engine import Linter
from stylelint.examples import path_for
from stylelint.rulebook.explain import given, options
from stylelint.rulebook.rule import Example, Rule, Rulebook

_SPEECH = {
    "skip": "not in direct speech",
    "only": "in direct speech only",
    "ask": "in direct speech as a question",
    "any": "in direct speech too",
}
_FEW = 4  # Above it a list of roles tells nobody anything.
_FIXES = {"safe": "mended by stylelint fix", "unsafe": "mended after a look", "none": ""}


class Shown(NamedTuple):
    """An example as the linter sees it.

    Attributes:
        text: as it is written.
        found: what the linter finds in it; empty for what is right.
        good: what it becomes; None where the rule mends nothing.
    """

    text: str
    found: tuple[Diagnostic, ...]
    good: str | None


class Entry(NamedTuple):
    """A rule.

    Attributes:
        rule: the rule itself.
        title: its name in words.
        why: the reason, on one line.
        says: what the linter says of the first example, "" where there is none.
        wrong: examples that it finds fault with.
        right: examples that it leaves alone.
        words: what is written, and instead of what or of whom, where the rule is about words.
        settings: the options of its check that are not as they are by default, in words.
        facts: where and when it holds, and what becomes of a fault, in a sentence.
    """

    rule: Rule
    title: str
    why: str
    says: str
    wrong: tuple[Shown, ...]
    right: tuple[Shown, ...]
    words: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...]
    facts: str


class Chapter(NamedTuple):
    """A chapter: its name in rulebooks, its title, and its rules by name."""

    name: str
    title: str
    entries: tuple[Entry, ...]


def chapters(book: Rulebook) -> list[Chapter]:
    """Return the chapters of a rulebook, by name, with the rules that are in force.

    Args:
        book: the rules, with their examples.
    """
    rules = sorted(book.rules, key=lambda rule: rule.id)
    return [
        Chapter(name, titled(name), tuple(map(entry, some)))
        for name, some in groupby(rules, key=lambda rule: rule.chapter)
    ]


def titled(name: str, said: str = "", shown: str = "") -> str:
    """Return a name in a rulebook as a title: `get-the-app` is "Get the app".

    Names know neither capitals nor stops.  Where a rule speaks of "British", "U.S." or "e-mail", so does
    its title.

    Args:
        name: of a rule or chapter.
        said: what the rule says, in running text.
        shown: its examples.
    """
    words = re.sub(r"\b(\w)-(?=\w\w)", "\\1\n", name).split("-")
    title = " ".join(_spelt(word.replace("\n", "-"), said, shown) for word in words)
    return title[:1].upper() + title[1:]


def _spelt(word: str, said: str, shown: str) -> str:
    """Return a word as a rule spells it: with its capitals and stops, but not those of a shout."""
    if re.search(rf"\b{re.escape(word)}\b", said):
        return word
    if len(word) < 4 and word.isalpha():
        letters = word.upper()
        stops = "".join(f"{letter}[.]" for letter in letters)
        pattern = rf"(?<!\w)(?<![A-Z]{{2}} )(?:{letters}|{stops})(?!\w| [A-Z]{{2}})"
        text = f"{said}\n{shown}"
    else:
        pattern, text = rf"(?<=[a-z,“] ){re.escape(word.capitalize())}(?!\w)", said
    found = re.findall(pattern, text)
    return max(set(found), key=lambda one: (found.count(one), one), default=word)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def entry(rule: Rule) -> Entry:
    """Return a rule as a desk reads it; its examples are linted for that."""
    linter = Linter(Rulebook("", (rule,)), rule.until or rule.since)
    shown = [_shown(linter, rule, example) for example in rule.examples]
    wrong = tuple(one for one in shown if one.found)
    name = rule.id.partition("/")[2]
    return Entry(
        rule=rule,
        title=titled(name, f"{rule.message}\n{rule.why}", "\n".join(e.text for e in rule.examples)),
        why=" ".join(rule.why.split()),
        says=wrong[0].found[0].message if wrong else "",
        wrong=wrong,
        right=tuple(one for one in shown if not one.found),
        words=tuple(_words(dict(given(rule.check)))),
        settings=tuple((key, value) for key, value in options(rule.check).items() if value.strip()),
        facts=_sentence("; ".join(_facts(rule))),
    )


def _shown(linter: Linter, rule: Rule, example: Example) -> Shown:
    document = readers.read(path_for(rule, example), example.text.encode(), example.format)
    found = tuple(linter.lint(document)) if example.bad else ()
    return Shown(example.text, found, example.good if example.bad else None)


def _words(options: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is written, "" where the rule does not say, and what is said about it."""
    words, regex = options.get("words", ()), options.get("regex")
    if isinstance(words, Mapping):
        for write, some in groupby(
            sorted(words, key=lambda word: (words[word], word)), key=words.__getitem__
        ):
            yield write, f"not {', '.join(some)}"
    elif not regex:
        yield from (("", f"not {word}") for word in words)
    for who in options.get("house", ()):
        yield who.write, f"of {', '.join(who.of)}"
    if not regex and isinstance(groups := options.get("groups", ()), tuple):
        yield from ((" or ".join(map(str, group)), "one of them in an article") for group in groups)


def _facts(rule: Rule) -> Iterator[str]:
    if rule.scope is not None and len(rule.scope) <= _FEW:
        yield f"in {', '.join(sorted(rule.scope))}"
    yield _SPEECH[rule.quotes]
    if rule.since:
        yield f"from {rule.since.isoformat()}"
    if rule.until:
        yield f"until {rule.until.isoformat()}"
    if rule.paths:
        yield f"for {', '.join(rule.paths)}"
    if _FIXES[rule.fix]:
        yield _FIXES[rule.fix]
