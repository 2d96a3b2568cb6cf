"""Tells the tags and comments of HTML from its text, in time that grows with the text alone.

The standard library's `html.parser` takes time that grows with the square of what an unclosed tag or comment
has after it, and gives up with an assertion on `<![`, so it is not used here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from stylelint import lazy
from stylelint.hypertext import after_declaration, after_raw
from stylelint.native import native

_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s>\"'][^\s>]*+|(?=>)"
_TAG = lazy.regex(rf"</?([A-Za-z][^\s/>]*+)(?:[\s/]++|[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:{_VALUE}))?|=)*+>")
_LAX = lazy.regex(r"</?([A-Za-z][^\s/<>]*+)[^<>]*+>")
_ATTRIBUTE = lazy.regex(
    r"([^\s/>=\"'<][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*+)))?",
)
UNREAD = frozenset(
    [
        "audio",
        "video",
        "script",
        "style",
        "template",
        "iframe",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "svg",
        "textarea",
        "xmp",
        "amp-script",
    ]
)
"""Elements whose contents are never read, tags or not."""
BLANKS = " \t\r\n\f"
_SPACE = frozenset(" \t\r\n")


class Token(NamedTuple):
    """A stretch of HTML: its kind, its span in the source and, of a tag, the name in lower case.

    What is blank is text of which browsers show no more than that.
    """

    kind: Literal["text", "blank", "open", "close"]
    start: int
    end: int
    name: str = ""


def tokens(source: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tags and the text of `source[start:end]`, comments, declarations and scripts left out.

    What looks like a tag and is none, such as a "<" before a number, is text.  So is a tag that is never
    closed: browsers show nothing from there on, but a slip of the pen must not hide an article.
    """
    lax = False
    while start < end:
        found, start, lax = simple_tokens(source, start, end, lax, UNREAD)
        yield from found
        if start < end:
            start = after_raw(source, start, end, found[-1].name)


@native
def simple_tokens(
    source: str, start: int, end: int, lax: bool, unread: frozenset[str], /
) -> tuple[list[Token], int, bool]:
    """Return the tokens up to the first element of those that are not read, itself the last of them.

    Args:
        source: HTML.
        start: where to begin.
        end: where to stop.
        lax: whether a tag ends at the next ">", whatever marks of quotation are open there.
        unread: their names.

    Returns:
        The tokens, where the contents of that element begin, or the end, and `lax` for what follows.
    """
    found: list[Token] = []
    at = text = start
    last = source.rfind(">", start, end)
    while (at := source.find("<", at, end)) >= 0:
        after, tag, lax = _begun(source, at, end, at < last, lax)
        if after == at:
            at += 1
            continue
        if at > text:
            found.append(_text(source, text, at))
        at, start, text = after, at, after
        if tag:
            name = tag[1].lower()
            closing = source[start + 1] == "/"
            found.append(Token("close" if closing else "open", start, after, name))
            if name in unread and not closing and source[after - 2] != "/":
                return found, after, lax
    if end > text:
        found.append(_text(source, text, end))
    return found, end, lax


def _text(source: str, start: int, end: int) -> Token:
    return Token("text" if source[start:end].strip(BLANKS) else "blank", start, end)


def _begun(source: str, at: int, end: int, closed: bool, lax: bool) -> tuple[int, re.Match[str] | None, bool]:
    """Return where what a "<" begins ends, at itself where that is nothing; the tag, if one; `lax`."""
    sign = source[at + 1 : at + 2]
    if sign == "!" or sign == "?" or (sign == "/" and at + 2 < end and not source[at + 2].isalpha()):
        return after_declaration(source, at, end), None, lax
    if not (closed and sign.isascii() and (sign.isalpha() or sign == "/")):
        return at, None, lax
    tag = None if lax else _TAG.match(source, at, end)
    # A quotation mark that nothing closes: tags end at the next ">" from here on, or each of them would be
    # read to the end of the text.
    lax = tag is None
    tag = tag or _LAX.match(source, at, end)
    return tag.end() if tag else at, tag, lax


def attributes(source: str, tag: Token) -> dict[str, tuple[int, int]]:
    """Return where the values of a tag's attributes stand, by name in lower case."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE.finditer(source, tag.start + 1 + len(tag.name), tag.end - 1):
        if match.lastindex and match.lastindex > 1:
            found.setdefault(match[1].lower(), match.span(match.lastindex))
        else:
            found.setdefault(match[1].lower(), (match.end(), match.end()))
    return found


def removable(source: str, start: int, end: int) -> bool:
    """Tell whether an element can go alone: with no comment in it, and no text running together then."""
    first, last = start, end
    while first and source[first - 1] in " \t\r\n":
        first -= 1
    while source[last : last + 1] in _SPACE:
        last += 1
    stands_apart = (not first or source[first - 1] == ">") and source[last : last + 1] in ("", "<")
    return stands_apart and source.find("<!--", start, end) < 0
