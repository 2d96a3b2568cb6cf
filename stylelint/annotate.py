"""Writes ignores into drafts, where a person would write them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from stylelint.anatomy.located import Sentences, Spans
from stylelint.diagnostics import Diagnostic, Edit
from stylelint.document import Block, Document, Span

Look = Callable[[str], tuple[Document, Sequence[Diagnostic]]]
"""Reads a text and tells what is found in it."""


class _Group(NamedTuple):
    """What is found in one block, and the ways to ignore it, the best first."""

    found: list[Diagnostic]
    ways: list[list[Edit]]


def annotate(source: str, look: Look, reason: str) -> str:
    """Return a draft with comments that ignore all that is found in it.

    A comment goes before the block, else to the end of the line, else to the head of the body; it stays only
    where exactly what it is about is no longer found and no word has changed.  All comments are tried at
    once; those that do not hold are tried in another place, and halves of them where none can be blamed.

    Args:
        source: the decoded file.
        look: what is found in a text, its own ignores heeded.
        reason: why; "" for none.
    """
    document, found = look(source)
    words, left = _words(document), Counter(map(_key, found))
    edits = list[Edit]()
    todo = [(_groups(document, found, reason), 0)] if found else []
    while todo:
        groups, way = todo.pop()
        tried = [*edits, *(edit for group in groups for edit in group.ways[way])]
        expected = left - Counter(_key(one) for group in groups for one in group.found)
        after, found = look(_with(source, tried))
        unharmed = _words(after) == words
        if unharmed and Counter(map(_key, found)) == expected:
            edits, left = tried, expected
            continue
        idle = _idle(groups, tried, found)
        todo += _parted(groups, way, idle if unharmed else [])
    return _with(source, edits)


def _parted(groups: list[_Group], way: int, idle: list[_Group]) -> list[tuple[list[_Group], int]]:
    """Return what is tried next of groups of which something did not hold, the last first.

    Args:
        groups: what was tried.
        way: how.
        idle: those of which something was still found; empty where no more can be said.
    """
    if len(groups) > 1 and not idle:
        middle = len(groups) // 2
        return [(groups[:middle], way), (groups[middle:], way)]
    again = [group for group in idle or groups if way + 1 < len(group.ways)]
    useful = [group for group in groups if group not in idle] if idle else []
    return [*([(again, way + 1)] if again else []), *([(useful, way)] if useful else [])]


def _idle(groups: Iterable[_Group], edits: Iterable[Edit], found: Iterable[Diagnostic]) -> list[_Group]:
    """Return the groups of which something is still found, now that the edits are in."""
    there = {(one.rule, one.span.start) for one in found}
    put_in = sorted({(edit.span.start, edit.text) for edit in edits})
    places = [place for place, _ in put_in]
    sizes = [0, *accumulate(len(text) for _, text in put_in)]

    def stays(one: Diagnostic) -> bool:
        start = one.span.start
        return (one.rule, start + sizes[bisect_right(places, start)]) in there

    return [group for group in groups if any(map(stays, group.found))]


def _with(source: str, edits: Iterable[Edit]) -> str:
    """Return a text with comments put in; of those for one place each once, in their order."""
    by_place: dict[int, dict[str, None]] = {}
    for edit in edits:
        by_place.setdefault(edit.span.start, {})[edit.text] = None
    parts, at = [], 0
    for place in sorted(by_place):
        parts += [source[at:place], *by_place[place]]
        at = place
    return "".join([*parts, source[at:]])


def _words(document: Document) -> list[list[str]]:
    return [document.text(block).split() for block in document.blocks]


def _key(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.rule, diagnostic.text


def _groups(document: Document, found: Sequence[Diagnostic], reason: str) -> list[_Group]:
    """Return the findings of each block together, in the order of the source."""
    blocks = [(document.span(block.start, block.end), block) for block in document.blocks]
    spans = Spans([span for span, _ in blocks])
    groups: dict[tuple[Span, Block | None], list[Diagnostic]] = {}
    for diagnostic in found:
        near = [blocks[index] for index in spans.meeting(diagnostic.span)]
        holding = [one for one in near if one[0].start <= diagnostic.span.start < one[0].end]
        # The text of an image stands inside of a paragraph: the narrowest is meant.
        key = min(holding, key=lambda one: (one[0].end - one[0].start, one[0]), default=(Span(0, 0), None))
        groups.setdefault(key, []).append(diagnostic)
    ways = _Ways(document, reason)
    return [
        _Group(groups[key], list(ways.of(groups[key], key[1]))) for key in sorted(groups, key=itemgetter(0))
    ]


class _Ways:
    """The ways to ignore what is found in a block.

    Args:
        document: the draft.
        reason: why it may stand; "" for none.
    """

    def __init__(self, document: Document, reason: str) -> None:
        source = self._source = document.source
        self._reason = reason
        self._end = "\r\n" if "\r\n" in source else "\n"
        body = min((block.outer.start for block in document.blocks if block.outer), default=len(source))
        self._body = source.rfind("\n", 0, body) + 1

    def of(self, group: Sequence[Diagnostic], block: Block | None) -> Iterator[list[Edit]]:
        """Yield them, the best first."""
        rules = {diagnostic.rule for diagnostic in group}
        if block and block.outer:
            start = self._source.rfind("\n", 0, block.outer.start) + 1
            yield [self._edit(start, "ignore", rules, after=self._end)]
        by_line: dict[int, set[str]] = {}
        for diagnostic in group:
            by_line.setdefault(_end_of_line(self._source, diagnostic.span.start), set()).add(diagnostic.rule)
        yield [self._edit(at, "ignore-line", some, before=" ") for at, some in by_line.items()]
        yield [self._edit(self._body, "ignore-file", rules, after=self._end + self._end)]

    def _edit(self, at: int, word: str, rules: Iterable[str], *, before: str = "", after: str = "") -> Edit:
        return Edit(Span(at, at), before + _comment(word, sorted(rules), self._reason) + after)


def _comment(word: str, rules: Sequence[str], reason: str) -> str:
    why = f" -- {reason}" if reason else ""
    return f"<!-- stylelint: {word} {', '.join(rules)}{why} -->"


def _end_of_line(source: str, at: int) -> int:
    """Return the end of a line, the blanks there left out, as two of them break a line in Markdown."""
    end = source.find("\n", at)
    end = len(source) if end < 0 else end
    return at + len(source[at:end].rstrip())


def sentences_of(document: Document, found: Sequence[Diagnostic]) -> Iterator[tuple[str, list[str]]]:
    """Yield the sentences in which something is found, and the rules that they break.

    A finding in more than one sentence, or in none, stands for the whole draft: its text is "".
    """
    sentences, texts = Sentences(document), dict[str, set[str]]()
    for diagnostic in found:
        touched = sentences.touched(diagnostic.span)
        text = " ".join(touched[0].text.split()) if len(touched) == 1 else ""
        texts.setdefault(text, set()).add(diagnostic.rule)
    yield from ((text, sorted(rules)) for text, rules in texts.items())
