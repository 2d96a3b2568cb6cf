"""A draft as the stream of HTML that Vale looks at, each piece of text with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal, NamedTuple

from stylelint.hypertext import after_declaration, after_raw

Rows = list[tuple[int, int, int, int]]
"""Start and end in a text, start and end in the source."""

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>\"'=]|=\s*+(?:\"[^\"]*\"|'[^']*')?|[\"'])*+)>")
_LAX = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = re.compile(
    r"([^\s/>=\"'][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*+)))?"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RAW = frozenset(
    {
        "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp",
        "plaintext",
    }
)  # fmt: skip

Kind = Literal["start", "end", "void", "text", "comment"]


class Token(NamedTuple):
    """A tag, a text or a comment.

    Attributes:
        kind: "void" for a tag that closes itself.
        data: name of a tag in lower case, or the text with its entities read.
        rows: where the text of a "text" stands in the source.
        attributes: of a tag: name, value, start and end of the value in the source (-1, -1: not there).
    """

    kind: Kind
    data: str
    rows: Rows
    attributes: tuple[tuple[str, str, int, int], ...] = ()


TOKEN: Callable[[tuple[Kind, str, Rows, tuple[tuple[str, str, int, int], ...]]], Token] = partial(
    tuple.__new__, Token
)
"""Makes a token of its parts; there are many, and so none takes a call of a function of Python."""


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tags, texts and comments of `source[start:end]`, in time that grows with its length alone.

    What looks like a tag and is none is text, as in every browser.
    """
    end = len(source) if end is None else end
    at = text = start
    last, tag_at = source.rfind(">", start, end), _TAG.match
    while (at := source.find("<", at, end)) >= 0:
        sign = source[at + 1 : at + 2]
        tag, after = None, at
        if sign in ("!", "?"):
            after = after_declaration(source, at, end)
        elif at < last and (sign.isalpha() or sign == "/") and sign.isascii():
            tag = tag_at(source, at, end)
            if tag is None and tag_at != _LAX.match:
                tag_at = _LAX.match
                tag = tag_at(source, at, end)
            after = tag.end() if tag else at
        if after == at:
            at += 1
            continue
        if at > text:
            yield text_token(source, text, at)
        if tag is None:
            yield Token("comment", _comment(source[at:after]), [(0, 0, at, after)])
        else:
            yield _tag(tag)
            name = tag[2].lower()
            if name in _RAW and not tag[1] and not tag[3].endswith("/"):
                at = after_raw(source, after, end, name)
                if at > after:
                    yield Token("text", source[after:at], [(0, at - after, after, at)])
                after = at
        at = text = after
    if end > text:
        yield text_token(source, text, end)


def text_token(source: str, start: int, end: int) -> Token:
    """Return a stretch of source as a text, its entities read."""
    raw = source[start:end]
    if "&" not in raw:
        return Token("text", raw, [(0, end - start, start, end)])
    from html import unescape

    parts: list[str] = []
    rows: Rows = []
    at = size = 0
    for found in _ENTITY.finditer(raw):
        read = unescape(found[0])
        if read == found[0]:
            continue
        for piece, begin, until in ((raw[at : found.start()], at, found.start()), (read, *found.span())):
            if piece:
                rows.append((size, size + len(piece), start + begin, start + until))
                parts.append(piece)
                size += len(piece)
        at = found.end()
    if at < len(raw):
        rows.append((size, size + len(raw) - at, start + at, end))
        parts.append(raw[at:])
    return Token("text", "".join(parts), rows)


def _tag(tag: re.Match[str]) -> Token:
    name, inside = tag[2].lower(), tag[3]
    if tag[1]:
        return Token("end", name, [])
    from html import unescape

    found = []
    for pair in _ATTRIBUTE.finditer(tag.string, tag.start(3), tag.end(3)):
        group = pair.lastindex or 0
        value, place = (pair[group], pair.span(group)) if group > 1 else ("", (-1, -1))
        found.append((pair[1].lower(), unescape(value), *place))
    return Token("void" if inside.endswith("/") else "start", name, [], tuple(found))


def _comment(text: str) -> str:
    """Return what a comment says; of a declaration, nothing."""
    return text[4 : text.rfind("--")].strip() if text.startswith("<!--") and text.endswith("-->") else ""
