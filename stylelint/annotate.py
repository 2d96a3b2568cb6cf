"""Writes ignores into drafts, where a person would write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from stylelint.anatomy.located import Sentences
from stylelint.diagnostics import Diagnostic, Edit
from stylelint.document import Block, Document, Span
from stylelint.fixer import apply

Look = Callable[[str], tuple[Document, Sequence[Diagnostic]]]
"""Reads a text and tells what is found in it."""


def annotate(source: str, look: Look, reason: str) -> str:
    """Return a draft with comments that ignore all that is found in it.

    A comment goes before the block, else to the end of the line, else to the head of the body; each is
    tried, and stays only where exactly what it is about is no longer found and no word has changed.

    Args:
        source: the decoded file.
        look: what is found in a text, its own ignores heeded.
        reason: why; "" for none.
    """
    document, found = look(source)
    for group in reversed(_groups(document, found)):
        document, found = look(source)
        about = Counter(map(_key, group))
        left = Counter(map(_key, found)) - about
        for edits in _candidates(document, group, reason):
            text = apply(source, edits)
            after, found = look(text)
            if Counter(map(_key, found)) == left and _words(after) == _words(document):
                source = text
                break
    return source


def _words(document: Document) -> list[list[str]]:
    return [document.text(block).split() for block in document.blocks]


def _key(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.rule, diagnostic.text


def _groups(document: Document, found: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Return the findings of each block together, in the order of the source."""
    groups: dict[Span, list[Diagnostic]] = {}
    for diagnostic in found:
        block = _block(document, diagnostic)
        span = document.span(block.start, block.end) if block else Span(0, 0)
        groups.setdefault(span, []).append(diagnostic)
    return [groups[span] for span in sorted(groups)]


def _block(document: Document, diagnostic: Diagnostic) -> Block | None:
    """Return the narrowest block that a finding begins in."""
    holding = [
        (span.end - span.start, span, block)
        for block in document.blocks
        if (span := document.span(block.start, block.end)).start <= diagnostic.span.start < span.end
    ]
    return min(holding, key=lambda one: one[:2])[2] if holding else None


def _candidates(document: Document, group: Sequence[Diagnostic], reason: str) -> Iterator[list[Edit]]:
    """Yield the ways to ignore the findings of a block, the best first."""
    source = document.source
    end = "\r\n" if "\r\n" in source else "\n"
    rules = sorted({diagnostic.rule for diagnostic in group})
    block = _block(document, group[0])
    if block and block.outer:
        start = source.rfind("\n", 0, block.outer.start) + 1
        yield [Edit(Span(start, start), _comment("ignore", rules, reason) + end)]
    by_line: dict[int, set[str]] = {}
    for diagnostic in group:
        by_line.setdefault(_end_of_line(source, diagnostic.span.start), set()).add(diagnostic.rule)
    yield [
        Edit(Span(at, at), " " + _comment("ignore-line", sorted(some), reason))
        for at, some in by_line.items()
    ]
    body = min((b.outer.start for b in document.blocks if b.outer), default=len(source))
    body = source.rfind("\n", 0, body) + 1
    yield [Edit(Span(body, body), _comment("ignore-file", rules, reason) + end + end)]


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
