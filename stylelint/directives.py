"""What a draft says about itself to this program: `<!-- stylelint: ignore titles -- reason -->`.

One grammar for comments, front matter and the file of ignores:

    WORD [RULES] [by OWNER] [until DATE] [-- REASON]

WORD is one of `WORDS`; in front matter it is left out.  RULES are ids and chapters, parted by commas or
blanks; none stands for all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from stylelint import lazy
from stylelint.document import Document, Span
from stylelint.text import did_you_mean

WORDS = ("ignore", "ignore-line", "ignore-file", "off", "on")
"""What a comment can say: the next block, a line, the whole file, from here, to here."""

Home = Literal["comment", "field", "entry"]

_TAG = lazy.regex(r"\s*stylelint:\s*")
_REASON = lazy.regex(r"(?:^|\s)(?:--+|—|–)(?:\s+|$)")
_TOKEN = lazy.regex(r"[^\s,]+")
_FIELDS = ("stylelint", "stylelint.ignore")


class Name(NamedTuple):
    """A rule or chapter as it is written, and where in the source."""

    text: str
    span: Span


class Directive(NamedTuple):
    """One ignore.

    Attributes:
        word: one of `WORDS`.
        span: the comment, field or entry in its file.
        names: rules and chapters; empty for all.
        owner: whom to ask; "" where it is not said.
        until: the last day on which it holds.
        reason: why; "" where it is not said.
        problem: why it cannot be understood; "" where it can.
        home: where it stands.
        key: of front matter, with which it must be written.
    """

    word: str
    span: Span
    names: tuple[Name, ...] = ()
    owner: str = ""
    until: date | None = None
    reason: str = ""
    problem: str = ""
    home: Home = "comment"


def directives(document: Document) -> list[Directive]:
    """Return what a draft says to this program, in the order of the source."""
    if "stylelint" not in document.source or document.pieces is None:
        return []
    found = [*_comments(document), *_fields(document)]
    return sorted(found, key=lambda directive: directive.span)


def parse(text: str, at: int, span: Span, word: str = "", home: Home = "comment") -> Directive:
    """Return the directive that a text says.

    Args:
        text: after `stylelint:`.
        at: where the text begins in the source.
        span: what the directive takes up in the source.
        word: the directive's word where the text does not begin with it.
        home: where it stands.
    """
    cut = _REASON.search(text)
    head, reason = (text[: cut.start()], text[cut.end() :]) if cut else (text, "")
    tokens = [(m[0], Span(at + m.start(), at + m.end())) for m in _TOKEN.finditer(head)]
    if not word:
        word, tokens = (tokens[0][0], tokens[1:]) if tokens else ("", [])
        if word not in WORDS:
            return Directive(word, span, problem=f"there is no “{word}”{did_you_mean(word, WORDS)}")
    sections: dict[str, list[tuple[str, Span]]] = {"": []}
    key = ""
    for token in tokens:
        if token[0] in ("by", "until"):
            key = token[0]
        else:
            sections.setdefault(key, []).append(token)
    day, problem = _day(" ".join(t for t, _ in sections.get("until", [])))
    return Directive(
        word,
        span,
        tuple(Name(*token) for token in sections[""]),
        " ".join(token for token, _ in sections.get("by", [])),
        day,
        " ".join(reason.split()),
        problem,
        home,
    )


def _day(said: str) -> tuple[date | None, str]:
    try:
        return (date.fromisoformat(said), "") if said else (None, "")
    except ValueError:
        return None, f"“{said}” is no day; write “until 2027-01-31”"


def _comments(document: Document) -> Iterator[Directive]:
    """Yield what comments say; what looks like one and is prose or code does not count."""
    source, at = document.source, 0
    shown = sorted(piece.source for piece in document.pieces or ())
    starts = [span.start for span in shown]
    while (at := source.find("<!--", at)) >= 0:
        index = bisect_right(starts, at) - 1
        if index >= 0 and at < shown[index].end:
            at += 4
            continue
        end = source.find("-->", at + 4)
        if end < 0:
            return
        tag = _TAG.match(source, at + 4, end)
        if tag:
            yield parse(source[tag.end() : end], tag.end(), Span(at, end + 3))
        at = end + 3


def _fields(document: Document) -> Iterator[Directive]:
    """Yield what the front matter says under `stylelint: {ignore: […]}`."""
    for block in document.blocks:
        if block.kind != "metadata" or not (block.key + ".").startswith("stylelint."):
            continue
        span = document.span(block.start, block.end)
        if block.key not in _FIELDS:
            key = block.key.partition(".")[2]
            problem = f"there is no key “{key}”{did_you_mean(key, ['ignore'])}"
            yield Directive("ignore-file", span, problem=problem, home="field")
            continue
        text = document.source[span.start : span.end]
        yield parse(text, span.start, span, "ignore-file", "field")
