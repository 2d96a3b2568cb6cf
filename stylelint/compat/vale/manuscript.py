"""Plain text that marks its chapters, as the tokens of HTML: headings and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stylelint.compat.vale.html import Token
from stylelint.compat.vale.joined import Joined, Line, element, lines_of

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORDS = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_ONES}))?|{_ONES}|ten|eleven"
    r"|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_ROMAN = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_NAMED = rf"[ \t]+(?:(?i:{_WORDS})|\d{{1,3}}|{_ROMAN})(?:[ \t]*[.:—–-][^\n]{{0,80}})?"
_CHAPTER = re.compile(
    rf"(?:(?i:chapter){_NAMED}|(?i:prologue|epilogue|interlude)|\d{{1,3}}\.?|{_ROMAN}\.?)[ \t]*"
)
_PART = re.compile(rf"(?i:part|book|act){_NAMED}[ \t]*")
_BREAK = re.compile(r"[ \t]*(?:\*[ \t]*){3,}|[ \t]*(?:#[ \t]*)+|[ \t]*(?:[-–—][ \t]*){3,}")
_SHORT = 80
"""The title of a manuscript has so many characters at most."""


def manuscript(text: str) -> Iterator[Token] | None:
    """Return the tokens of a text that has a line of its own for each chapter; None where it has none."""
    lines = list(lines_of(text))
    levels = {number: level for number in range(len(lines)) if (level := _level(lines, number))}
    return _tokens(lines, levels) if levels else None


def _level(lines: list[Line], number: int) -> int:
    """Return the level of the heading that a line is, behind an empty one or at the head; 0 for none."""
    if number and lines[number - 1].text.strip():
        return 0
    text = lines[number].text.strip()
    return 1 if _PART.fullmatch(text) else 2 if text and _CHAPTER.fullmatch(text) else 0


def _tokens(lines: list[Line], levels: dict[int, int]) -> Iterator[Token]:
    filled = [number for number, line in enumerate(lines) if line.text.strip()]
    if len(filled) > 1 and filled[0] not in levels and filled[1] in levels:
        levels = {filled[0]: 1, **levels} if len(lines[filled[0]].text) <= _SHORT else levels
    paragraph: list[Line] = []
    for number, line in enumerate([*lines, Line("", 0)]):
        special = number in levels or not line.text.strip() or _BREAK.fullmatch(line.text)
        if not special:
            paragraph.append(line)
            continue
        if paragraph:
            yield from element("p", _text(paragraph))
            paragraph = []
        if number in levels:
            yield from element(f"h{levels[number]}", _text([line]))


def _text(lines: list[Line]) -> list[Token]:
    whole = Joined(lines)
    return [Token("text", whole.text, whole.rows(0, len(whole.text)))]
