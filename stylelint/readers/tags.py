"""Tells the tags and comments of HTML from its text, as far as a prose linter must know them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

BLOCKS = frozenset(
    [
        "address", "article", "aside", "audio", "blockquote", "body", "caption", "center", "dd",
        "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "iframe", "li", "main", "nav", "ol",
        "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
        "ul", "video",
    ]
)  # fmt: skip
"""Tags that end the stretch of text before them."""
CODE = frozenset({"code", "kbd", "pre", "samp", "tt", "var"})
"""Tags whose text is no prose."""
_RAW = frozenset(
    {"head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "textarea"}
)
_LONGEST = 4000
_TAG = re.compile(r"</?([A-Za-z][\w:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>")
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


class Token(NamedTuple):
    """A stretch of HTML: its kind, its span in the source and, of a tag, the name in lower case."""

    kind: Literal["text", "open", "close"]
    start: int
    end: int
    name: str = ""


def tokens(source: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tags and the text of `source[start:end]`, comments, declarations and scripts left out.

    What looks like a tag and is none, such as a "<" before a number, is text.
    """
    at = text = start
    while (at := source.find("<", at, end)) >= 0:
        tag = _TAG.match(source, at, min(end, at + _LONGEST))
        after = tag.end() if tag else _no_tag(source, at, end)
        if after == at:
            at += 1
            continue
        if at > text:
            yield Token("text", text, at)
        if tag:
            name = tag[1].lower()
            closing = source[at + 1] == "/"
            yield Token("close" if closing else "open", at, after, name)
            if name in _RAW and not closing:
                after = _after_raw(source, after, end, name)
        at = text = after
    if end > text:
        yield Token("text", text, end)


def alt(source: str, tag: Token) -> tuple[int, int] | None:
    """Return where the `alt` of an image's tag stands, None where it has none or an empty one."""
    found = _ALT.search(source, tag.start, tag.end)
    if found is None:
        return None
    span = found.span(1) if found[1] is not None else found.span(2)
    return span if source[span[0] : span[1]].strip() else None


def _no_tag(source: str, at: int, end: int) -> int:
    """Return the end of a comment, declaration or instruction, `at` itself if there is none."""
    for opening, closing in (("<!--", "-->"), ("<!", ">"), ("<?", ">")):
        if source.startswith(opening, at):
            found = source.find(closing, at + len(opening), end)
            return end if found < 0 else found + len(closing)
    return at


def _after_raw(source: str, at: int, end: int, name: str) -> int:
    found = re.compile(rf"</{name}\b", re.IGNORECASE).search(source, at, end)
    return found.start() if found else end
