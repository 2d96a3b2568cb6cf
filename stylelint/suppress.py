"""Takes out what a draft asks to be ignored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

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
    kept, used = [], set()
    for diagnostic in found:
        scopes = [s for name in names_of(diagnostic.rule) for s in by_name.get(name, ())]
        covering = [s for s in scopes if _covers(s.span, diagnostic.span)]
        used |= {(s.directive, s.name) for s in covering}
        if not covering:
            kept.append(diagnostic)
    return kept, used


def _covers(scope: Span, span: Span) -> bool:
    return scope.start <= span.start < scope.end or scope.start < span.end <= scope.end


def _scopes(document: Document, said: Iterable[Directive]) -> Iterator[Scope]:
    """Yield where each directive holds."""
    end = len(document.source) + 1
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
            span = _reach(document, directive)
            yield from (Scope(directive, name, span) for name in names)
    yield from (Scope(d, name, Span(d.span.end, end)) for d, name in open_)


def _reach(document: Document, directive: Directive) -> Span:
    """Return the stretch of the source that a directive is about."""
    if directive.word == "ignore-file":
        return Span(0, len(document.source) + 1)
    if directive.word == "ignore-line":
        return _line(document.source, directive.span)
    return stretch(document, directive.span)


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


def stretch(document: Document, comment: Span) -> Span:
    """Return the block that a comment is about: the one it stands in, else the next.

    Items, cells and quotations that follow one another without a blank line count as one.
    """
    blocks = sorted(
        (span, b) for b in document.blocks if (span := document.span(b.start, b.end)) and b.kind != "metadata"
    )
    around = [span for span, _ in blocks if span.start < comment.start and comment.end <= span.end]
    if around:
        return around[-1]
    after = [(span, block) for span, block in blocks if span.start >= comment.end]
    if not after:
        return Span(comment.end, comment.end)
    (start, end), first = after[0]
    for span, block in after[1:]:
        if not _goes_on(document.source, first, block, end, span.start):
            break
        end = max(end, span.end)
    return Span(start, end)


def _goes_on(source: str, first: Block, block: Block, end: int, start: int) -> bool:
    gap = source[end:start].replace("\r\n", "\n").replace("\r", "\n")
    held = first.kind in ("item", "cell", "quote") and block.kind in ("item", "cell", "quote")
    return held and not any(not line.strip() for line in gap.split("\n")[1:-1])
