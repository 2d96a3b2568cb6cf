"""Org mode as the tokens of HTML that an export of it has, each text with its place in the source.

Drawers, planning, comments, blocks of code and examples are no prose, and of the keywords only those of the
title, the subtitle, the author and the description are.  A heading of the first level is `h2`, as in an
export, where `h1` is the title of the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from stylelint.compat.vale.html import Rows, Token, tokens
from stylelint.compat.vale.joined import Joined, Line, element, lines_of
from stylelint.compat.vale.org_inline import prose

_HEADING = re.compile(r"(\*+)[ \t]+(.*)")
_PRIORITY = re.compile(r"\[#\w+\][ \t]*")
_TAGS = re.compile(r"(?:(?<![ \t])[ \t]+|\A)(:(?:[\w@#%]+:)+)[ \t]*\Z")
_STATES = re.compile(r"[ \t]*#\+(?:SEQ_|TYP_)?TODO:(.*)", re.IGNORECASE)
_ITEM = re.compile(
    r"([ \t]*)(?:[-+]|(?<=[ \t])\*|(\d+)[.)])(?:[ \t]+|\Z)(?:\[@\d+\][ \t]*)?(?:\[[ xX-]\](?:[ \t]+|\Z))?"
)
_TERM = re.compile(r"(\S.*?)(?<![ \t])[ \t]+::(?:[ \t]+|\Z)")
_BEGIN = re.compile(r"[ \t]*#\+BEGIN_(\S+)[ \t]*(.*)", re.IGNORECASE)
_TOLD = re.compile(r"[ \t]*#\+(TITLE|SUBTITLE|AUTHOR|DESCRIPTION):", re.IGNORECASE)
_DRAWER = re.compile(r"[ \t]*:(?!END:)[\w-]+:[ \t]*\Z", re.IGNORECASE)
_DRAWN = re.compile(r"[ \t]*:END:[ \t]*\Z", re.IGNORECASE)
_NOTE = re.compile(r"\[fn:[\w-]+\][ \t]*")
_COMMENT = re.compile(r"[ \t]*#(?:[ \t]+(.*)|\Z)")
_TABLE = re.compile(r"[ \t]*\|")
_RULE = re.compile(r"[ \t]*\|-")
_CELL = re.compile(r"[^|]+")
_WIDTH = re.compile(r"<[lrc]?\d*>")
_FORMULA = re.compile(r"[ \t]*\\begin\{([\w*]+)\}")
_PASSED = re.compile(
    r"[ \t]*(?:\Z|#\+\S+:|:(?:[ \t]|\Z)|-{5,}[ \t]*\Z|(?:CLOSED|DEADLINE|SCHEDULED|CLOCK):[ \t])",
    re.IGNORECASE,
)
"""Lines that are no prose: empty ones, keywords, examples of one line, rules and planning."""

_CODE = frozenset({"src", "example", "comment", "export"})
_DEEPEST = 40
"""So deep lists and blocks are read in one another; what is deeper is text."""

_LONGEST = 200
"""A drawer that is not closed in so many lines is none."""

Lines = Sequence[Line]
Read = tuple[int, Iterable[Token]]
"""Number of the line that follows, and what has been read."""


def org(source: str) -> Iterator[Token]:
    """Yield the tokens of a text in Org mode.

    Args:
        source: the draft; places are offsets in it, in code points.
    """
    lines = list(lines_of(source))
    states = {"TODO", "DONE"}
    for line in lines:
        if found := _STATES.match(line.text):
            states.update(re.sub(r"\([^()]*\)", "", found[1]).replace("|", " ").split())
    heads = [number for number, line in enumerate(lines) if _HEADING.match(line.text)]
    yield from _blocks(lines[: heads[0] if heads else len(lines)], 0)
    hidden = 0
    for number, end in zip(heads, [*heads[1:], len(lines)], strict=False):
        found = _HEADING.match(lines[number].text)
        assert found
        level = len(found[1])
        if hidden and level > hidden:
            continue
        title, kept = _title(lines[number].cut(found.start(2)), states)
        hidden = 0 if kept else level
        if kept:
            yield from element(f"h{min(level + 1, 6)}", prose([title]))
            yield from _blocks(lines[number + 1 : end], 0)


def _title(title: Line, states: set[str]) -> tuple[Line, bool]:
    """Return what a heading says, and whether it and what is below it are for readers."""
    word = title.text.split(" ", 1)[0]
    if word in states:
        title = title.cut(len(word)).stripped()
    if priority := _PRIORITY.match(title.text):
        title = title.cut(priority.end())
    tags = _TAGS.search(title.text)
    kept = not (tags and ":noexport:" in tags[1]) and title.text.split(" ", 1)[0] != "COMMENT"
    return Line(title.text[: tags.start()], title.start) if tags else title, kept


def _blocks(lines: Lines, depth: int) -> Iterator[Token]:
    """Read the lines of a section, or of what stands in it."""
    text: list[Line] = []
    at = 0
    while at < len(lines):
        read = _special(lines, at, depth) if depth < _DEEPEST else None
        if read is None:
            text.append(lines[at].stripped())
            at += 1
            continue
        yield from _paragraph(text)
        text = []
        at, inside = read
        yield from inside
    yield from _paragraph(text)


def _paragraph(text: Lines) -> Iterator[Token]:
    if text:
        yield from element("p", prose(text))


def _special(lines: Lines, at: int, depth: int) -> Read | None:
    """Read what begins at a line and is no paragraph, None where one does."""
    for opens, reader in _READERS:
        found = opens.match(lines[at].text)
        if found and (read := reader(lines, at, found, depth)):
            return read
    return None


def _block(lines: Lines, at: int, found: re.Match[str], depth: int) -> Read:
    """Read a block; one that is not closed goes on to the end of what it stands in."""
    name = found[1].lower()
    ends = re.compile(rf"[ \t]*#\+END_{re.escape(name)}[ \t]*\Z", re.IGNORECASE)
    end = next((n for n in range(at + 1, len(lines)) if ends.match(lines[n].text)), len(lines))
    inside = lines[at + 1 : end]
    if name == "export" and found[2].strip().lower() == "html":
        return end + 1, _html(inside)
    if name == "quote":
        return end + 1, element("blockquote", _blocks(inside, depth + 1))
    if name == "verse":
        return end + 1, _paragraph([line.stripped() for line in inside if line.text.strip()])
    return end + 1, _code() if name in _CODE else element("div", _blocks(inside, depth + 1))


def _code() -> Iterator[Token]:
    return element("pre", ())


def _html(lines: Lines) -> Iterator[Token]:
    """Yield the tokens of lines in HTML."""
    whole = Joined(lines)
    for token in tokens(whole.text):
        rows = [row for a, b, c, d in token.rows for row in _within(whole.rows(c, d), a, b)]
        yield token._replace(rows=rows, attributes=())


def _within(rows: Rows, start: int, end: int) -> Rows:
    """Return the rows of a stretch that is one thing, or stands there to the letter."""
    if rows and rows[-1][1] != end - start:
        return [(start, end, rows[0][2], rows[-1][3])]
    return [(a + start, b + start, c, d) for a, b, c, d in rows]


def _drawer(lines: Lines, at: int, found: re.Match[str], depth: int) -> Read | None:
    last = min(len(lines), at + _LONGEST)
    end = next((n for n in range(at + 1, last) if _DRAWN.match(lines[n].text)), None)
    return None if end is None else (end + 1, ())


def _formula(lines: Lines, at: int, found: re.Match[str], depth: int) -> Read:
    ends = f"\\end{{{found[1]}}}"
    end = next((n for n in range(at, len(lines)) if ends in lines[n].text), len(lines))
    return end + 1, _code()


def _comment(lines: Lines, at: int, found: re.Match[str], depth: int) -> Read:
    return at + 1, [Token("comment", (found[1] or "").strip(), [])]


def _keyword(lines: Lines, at: int, found: re.Match[str], depth: int) -> Read:
    """Read a keyword with what the document is called, who wrote it, or what it is about."""
    said = prose([lines[at].cut(found.end()).stripped()])
    return at + 1, element("h1" if found[1].upper() == "TITLE" else "p", said)


def _passed(lines: Lines, at: int, found: re.Match[str], depth: int) -> Read:
    return at + 1, ()


def _table(lines: Lines, at: int, found: re.Match[str], depth: int) -> Read:
    """Read a table; what stands above its first rule is its head, if more follows that."""
    end = at
    while end < len(lines) and _TABLE.match(lines[end].text):
        end += 1
    rows = [n for n in range(at, end) if not _RULE.match(lines[n].text)]
    head = next((n for n in range(at + 1, end) if _RULE.match(lines[n].text)), at)
    inside = (
        token
        for n in rows
        for token in element("tr", _cells(lines[n], "th" if n < head < rows[-1] else "td"))
    )
    return end, element("table", inside)


def _cells(line: Line, tag: str) -> Iterator[Token]:
    for cell in _CELL.finditer(line.text, line.text.index("|")):
        if cell[0].strip() and not _WIDTH.fullmatch(cell[0].strip()):
            yield from element(tag, prose([Line(cell[0], line.start + cell.start()).stripped()]))


def _list(lines: Lines, at: int, found: re.Match[str], depth: int) -> Read:
    """Read a list: its items, and what is indented more deeply than their marks."""
    width, items, begin = len(found[1]), list[Iterable[Token]](), at
    kind = "ol" if found[2] else "dl" if _TERM.match(lines[at].text, found.end()) else "ul"
    item: re.Match[str] | None = found
    while item:
        end = begin + 1
        while end < len(lines) and (
            _width(lines[end].text) > width or (not lines[end].text.strip() and not _gap(lines, end))
        ):
            end += 1
        items.append(_item([lines[begin].cut(item.end()), *lines[begin + 1 : end]], kind, depth + 1))
        begin = end
        item = _ITEM.match(lines[end].text) if end < len(lines) else None
        item = item if item and len(item[1]) == width else None
    return begin, element(kind, (token for one in items for token in one))


def _gap(lines: Lines, at: int) -> bool:
    """Tell whether two empty lines, which end a list, begin here."""
    return at + 1 >= len(lines) or not lines[at + 1].text.strip()


def _width(text: str) -> int:
    """Return how far a line is indented; -1 for an empty one."""
    return len(text) - len(text.lstrip()) if text.strip() else -1


def _item(lines: list[Line], kind: str, depth: int) -> Iterator[Token]:
    if kind != "dl":
        return element("li", _blocks(lines, depth))
    return _defined(lines, depth)


def _defined(lines: list[Line], depth: int) -> Iterator[Token]:
    """Read an item of a list of terms and what they mean."""
    if term := _TERM.match(lines[0].text):
        yield from element("dt", prose([Line(term[1], lines[0].start)]))
        lines = [lines[0].cut(term.end()), *lines[1:]]
    yield from element("dd", _blocks(lines, depth))


def _note(lines: Lines, at: int, found: re.Match[str], depth: int) -> Read:
    """Read a footnote without its label."""
    end = at + 1
    while end < len(lines) and lines[end].text.strip() and not _NOTE.match(lines[end].text):
        end += 1
    return end, _blocks([lines[at].cut(found.end()), *lines[at + 1 : end]], depth + 1)


_Reader = Callable[[Lines, int, re.Match[str], int], Read | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_BEGIN, _block), (_TOLD, _keyword), (_PASSED, _passed), (_COMMENT, _comment), (_DRAWER, _drawer),
    (_TABLE, _table), (_ITEM, _list), (_NOTE, _note), (_FORMULA, _formula),
)  # fmt: skip
