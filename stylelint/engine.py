"""Lints a document with a rulebook: documents and rules in, diagnostics out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING

from stylelint.checks.base import Finding, View
from stylelint.diagnostics import LEVELS, Diagnostic, Edit, Fix, Related
from stylelint.document import Block, Document, Span
from stylelint.readers.options import PLAIN, Options, fits
from stylelint.rulebook.rule import Rule, Rulebook
from stylelint.scanner import Asked, Scanner

if TYPE_CHECKING:
    from stylelint.compat.vale.bridge import Bridge


class Linter:
    """A rulebook made ready to lint many documents.

    Args:
        rulebook: the rules.
        today: the day on which date-ranged rules are judged; None for the real one.
        reading: how drafts are read.
        reading: how drafts are read.

    Attributes:
        book: the rulebook.
        rules: those in force.
        reading: how drafts are read.
    """

    def __init__(self, rulebook: Rulebook, today: date | None = None, reading: Options = PLAIN) -> None:
        self.book, self.reading = rulebook, reading
        self.rules = rules = [rule for rule in rulebook.rules if in_force(rule, today)]
        self._scanner = Scanner([rule for rule in rules if rule.check.kind != "vale"])
        self._vale = [rule for rule in rules if rule.check.kind == "vale"]

    def read(self, path: str, data: bytes) -> Document:
        """Return a draft as the house reads it.

        Raises:
            UserError: it cannot be read.
        """
        from stylelint import readers

        return readers.read(path, data, options=self.reading)

    def told_by(self, path: str) -> str:
        """Return what a draft's path decides about what is found in it.

        Of two drafts of the same bytes, in which this is the same, the findings are the same.
        """
        from stylelint.readers import format_of

        format = format_of(path, self.reading)
        if not self._globs and not self.reading.roles:
            return format
        held = ["01"[_is_for(globs, path)] for globs in self._globs]
        fitting = ["01"[fits(path, wish.files)] for wish in self.reading.roles if wish.files]
        return f"{format} {''.join(held)} {''.join(fitting)}"

    @cached_property
    def _globs(self) -> tuple[tuple[str, ...], ...]:
        """For which paths some of the rules are."""
        return tuple(dict.fromkeys(rule.paths for rule in self.rules if rule.paths))

    def asked(self, document: Document) -> list[Asked]:
        """Return the rules that may find something in a document, in their order, but for those of Vale."""
        found = self._scanner.asked(document)
        return [(rule, seen) for rule, seen in found if _is_for(rule.paths, document.path)]

    def lint(self, document: Document) -> list[Diagnostic]:
        """Return what breaks the rulebook, in the order of places, then rules."""
        asked = self.asked(document)
        # Rules that say what a block is run first, so that the others can see it.
        found = _once(document, _found(document, [pair for pair in asked if pair[0].check.marks]))
        document = document.with_roles(dict(_marks(document, found)))
        found += _found(document, [pair for pair in asked if not pair[0].check.marks])
        diagnostics = {diagnose(document, rule, finding) for rule, finding in found}
        if self._vale:
            diagnostics.update(self._bridge.lint(document))
        return sorted(diagnostics, key=lambda d: d.order)

    @cached_property
    def _bridge(self) -> Bridge:
        """What runs the rules of Vale's styles."""
        from stylelint.compat.vale.bridge import Bridge, checks_of

        return Bridge(self._vale, checks_of(self._vale))


def _found(document: Document, asked: Iterable[Asked]) -> Iterator[tuple[Rule, Finding]]:
    for rule, seen in asked:
        view = View(document, rule.scope, rule.quotes, seen)
        for finding in rule.check.find(view):
            yield rule, view.asked(finding)


def _once(document: Document, found: Iterable[tuple[Rule, Finding]]) -> list[tuple[Rule, Finding]]:
    """Return what marking rules found, each stretch once: of several rules the gravest, then the first by id.

    Page furniture often is two things at once (a sign-up that is a call to action), and is told as one.
    """
    kept: list[tuple[Rule, Finding]] = []
    told: dict[tuple[str | None, int], list[tuple[int, int]]] = {}
    for rule, finding in sorted(found, key=_gravest_first):
        same = told.setdefault((rule.check.marks, document.index_at(finding.start)), [])
        if not any(start <= finding.start and finding.end <= end for start, end in same):
            same.append((finding.start, finding.end))
            kept.append((rule, finding))
    return kept


