"""The comments of a program as texts, each piece with its place in the source.

Comments that begin in one column of lines that follow one another are one text, as a reader takes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from stylelint.compat.vale.html import Rows
from stylelint.compat.vale.languages import Language

_STAR = re.compile(r"[ \t]*\*+(?=\s|\Z)")
_MARKS = re.compile(
    r"//[/!]?|/\*+!?|\*+/|#=|=#|=begin|=end|<#|#>|--\[\[|\]\]|\{-\|?|-\}|--+(?: [|^])?|;+|#+|\"{3}|'{3}"
)
_DIRECTIVE = re.compile(
    r"\s*(?:noqa\b|type:|pylint:|flake8:|ruff:|mypy:|pyright:|fmt: (?:off|on|skip)|isort:|pragma:|nosec\b"
    r"|eslint\b|eslint-|@ts-|prettier-ignore|istanbul |jshint |global |go:[a-z]|\+build |nolint\b|NOLINT"
    r"|clang-format (?:off|on)|NOPMD|NOSONAR|CHECKSTYLE|ktlint|rubocop:|frozen_string_literal:|-\*- )"
)
"""The head of a comment that a tool reads and nobody else."""
_HEAD = re.compile(r"^[ \t]*(?:async[ \t]+)?(?:def|class)\b", re.MULTILINE)
_ATTRIBUTE = re.compile(r"[ \t]*@(?:module|type|short)?doc[ \t]+(?:~[sS])?")
_REMARK = re.compile(r"#[^\n]*")
_LONGEST = 5000
"""So far back is the head of a function looked for: in code points."""
_DOC = re.compile(r"(?:[rRuUfFbB]{0,2})(?:\"{3}|'{3}|\"|')")


Kind = Literal["line", "block", "doc.line", "doc.block"]


class Comment(NamedTuple):
    """A comment.

    Attributes:
        kind: whether it stands in one line, or in lines one by one, or in a block of several; with `doc.`
            before it for the value of an attribute that documents.
        text: without its marks.
        rows: where that stands in the source.
    """

    kind: Kind
    text: str
    rows: Rows


class _Piece(NamedTuple):
    """A stretch of the source that is a comment, its marks left out."""

    kind: Kind
    start: int
    end: int
    line: int
    column: int


def comments(source: str, language: Language) -> list[Comment]:
    """Return the comments of a program in order; one to the shell at its head is none."""
    found: list[Comment] = []
    run: list[_Piece] = []
    for piece in _pieces(source, language):
        if run and (piece.kind != "line" or not _follows(run[-1], piece)):
            found.append(_joined(source, run))
            run = []
        if piece.kind != "line":
            found.append(_block(source, piece, language))
        else:
            run.append(piece)
    if run:
        found.append(_joined(source, run))
    return [one for one in found if one.text.strip()]


def _follows(before: _Piece, piece: _Piece) -> bool:
    return piece.line == before.line + 1 and piece.column == before.column


def _pieces(source: str, language: Language) -> Iterator[_Piece]:
    line = at = 0
    for found in language.pattern.finditer(source):
        line += source.count("\n", at, found.start())
        at = found.start()
        column = at - source.rfind("\n", 0, at) - 1
        attribute = found.lastgroup == "literal" and _is_attribute(source, at, language)
        if found.lastgroup == "literal" and not (attribute or (language.docs and _documents(source, at))):
            continue
        if at == 0 and found[0].startswith("#!"):
            continue
        text = found[0]
        head = _DOC.match(text) if found.lastgroup == "literal" else _MARKS.match(text)
        tail = len(text)
        if found.lastgroup != "line":
            tail = _tail(text, head[0] if head else "")
        start = at + (head.end() if head else 0)
        if _DIRECTIVE.match(source, start):
            continue
        yield _Piece(_kind(text.count("\n") > 1, attribute), start, max(start, at + tail), line, column)


def _kind(block: bool, attribute: bool) -> Kind:
    if attribute:
        return "doc.block" if block else "doc.line"
    return "block" if block else "line"


def _is_attribute(source: str, at: int, language: Language) -> bool:
    """Tell whether a string is the value of an attribute that documents, such as `@doc` of Elixir."""
    head = source.rfind("\n", 0, at) + 1
    return language.attributes and _ATTRIBUTE.fullmatch(source, head, at) is not None


def _tail(text: str, head: str) -> int:
    """Return where the marks at the end of a comment of several lines begin."""
    quote = head.lstrip("rRuUfFbB")
    if quote[:1] in ("'", '"'):
        return len(text) - len(quote) if text.endswith(quote) else len(text)
    marks = re.search(r"(?:\*+/|=#|=end|#>|\]\]|-\})\Z", text)
    return marks.start() if marks else len(text)


def _documents(source: str, at: int) -> bool:
    """Tell whether a string is the first statement of a module, a class or a function."""
    before = source[:at].rstrip()
    if before.endswith(":"):
        head = next(reversed(list(_HEAD.finditer(before, max(0, len(before) - _LONGEST)))), None)
        return head is not None and "\n" in source[len(before) : at] and _closed(before[head.end() :])
    return not _REMARK.sub("", source[: min(at, _LONGEST)]).strip() and at < _LONGEST


def _closed(rest: str) -> bool:
    """Tell whether the first colon outside brackets is the last sign."""
    depth = 0
    for index, sign in enumerate(rest):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == ":" and not depth:
            return index == len(rest) - 1
    return False


def _joined(source: str, run: list[_Piece]) -> Comment:
    """Return comments of single lines that follow one another as one text."""
    parts: list[str] = []
    rows: Rows = []
    size = 0
    for piece in run:
        text = source[piece.start : piece.end]
        begin = piece.start + len(text) - len(text.lstrip(" "))
        text = text.lstrip(" ").rstrip()
        if text:
            rows.append((size, size + len(text), begin, begin + len(text)))
        parts.append(text)
        size += len(text) + 1
    return Comment("line", "\n".join(parts), rows)


def _block(source: str, piece: _Piece, language: Language) -> Comment:
    """Return a comment of several lines without what all of them are indented by."""
    lines = source[piece.start : piece.end].split("\n")
    bare = [_STAR.sub(lambda m: " " * len(m[0]), x, count=1) if language.starred else x for x in lines[1:]]
    widths = [len(line) - len(line.lstrip()) for line in bare if line.strip()]
    common = min(widths, default=0)
    parts: list[str] = []
    rows: Rows = []
    size, at = 0, piece.start
    for number, (line, text) in enumerate(zip(lines, [lines[0], *bare], strict=True)):
        indent = len(text) - len(text.lstrip())
        cut = min(common, indent) if number else indent
        shown = text[cut:].rstrip()
        if shown:
            rows.append((size, size + len(shown), at + cut, at + cut + len(shown)))
        parts.append(shown)
        size += len(shown) + 1
        at += len(line) + 1
    return Comment(piece.kind, "\n".join(parts), rows)
