"""What Quarto and MyST add to Markdown: fences with classes, shortcodes, attributes, roles, targets.

They are taken out before a draft is read as Markdown, and fences become elements with their classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from stylelint.compat.vale.altered import Altered
from stylelint.compat.vale.metadata import front

Span = tuple[int, int, str, int, int, str]
"""Start and end of what is replaced, a text put first, start and end of what is kept, a text put last."""

LITERAL = frozenset({
    "code", "code-block", "code-cell", "csv-table", "eval-rst", "highlight", "include", "literalinclude",
    "math", "mermaid", "raw", "sourcecode", "toctree",
})  # fmt: skip
"""Directives of MyST in which there is no prose."""

_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_FENCE = re.compile(r"([ \t]*)(:{3,}|`{3,}|~{3,})[ \t]*(.*)")
_DIRECTIVE = re.compile(r"\{([\w:+.-]+)\}(.*)")
_DIV = re.compile(r"(?:\{([^{}]*)\}|([\w-]+))[ \t]*:*\Z")
_CLASS = re.compile(r"\.([\w-]+)")
_OPTION = re.compile(r"[ \t]*:[\w-]+:(?:[ \t]|\Z)")
_TICKS = r"(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:(?!(?P=ticks))[^\n])*(?P=ticks)(?!`))"
_QUARTO = re.compile(
    rf"{_TICKS}(?:\{{[^{{}}\n]*\}})?"
    r"|(?P<mask>\{\{<[^<>\n]*>\}\})"
    r"|\[(?P<kept>[^\[\]\n]*)\](?P<after>\{[^{}\n]*\})"
    r"|(?:(?<=\))|(?<=[ \t]))(?P<gone>\{[.#:][^{}\n]*\}|(?<=\))\{[^{}\n]*\})"
)
_MYST = re.compile(
    rf"(?P<gone>\{{[\w:+.-]+\}})(?=`)|{_TICKS}"
    r"|(?P<mask>\{\{[^{}\n]*\}\})"
    r"|\[(?P<kept>[^\[\]\n]*)\](?P<after>\{[.#][^{}\n]*\})"
)
_TAKEN_OUT = re.compile(r"[ \t]*(?:%.*|\+\+\+(?:[ \t].*)?|\([\w .:/-]+\)=[ \t]*|\{[.#%][^{}]*\}[ \t]*)")
"""Lines of MyST that are no text: comments, breaks between blocks, targets and attributes."""


class _Open(NamedTuple):
    """A fence that is open: its sign, how often that stands, and whether what it holds is no text."""

    sign: str
    size: int
    literal: bool


def quarto(text: Altered) -> None:
    """Take what Quarto adds to Markdown out of a draft."""
    text.replace(list(_Reader(text.text, _QUARTO, myst=False).spans()))


def myst(text: Altered) -> None:
    """Take what MyST adds to Markdown out of a draft."""
    text.replace(list(_Reader(text.text, _MYST, myst=True).spans()))


class _Reader:
    """Reads a draft line by line."""

    def __init__(self, text: str, inline: re.Pattern[str], *, myst: bool) -> None:
        self._text, self._inline, self._myst = text, inline, myst
        self._open: list[_Open] = []
        self._head = ""

    def spans(self) -> Iterator[Span]:
        """Yield what is replaced, in order."""
        head = front(self._text)
        for found in _LINE.finditer(self._text, head.end if head else 0):
            line = found[0].rstrip("\r\n")
            yield from self._line(line, found.start(), found.start() + len(line))
        for _ in range(sum(not one.literal for one in self._open)):
            yield (len(self._text),) * 2 + ("\n\n</div>\n", len(self._text), len(self._text), "")

    def _line(self, line: str, start: int, end: int) -> Iterator[Span]:
        fence = _FENCE.fullmatch(line)
        top = self._open[-1] if self._open else None
        if top and fence and not fence[3] and fence[2][0] == top.sign and len(fence[2]) >= top.size:
            self._open.pop()
            if not top.literal or top.sign == ":":
                yield _gone(start, end, "" if top.literal else "\n\n</div>\n\n")
        elif top and top.literal:
            if top.sign == ":":
                yield _gone(start, end)
        elif fence:
            yield from self._fenced(fence, start, end)
        elif self._is_option(line) or (self._myst and _TAKEN_OUT.fullmatch(line)):
            yield _gone(start, end)
        else:
            yield from self._inside(line, start)

    def _fenced(self, fence: re.Match[str], start: int, end: int) -> Iterator[Span]:
        """Open a fence, or pass over one that closes nothing."""
        sign, size, rest = fence[2][0], len(fence[2]), fence[3].strip()
        directive = _DIRECTIVE.fullmatch(rest) if self._myst else None
        classes, literal = [], sign != ":"
        if directive:
            literal = directive[1] in LITERAL
            classes = [] if literal else [directive[1]]
            self._head = "options"
        elif sign == ":" and not self._myst and (div := _DIV.fullmatch(rest)):
            classes = _CLASS.findall(div[1]) if div[1] is not None else [div[2]]
        elif sign == ":":
            if not rest:
                yield _gone(start, end)
            return
        self._open.append(_Open(sign, 1 if sign == ":" and not self._myst else size, literal))
        if not literal:
            yield _gone(start, end, f'\n\n<div class="{" ".join(classes)}">\n\n')
        elif sign == ":":
            yield _gone(start, end)

    def _is_option(self, line: str) -> bool:
        """Tell whether a line behind the head of a directive is an option of it, in YAML or not."""
        if not self._head:
            return False
        if line.strip() == "---":
            self._head = "" if self._head == "yaml" else "yaml"
            return True
        if self._head == "options" and not _OPTION.match(line):
            self._head = ""
        return bool(self._head)

    def _inside(self, line: str, start: int) -> Iterator[Span]:
        """Yield what is replaced within a line."""
        for found in self._inline.finditer(line):
            end = start + found.end()
            if found["code"]:
                if found.end() > found.end("code"):
                    yield _gone(start + found.end("code"), end)
            elif found["mask"]:
                alone = line.strip() == found["mask"]
                yield _gone(start + found.start(), end, "" if alone else "`*`")
            elif found["kept"] is not None:
                low, high = start + found.start("kept"), start + found.end("kept")
                yield start + found.start(), end, "", low, high, ""
            else:
                yield _gone(start + found.start(), end)


def _gone(start: int, end: int, instead: str = "") -> Span:
    return start, end, instead, end, end, ""
