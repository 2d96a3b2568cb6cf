"""Finds the fences of directives and admonitions, and formulas, in Markdown.

`:::note` (Docusaurus, Pandoc, VuePress, Quarto), MyST's fences with a name in braces and what is set in below
`!!! note` (Python-Markdown, MkDocs) hold prose, which Markdown alone would take for a paragraph or for code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stylelint import lazy
from stylelint.readers.masks import Region, between
from stylelint.readers.options import Skipped
from stylelint.readers.sheet import Aside, aside
from stylelint.readers.signs import FENCES

_FENCE = lazy.regex(r"^([ \t]{0,12}(?:> ?)*)(`{3,}|~{3,}|:{3,}|!!!|\?{3}\+?|===)([^\n]*)", re.MULTILINE)
_HEAD = lazy.regex(r"\s*\{?\s*\.?([\w:-]*)\s*\}?\s*(?:\[([^\]]*)\])?\s*(.*?)[\s:]*\Z")
_BOX = lazy.regex(r"(?:[ \t]+[a-z][\w-]*(?:[ \t]+[\w-]+)*)?(?:[ \t]+\"([^\"\n]*)\")?[ \t\r]*\Z")
_OPTION = lazy.regex(r"\n[ \t]*:([\w-]+):[ \t]*([^\n]*)")
_CODE = frozenset(
    [
        "code",
        "code-block",
        "code-cell",
        "sourcecode",
        "literalinclude",
        "math",
        "mermaid",
        "graphviz",
        "eval-rst",
        "raw",
        "toctree",
        "figure-md",
        "image",
        "include",
        "bibliography",
        "contents",
        "list-table",
        "csv-table",
        "plot",
        "parsed-literal",
    ]
)
_ROLE = lazy.regex(r"\{[A-Za-z][\w:-]{0,40}\}(?=`)")
_DOLLARS = lazy.regex(
    r"\$(?<![\\$\w]\$)(?![\s$])(?=[^$\n]{0,300}[\\^_={}])[^$\n]{1,300}(?<![\s\\])\$(?![\w$])"
)
_TEX = lazy.regex(r"\\[A-Za-z]|[\^=]")
_LONGEST = 8000


class Open(NamedTuple):
    """A directive that is open: mark and length of its fence, where it began, whether it is read at all."""

    mark: str
    length: int
    start: int
    read: bool


def directives(source: str, skipped: Skipped, signs: set[str]) -> list[Region]:
    """Return the fences, names and options of directives.

    Args:
        source: Markdown.
        skipped: the directives of these classes are left out.
        signs: those of `signs.ALL` that stand in it.
    """
    found: list[Region] = []
    if not signs.isdisjoint(FENCES) or signs >= {"`", "~~~{"}:
        found += _fences(source, skipped)
    if "}`" in signs:
        found += [Region(*m.span(), shown=False) for m in _ROLE.finditer(source)]
    return found


def formulas(source: str, signs: set[str]) -> list[Region]:
    r"""Return the formulas: `$$…$$`, `\\[…\\]`, `\\(…\\)`, and `$…$` with a sign of TeX in it.

    Sums of money are far more frequent in articles than formulas, so that "$5 and $10" is none.

    Args:
        source: Markdown.
        signs: those of `signs.ALL` that stand in it.
    """
    spans: list[tuple[int, int]] = []
    if "$$" in signs:
        spans += [s for s in _doubled(source) if s[1] - s[0] > 4]
    if "$" in signs:
        spans += [m.span() for m in _DOLLARS.finditer(source)]
    for opening, closing in (("\\[", "\\]"), ("\\(", "\\)")):
        if opening in signs and closing in signs:
            spans += [s for s in between(source, opening, closing, _LONGEST, 0) if _is_tex(source, *s)]
    return [Region(*span) for span in spans]


def _doubled(source: str) -> Iterator[tuple[int, int]]:
    places = [m.span() for m in re.finditer(r"\$\$(?<![\\$]\$\$)(?!\$)", source)]
    for (start, _), (_, end) in zip(places[::2], places[1::2], strict=False):
        if end - start <= _LONGEST and "\n\n" not in source[start:end]:
            yield start, end


def _is_tex(source: str, start: int, end: int) -> bool:
    """Tell whether brackets with backslashes hold a formula, and are not escaped brackets of a sentence."""
    return _TEX.search(source, start + 2, end - 2) is not None


def _fences(source: str, skipped: Skipped) -> Iterator[Region]:
    """Follow the fences; those of code hide all that stands between them."""
    stack: list[Open] = []
    code: tuple[str, int] | None = None
    for line in _FENCE.finditer(source):
        mark, count, rest = line[2][0], len(line[2]), line[3].strip()
        if code:
            code = None if not rest and mark == code[0] and count >= code[1] else code
            continue
        if mark in "!?=":
            if rest and (not stack or stack[-1].read):
                yield from _box(source, line, skipped)
            continue
        if not rest and (depth := _closed(stack, mark, count)):
            opened = stack[-depth]
            del stack[-depth:]
            if opened.read:
                yield _line(source, line.start(2), line.end())
            elif not stack or stack[-1].read:
                yield Region(opened.start, line.end(), shown=False, lines=True)
        elif mark != ":" and not rest.startswith("{"):
            code = (mark, count)
        else:
            around = not stack or stack[-1].read
            stack.append(_opened(line, mark, count, around, skipped))
            if stack[-1].read:
                yield from _opening(source, line)


def _closed(stack: list[Open], mark: str, count: int) -> int:
    """Return how many directives a fence without a name ends, 0 if none."""
    for depth, one in enumerate(reversed(stack[-20:]), 1):
        if one.mark == mark and count >= one.length:
            return depth
    return 0


def _opened(line: re.Match[str], mark: str, count: int, around: bool, skipped: Skipped) -> Open:
    head = _HEAD.match(line[3])
    name = head[1] if head else ""
    classes = {name, *re.findall(r"\.([\w-]+)", line[3])}
    return Open(mark, count, line.start(2), around and name not in _CODE and not classes & skipped.classes)


def _opening(source: str, line: re.Match[str]) -> Iterator[Region]:
    """Yield the line that opens a directive, and the options on the lines after it."""
    head = _HEAD.match(line[3])
    asides = []
    if head and head[1] and not line[3].lstrip().startswith("{."):
        group = 2 if head[2] else 3
        start, end = head.span(group)
        if end > start and not head[group].startswith(("{", "#", ".")) and head[1] not in ("figure", "image"):
            asides.append(aside("heading", (line.start(3) + start, line.start(3) + end), syntax="argument"))
    yield _line(source, line.start(2), line.end(), *asides)
    at = line.end()
    while option := _OPTION.match(source, at):
        named = (
            aside(option[1], option.span(2), syntax="argument") if option[1] in ("alt", "caption") else None
        )
        yield _line(source, option.start() + 1, option.end(), *([named] if named else []))
        at = option.end()


def _box(source: str, line: re.Match[str], skipped: Skipped) -> Iterator[Region]:
    """Yield the line above what is set in below it; all of it where the house does not want it read.

    To the parser the line opens the item of a list, which holds what is set in, too; an empty heading lets
    a paragraph begin on the next line.
    """
    head, indent = _BOX.match(line[3]), len(line[1].expandtabs(4)) + 4
    set_in = re.compile(rf"(?:\r?\n(?:[ \t]*(?=\r?\n)|(?: {{{indent}}}|\t)[^\n]*))*")
    body = set_in.match(source, line.end())
    if head is None or body is None or not body[0].strip() or (line[2] == "===" and not head[1]):
        return
    start = line.start(2)
    if skipped.classes & set(line[3].split()):
        yield Region(start, body.end(), False, True)
        return
    title = (line.start(3) + head.start(1), line.start(3) + head.end(1))
    asides = (aside("heading", title, syntax="argument"),) if head[1] and head[1].strip() else ()
    yield _line(source, start, line.end(), *asides)._replace(opens="- #")


def _line(source: str, start: int, end: int, *asides: Aside) -> Region:
    end -= source[end - 1] == "\r"
    return Region(start, end, False, True, asides)
