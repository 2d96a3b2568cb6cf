"""From what a check saw to what the user is told, with the fix that may follow from it."""

from __future__ import annotations

from collections.abc import Sequence

from stylelint import lazy
from stylelint.checks.base import Finding
from stylelint.diagnostics import Diagnostic, Edit, Fix, Related
from stylelint.document import Block, Document, Span
from stylelint.native import native
from stylelint.rulebook.rule import Rule
from stylelint.text import cited

_NAMED = lazy.regex(r"\{([^{}]*)\}")


def diagnosed(document: Document, found: Sequence[tuple[Rule, Finding]]) -> list[Diagnostic]:
    """Turn what checks saw in a document into what the user is told, one for one."""
    spans = [document.span(finding.start, finding.end) for _, finding in found]
    others = [document.span(start, end).start for _, finding in found for start, end, _ in finding.related]
    # Of other places nobody wants the text, which in a long draft is megabytes.
    places = cited(document.source, [*spans, *((at, at) for at in others)])
    related = (place[1:3] for place in places[len(spans) :])
    return [
        tuple.__new__(  # in half the time
            Diagnostic,
            (
                document.path,
                span,
                rule.id,
                rule.level if finding.sure else "suggestion",
                _message(document, rule, finding),
                *place,
                rule.why,
                _fix(document, rule, finding),
                tuple([Related(*next(related), message) for _, _, message in finding.related]),
                (),
            ),
        )
        for (rule, finding), span, place in zip(found, spans, places, strict=False)
    ]


def _message(document: Document, rule: Rule, finding: Finding) -> str:
    if "{" not in rule.message:
        return rule.message
    found = (document.prose, finding.start, finding.end)
    return filled(rule.message, *found, finding.replacement or "", finding.values)


@native
def filled(
    message: str, prose: str, start: int, end: int, replacement: str, values: dict[str, str], /
) -> str:
    """Return a message with texts in the place of their names, which stand in it in braces.

    Args:
        message: with names that are none as they are to stand.
        prose: of the document.
        start: in the prose, of what is `found`, in which one blank is put for any run of blanks.
        end: of the same, exclusive.
        replacement: by that name.
        values: the others by their names.
    """
    known = {"replacement": replacement, **values, "found": " ".join(prose[start:end].split())}
    return _NAMED.sub(lambda name: known.get(name[1], name[0]), message)


def _fix(document: Document, rule: Rule, finding: Finding) -> Fix | None:
    """Return the edits that mend a finding, None where there are none or markup stands in the way."""
    if rule.fix == "none":
        return None
    if finding.remove:
        edit = _removal(document, finding)
    elif finding.replacement is not None:
        edit = _edit(document, finding.start, finding.end, finding.replacement)
    else:
        edit = None
    return Fix(rule.fix == "safe" and finding.sure, (edit,)) if edit else None


def _removal(document: Document, finding: Finding) -> Edit | None:
    """Take a stretch out: a whole block with its line ends, part of one with the blanks beside it."""
    block = document.block_at(finding.start)
    if block is None:
        return None
    prose = document.prose
    if is_whole(prose, block, finding):
        return whole_removal(document, block.outer) if block.outer else None
    start, end = finding.start, finding.end
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
    span = Span(*with_line_ends(source, *outer))
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
def with_line_ends(source: str, first: int, last: int, /) -> tuple[int, int]:
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
        return start, last
    line = max(source.rfind("\n", last, end), source.rfind("\r", last, end))
    return first, line + 1 if line >= 0 else end


def _line_ends(source: str, start: int, end: int) -> int:
    return source.count("\n", start, end) or source.count("\r", start, end)


def is_whole(prose: str, block: Block, finding: Finding) -> bool:
    """Tell whether a finding is all there is in its block but blanks."""
    return is_blank(prose, block.start, finding.start) and is_blank(prose, finding.end, block.end)


@native
def is_blank(text: str, start: int, end: int, /) -> bool:
    """Tell whether a stretch is blank, at the cost of its blanks alone: a block can be a whole file."""
    return all(text[at].isspace() for at in range(start, end))
