"""Takes out what a draft asks to be ignored."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from stylelint.anatomy.located import Spans
from stylelint.diagnostics import Diagnostic
from stylelint.directives import Directive, directives
from stylelint.document import Block, Document, Span
from stylelint.ignores import Policy, judge, names_of


class Scope(NamedTuple):
    """A stretch of the source in which a directive ignores one name ("" for all rules)."""

    directive: Directive
    name: str
    span: Span


def suppress(document: Document, found: Sequence[Diagnostic], policy: Policy) -> list[Diagnostic]:
    """Return the diagnostics that the draft does not ask to be ignored, and those about its ignores.

    Args:
        document: the draft.
        found: what was found in it.
        policy: the rules that were asked.

    Returns:
        In the order of every report.
    """
    said = directives(document)
    if not said:
        return list(found)
    scopes = _scopes(document, [d for d in said if not d.problem and not policy.is_over(d)])
    kept, used = _take_out(found, scopes)
    own = judge(document.path, document.source, said, used, policy)
    return sorted([*kept, *own], key=lambda diagnostic: diagnostic.order)


def _take_out(
    found: Iterable[Diagnostic], scopes: Iterable[Scope]
) -> tuple[list[Diagnostic], set[tuple[Directive, str]]]:
    """Return what is left, and which directives were of use."""
    by_name: dict[str, list[Scope]] = {}
    for scope in scopes:
        by_name.setdefault(scope.name, []).append(scope)
    looked_up = {name: _Scopes(some) for name, some in by_name.items()}
    kept, used = [], set()
    for diagnostic in found:
        named = [looked_up[name] for name in names_of(diagnostic.rule) if name in looked_up]
        covering = [scope for some in named for scope in some.over(diagnostic.span)]
        used |= {(s.directive, s.name) for s in covering}
        if not covering:
            kept.append(diagnostic)
    return kept, used


class _Scopes:
    """Scopes that are looked up by a place, however many there are."""

    def __init__(self, scopes: Sequence[Scope]) -> None:
        self._scopes, self._spans = scopes, Spans([scope.span for scope in scopes])

    def over(self, span: Span) -> list[Scope]:
        """Return those that cover a finding."""
        near = (self._scopes[index] for index in self._spans.meeting(span))
        return [scope for scope in near if _covers(scope.span, span)]


def _covers(scope: Span, span: Span) -> bool:
    return scope.start <= span.start < scope.end or scope.start < span.end <= scope.end


def _scopes(document: Document, said: Iterable[Directive]) -> Iterator[Scope]:
    """Yield where each directive holds."""
    end = len(document.source) + 1
    stretches = _Stretches(document)
    open_: list[tuple[Directive, str]] = []
    for directive in said:
        names = [name.text for name in directive.names] or [""]
        if directive.word == "on":
            closed = [one for one in open_ if not directive.names or one[1] in names]
            open_ = [one for one in open_ if one not in closed]
            yield from (Scope(d, name, Span(d.span.end, directive.span.start)) for d, name in closed)
        elif directive.word == "off":
            open_ += [(directive, name) for name in names]
        else:
            span = _reach(document, directive, stretches)
            yield from (Scope(directive, name, span) for name in names)
    yield from (Scope(d, name, Span(d.span.end, end)) for d, name in open_)


def _reach(document: Document, directive: Directive, stretches: _Stretches) -> Span:
    """Return the stretch of the source that a directive is about."""
    if directive.word == "ignore-file":
        return Span(0, len(document.source) + 1)
    if directive.word == "ignore-line":
        return _line(document.source, directive.span)
    return stretches.of(directive.span)


def _line(source: str, comment: Span) -> Span:
    """Return the line that a comment stands on; where it stands alone, the next that is not blank."""
    start = max(source.rfind("\n", 0, comment.start), source.rfind("\r", 0, comment.start)) + 1
    end = _line_end(source, comment.end)
    if source[start : comment.start].strip() or source[comment.end : end].strip():
        return Span(start, end)
    while end < len(source) and source[end].isspace():
        end += 1
    return Span(end, _line_end(source, end))


def _line_end(source: str, at: int) -> int:
    ends = [end for end in (source.find("\n", at), source.find("\r", at)) if end >= 0]
    return min(ends, default=len(source))


class _Stretches:
    """The blocks of a document, each of which may have a comment before it."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._blocks = sorted(
            (document.span(b.start, b.end), b) for b in document.blocks if b.kind != "metadata"
        )
        self._starts = [span.start for span, _ in self._blocks]

    @cached_property
    def _spans(self) -> Spans:
        return Spans([span for span, _ in self._blocks])

    def of(self, comment: Span) -> Span:
        """Return the block that a comment is about: the one it stands in, else the next.

        Items, cells and quotations that follow one another without a blank line count as one.
        """
        near = (self._blocks[index][0] for index in self._spans.meeting(comment))
        around = [span for span in near if span.start < comment.start and comment.end <= span.end]
        if around:
            return around[-1]
        index = bisect_left(self._starts, comment.end)
        if index == len(self._blocks):
            return Span(comment.end, comment.end)
        (start, end), first = self._blocks[index]
        while (index := index + 1) < len(self._blocks):
            span, block = self._blocks[index]
            if not _goes_on(self._source, first, block, end, span.start):
                break
            end = max(end, span.end)
        return Span(start, end)


def _goes_on(source: str, first: Block, block: Block, end: int, start: int) -> bool:
    gap = source[end:start].replace("\r\n", "\n").replace("\r", "\n")
    held = first.kind in ("item", "cell", "quote") and block.kind in ("item", "cell", "quote")
    return held and not any(not line.strip() for line in gap.split("\n")[1:-1])
