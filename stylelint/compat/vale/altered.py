"""A draft with stretches replaced before it is read, and the way back to where they stood."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from stylelint.compat.vale.html import Rows
from stylelint.compat.vale.regexes import BadPattern, compiled
from stylelint.errors import UserError

BLOCKS = {
    ".md": ("\n```\n", "\n```\n"), ".html": ("<pre>", "</pre>"), ".adoc": ("\n----\n", "\n----\n"),
    ".rst": ("\n\n", "\n\n"), ".org": ("\n\n", "\n\n"),
}  # fmt: skip
_LINE_END = re.compile(r"\r\n?|\n")
TOKENS = {
    ".md": ("`", "`"), ".html": ("<code>", "</code>"), ".adoc": ("``", "``"), ".rst": ("\\ ``", "``\\ "),
    ".org": ("@@vale:", "@@"),
}  # fmt: skip


def unix(source: str) -> tuple[str, Rows]:
    """Return a text with the line ends of Unix, which patterns count on, and where its parts stand."""
    if "\r" not in source:
        return source, [(0, len(source), 0, len(source))]
    parts: list[str] = []
    rows: Rows = []
    size = at = 0
    for found in _LINE_END.finditer(source):
        line = source[at : found.start()]
        if line:
            rows.append((size, size + len(line), at, found.start()))
        rows.append((size + len(line), size + len(line) + 1, found.start(), found.end()))
        parts += [line, "\n"]
        size += len(line) + 1
        at = found.end()
    if at < len(source):
        rows.append((size, size + len(source) - at, at, len(source)))
    return "".join([*parts, source[at:]]), rows


class Altered:
    """A text and where each part of it stood.

    Args:
        text: the draft as it stands.
        rows: where that stands; None where it is the whole source.
    """

    def __init__(self, text: str, rows: Rows | None = None) -> None:
        self.text = text
        self.rows: Rows = [(0, len(text), 0, len(text))] if rows is None else rows
        self._starts = [row[0] for row in self.rows]

    def replace(self, spans: Sequence[tuple[int, int, str, int, int, str]]) -> None:
        """Replace stretches.

        Args:
            spans: start, end, a text put first, start and end of what is kept between, a text put last.
        """
        parts: list[str] = []
        rows: Rows = []
        at = size = 0
        for start, end, head, low, high, tail in [
            *spans,
            (len(self.text),) * 2 + ("", len(self.text), len(self.text), ""),
        ]:
            for begin, until, before in ((at, start, ""), (low, high, head)):
                size += len(before)
                parts += [before, self.text[begin:until]]
                rows += [(a + size - begin, b + size - begin, c, d) for a, b, c, d in self._cut(begin, until)]
                size += until - begin
            parts.append(tail)
            size += len(tail)
            at = end
        self.text, self.rows = "".join(parts), rows
        self._starts = [row[0] for row in rows]

    def _cut(self, start: int, end: int) -> Rows:
        first = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for a, b, c, d in self.rows[first : bisect_left(self._starts, end)]:
            low, high = max(a, start), min(b, end)
            if low < high:
                found.append((low, high, c + low - a, d - (b - high)))
        return found

    def back(self, rows: Rows) -> Rows:
        """Return rows of the altered text as rows of the draft."""
        found: Rows = []
        for a, b, c, d in rows:
            if b - a != d - c:
                found.append((a, b, self._at(c), self._at(max(c, d - 1)) + 1))
                continue
            for low, high, e, _ in self._cut(c, d):
                found.append((a + low - c, a + high - c, e, e + high - low))
        return found

    def _at(self, offset: int) -> int:
        row = self.rows[max(0, bisect_right(self._starts, offset) - 1)]
        return row[2] + min(max(0, offset - row[0]), row[1] - row[0])


def without(
    source: str, kind: str, blocks: Sequence[str], tokens: Sequence[str], comment: Sequence[str], where: str
) -> Altered:
    """Return a draft whose ignored blocks and words are code, and whose comments are HTML's.

    Args:
        source: the draft.
        kind: what it is read as, such as `.md`.
        blocks: expressions of blocks; what their first group holds is what becomes code.
        tokens: the same for words.
        comment: what begins and ends a comment; () for HTML's.
        where: what errors call the configuration.

    Raises:
        UserError: an expression cannot be compiled.
    """
    made = Altered(source)
    # In reStructuredText a block would have to be indented to be code, and in Org mode have no heading
    # in it: it is left out instead.
    for pattern in blocks if kind in BLOCKS else ():
        _marked(made, pattern, BLOCKS[kind], kind not in (".rst", ".org"), where)
    for pattern in tokens if kind in TOKENS else ():
        _marked(made, pattern, TOKENS[kind], True, where)
    if comment and kind in (".md", ".html"):
        _commented(made, *comment)
    return made


def _marked(made: Altered, pattern: str, marks: tuple[str, str], kept: bool, where: str) -> None:
    """Put marks around what an expression finds; of that, its first group is kept, or nothing."""
    try:
        found = list(compiled(pattern).grouped(made.text))
    except BadPattern as error:
        raise UserError(f"“{pattern}”: {error}", where) from None
    spans = [(whole, groups[0] if kept and groups else (whole[1], whole[1])) for whole, *groups in found]
    made.replace([(*whole, marks[0], *inner, marks[1]) for whole, inner in spans])


def _commented(made: Altered, opens: str, closes: str) -> None:
    """Make comments of HTML of those between two other marks."""
    both = re.compile(f"({re.escape(opens)})|{re.escape(closes)}")
    made.replace([
        (*m.span(), "<!--" if m[1] else "-->", m.end(), m.end(), "") for m in both.finditer(made.text)
    ])  # fmt: skip
