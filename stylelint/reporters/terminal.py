"""What a terminal needs: colours, widths of characters, and nothing that could steer it."""

from __future__ import annotations

_COLOURS = {"path": "1", "error": "1;31", "warning": "1;33", "suggestion": "1;36", "dim": "2", "fix": "32"}
_TAB = 4


def paint(text: str, what: str, colour: bool) -> str:
    """Return text in the colour for a level, a path, a fix; as it is without colour."""
    return f"\x1b[{_COLOURS[what]}m{text}\x1b[0m" if colour and text else text


def printable(text: str) -> str:
    """Return text on one line, with a sign for each character that would steer a terminal.

    One character for one: line ends and other controls, and the marks that turn the direction of
    writing, with which a draft could make a report show what is not there.
    """
    if text.isprintable():
        return text
    return "".join(_sign(char) for char in text)


def _sign(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return " " if char in "\t\n\r\x0b\x0c" else chr(0x2400 + code)
    steering = 0x7F <= code < 0xA0 or code in (0x200E, 0x200F, 0x2028, 0x2029) or 0x202A <= code <= 0x202E
    return "\N{REPLACEMENT CHARACTER}" if steering or 0x2066 <= code <= 0x2069 else char


def width(text: str) -> int:
    """Return how many columns a text without tabs takes: 0, 1 or 2 for each character."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    import unicodedata

    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def without_tabs(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return a line with blanks for its tabs, and where `start` and `end` are in it now."""
    if "\t" not in line:
        return line, start, end
    head = _expand(line[:start], 0)
    middle = _expand(line[start:end], width(head))
    tail = _expand(line[end:], width(head) + width(middle))
    return head + middle + tail, len(head), len(head) + len(middle)


def _expand(text: str, column: int) -> str:
    parts: list[str] = []
    for index, part in enumerate(text.split("\t")):
        if index:
            blanks = _TAB - column % _TAB
            parts.append(" " * blanks)
            column += blanks
        parts.append(part)
        column += width(part)
    return "".join(parts)
