"""From what a check saw to what the user is told, with the fix that may follow from it."""

from __future__ import annotations

from stylelint import lazy
from stylelint.checks.base import Finding
from stylelint.diagnostics import Diagnostic, Edit, Fix, Related
from stylelint.document import Block, Document, Span, index_at, located
from stylelint.native import native
from stylelint.rulebook.rule import Rule
from stylelint.text import Lines

_NAMED = lazy.regex(r"\{([^{}]*)\}")


def diagnosed(document: Document, found: list[tuple[Rule, Finding]]) -> list[Diagnostic]:
    """Turn what checks saw in a document into what the user is told, one for one."""
    edits = [None if rule.fix == "none" else _mending(document, finding) for rule, finding in found]
    return told(document.path, document.source, document.prose, document.rows, found, edits)


@native
def told(
    path: str,
    source: str,
    prose: str,
    rows: bytes | None,
    found: list[tuple[Rule, Finding]],
    edits: list[Edit | None],
    /,
) -> list[Diagnostic]:
    """Return what the user is told of what checks saw in a document, one for one.

    Args:
        path: of the document.
        source: of the document.
        prose: of the document.
        rows: of the document.
        found: what they saw, each with its rule.
        edits: what mends each; None for nothing.
    """
    lines, told = Lines(source), list[Diagnostic]()
    for (rule, finding), edit in zip(found, edits, strict=True):
        span = located(rows, finding.start, finding.end)
        level = rule.level if finding.sure else "suggestion"
        message = _message(prose, rule.message, finding)
        about = source[span.start : span.end], *lines.place(span.start), *lines.place(span.end)
        places = ((located(rows, start, end).start, what) for start, end, what in finding.related)
        related = tuple([Related(*lines.place(place), what) for place, what in places])
        fix = None if edit is None else Fix(rule.fix == "safe" and finding.sure, (edit,))
        told.append(Diagnostic(path, span, rule.id, level, message, *about, rule.why, fix, related))
    return told


@native
def in_order(told: list[Diagnostic], /) -> list[Diagnostic]:
    """Return diagnostics of one draft in the order of every report, each once."""
    keys = [*map(_order, told)]
    # They hold all that is told of them, texts as well; whether some may be the same is seen by much less.
    return sorted(dict.fromkeys(told) if len({*keys}) < len(keys) else told, key=_order)


def _order(one: Diagnostic) -> tuple[int, int, str, str]:
    """As `Diagnostic.order`, of one draft; numbers are compared in half the time of spans."""
    return *one.span, one.rule, one.message


def _message(prose: str, message: str, finding: Finding) -> str:
    """Return a message with texts in the place of their names, which stand in it in braces."""
    if "{" not in message:
        return message
    found = " ".join(prose[finding.start : finding.end].split())
    known = {"replacement": finding.replacement or "", **finding.values, "found": found}
    return _NAMED.sub(lambda name: known.get(name[1], name[0]), message)


def _mending(document: Document, finding: Finding) -> Edit | None:
    """Return the edit that mends a finding, None where there is none or markup stands in the way."""
    if finding.remove:
        return _removal(document, finding)
    if finding.replacement is None:
        return None
    return _edit(document, finding.start, finding.end, finding.replacement)


def _removal(document: Document, finding: Finding) -> Edit | None:
    """Take a stretch out: a whole block with its line ends, part of one with the blanks beside it."""
    prose, start, end = document.prose, finding.start, finding.end
    whole = whole_at(prose, document.blocks, start, end)
    if whole >= 0:
        outer = document.blocks[whole].outer
        return whole_removal(document, outer) if outer else None
    block = document.block_at(start)
    if block is None:
        return None
    if is_blank(prose, block.start, start):
        while end < block.end and prose[end].isspace():
            end += 1
    else:
        while start > block.start and prose[start - 1].isspace():
            start -= 1
    return _edit(document, start, end, "")


def _edit(document: Document, start: int, end: int, text: str) -> Edit | None:
    """Return what puts a text in place of a stretch of the prose, None where that cannot be done."""
    if not document.editable(start, end):
        return None
    from stylelint import writing

    source = writing.written(document, start, end, text)
    return None if source is None else Edit(document.span(start, end), source)


def whole_removal(document: Document, outer: Span) -> Edit | None:
    """Take a whole block out, None where what follows it would then be read as something else.

    That is what would come first and looks like a fence of front matter, and in Markdown what is set in and
    would run on from the code or the list item that stands before the block.
    """
    source = document.source
    span = with_line_ends(source, *outer)
    if document.pieces is not None:
        fence = source.startswith(("---", "+++", ";;;"), span.end)
        if fence and is_blank(source, 0, span.start):
            return None
    if document.format in ("markdown", "mdx") and _is_followed_by_set_in(source, outer):
        return None
    return Edit(span, "")


def _is_followed_by_set_in(source: str, outer: Span) -> bool:
    """Tell whether the next line of Markdown is set in; under HTML that means something after a blank one."""
    end = outer.end
    while end < len(source) and source[end] in " \t\r\n":
        end += 1
    lines = _line_ends(source, outer.end, end)
    apart = lines > 1 or (lines == 1 and source[outer.start] != "<")
    return apart and end < len(source) and source[end - 1] in " \t"


@native
def with_line_ends(source: str, first: int, last: int, /) -> Span:
    """Widen a block to the line ends after it, or those before it where they are fewer or it is the last.

    What parted it from its neighbours more clearly then parts these: where it stood between two
    paragraphs, one blank line remains between them.

    Args:
        source: the draft.
        first: where the block begins.
        last: where it ends, exclusive.
    """
    start, end = first, last
    while start and source[start - 1] in " \t\r\n":
        start -= 1
    while end < len(source) and source[end] in " \t\r\n":
        end += 1
    before, after = _line_ends(source, start, first), _line_ends(source, last, end)
    if end == len(source) or (start and before < after):
        return Span(start, last)
    line = max(source.rfind("\n", last, end), source.rfind("\r", last, end))
    return Span(first, line + 1 if line >= 0 else end)


def _line_ends(source: str, start: int, end: int) -> int:
    return source.count("\n", start, end) or source.count("\r", start, end)


@native
def whole_at(prose: str, blocks: tuple[Block, ...], start: int, end: int, /) -> int:
    """Return the index of the block of which a stretch of the prose is all but blanks, -1 for none."""
    index = index_at(blocks, start)
    if index < 0:
        return -1
    first, last, *_ = blocks[index]
    return index if is_blank(prose, first, start) and is_blank(prose, end, last) else -1


@native
def is_blank(text: str, start: int, end: int, /) -> bool:
    """Tell whether a stretch is blank, at the cost of its blanks alone: a block can be a whole file."""
    return all(text[at].isspace() for at in range(start, end))