def _gravest_first(pair: tuple[Rule, Finding]) -> tuple[int, int, str]:
    rule, finding = pair
    level = rule.level if finding.sure else "suggestion"
    return LEVELS.index(level), finding.start - finding.end, rule.id


def in_force(rule: Rule, today: date | None) -> bool:
    """Tell whether a rule holds on a day; asks for today's date only where a rule has one."""
    if not (rule.since or rule.until):
        return True
    day = today or date.today()
    return (rule.since or day) <= day <= (rule.until or day)


def _is_for(globs: tuple[str, ...], path: str) -> bool:
    """Tell whether there are no globs, or one fits the path or its end.

    So it does not matter from where a draft is named.
    """
    if not globs:
        return True
    parts = path.replace("\\", "/").split("/")
    ends = ["/".join(parts[index:]) for index in range(len(parts))]
    return any(fnmatchcase(end, glob) for end in ends for glob in globs)


def _marks(document: Document, found: Iterable[tuple[Rule, Finding]]) -> Iterator[tuple[int, str]]:
    """Yield index and new role of every block that a marking rule found whole."""
    for rule, finding in found:
        index = document.index_at(finding.start)
        block = document.blocks[index] if index >= 0 else None
        if rule.check.marks and block and _whole(document.prose, block, finding):
            yield index, rule.check.marks


def _whole(prose: str, block: Block, finding: Finding) -> bool:
    """Tell whether a finding is all there is in its block but blanks."""
    return _blank(prose, block.start, finding.start) and _blank(prose, finding.end, block.end)


def _blank(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is blank, at the cost of its blanks alone: a block can be a whole file."""
    return all(text[at].isspace() for at in range(start, end))


def diagnose(document: Document, rule: Rule, finding: Finding) -> Diagnostic:
    """Turn what a check saw into what the user is told."""
    span = document.span(finding.start, finding.end)
    line, column = document.lines.place(span.start)
    end_line, end_column = document.lines.place(span.end)
    return Diagnostic(
        path=document.path,
        span=span,
        rule=rule.id,
        level=rule.level if finding.sure else "suggestion",
        message=_message(document, rule, finding),
        text=document.source[span.start : span.end],
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        why=rule.why,
        fix=_fix(document, rule, finding),
        related=tuple(_related(document, finding)),
    )


def _message(document: Document, rule: Rule, finding: Finding) -> str:
    found = " ".join(document.prose[finding.start : finding.end].split())
    values = {"found": found, "replacement": finding.replacement or "", **finding.values}
    text = rule.message
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _related(document: Document, finding: Finding) -> Iterator[Related]:
    for start, end, message in finding.related:
        yield Related(*document.lines.place(document.span(start, end).start), message)


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
    if _whole(prose, block, finding):
        return whole_removal(document, block.outer) if block.outer else None
    start, end = finding.start, finding.end
    if _blank(prose, block.start, start):
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
    from stylelint.writing import written

    source = written(document, start, end, text)
    return None if source is None else Edit(document.span(start, end), source)


def whole_removal(document: Document, outer: Span) -> Edit | None:
    """Take a whole block out, None where what follows it would then be read as something else.

    That is what would come first and looks like a fence of front matter, and in Markdown what is set in and
    would run on from the code or the list item that stands before the block.
    """
    source = document.source
    span = _with_line_ends(source, outer)
    if document.pieces is not None:
        fence = source.startswith(("---", "+++", ";;;"), span.end)
        if fence and not source[: span.start].strip():
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


def _with_line_ends(source: str, outer: Span) -> Span:
    """Widen a block to the line ends after it, or those before it where they are fewer or it is the last.

    What parted it from its neighbours more clearly then parts these: where it stood between two
    paragraphs, one blank line remains between them.
    """
    start, end = outer
    while start and source[start - 1] in " \t\r\n":
        start -= 1
    while end < len(source) and source[end] in " \t\r\n":
        end += 1
    before, after = _line_ends(source, start, outer.start), _line_ends(source, outer.end, end)
    if end == len(source) or (start and before < after):
        return Span(start, outer.end)
    last = max(source.rfind("\n", outer.end, end), source.rfind("\r", outer.end, end))
    return Span(outer.start, last + 1 if last >= 0 else end)


def _line_ends(source: str, start: int, end: int) -> int:
    return source.count("\n", start, end) or source.count("\r", start, end)
