"""Reads plain text: the prose is the file itself, so every place in it is a place in the file."""

from __future__ import annotations

from stylelint.document import Block, Document, Span
from stylelint.native import native
from stylelint.readers.options import PLAIN, Options
from stylelint.readers.prose import addresses

_LINE_ENDS = (
    ("\r\n", " \n"), ("\r", "\n"), ("\x0c", "\n"), ("\x85", "\n"), ("\u2028", "\n"), ("\u2029", "\n"),
    ("\u200b", " "), ("\u2060", " "), ("\ufeff", " "),
)  # fmt: skip
"""What ends a line or a page, and what is not seen: a line of nothing else is blank."""


def read_text(path: str, source: str, options: Options = PLAIN) -> Document:
    """Return a draft in plain text: a paragraph is a line, or several where the file is hard-wrapped."""
    spans, follows = stretches(source)
    if follows:
        from stylelint.readers.wrapping import joined

        spans = joined(source, spans, follows)
    return Document(path, source, source, paragraphs(spans), opaque=addresses(source))


@native
def stretches(source: str, /) -> tuple[list[Span], list[int]]:
    """Return the spans of lines that are not blank, and which of them follow another without a blank one.

    Blanks at the ends of a line do not count into its span.
    """
    for end, plain in _LINE_ENDS:  # one character for one, so that places stay the same
        source = source.replace(end, plain)
    spans: list[Span] = []
    follows: list[int] = []
    at, before = 0, False
    for line in source.split("\n"):
        bare = line.strip()
        if bare:
            if before:
                follows.append(len(spans))
            start = at + line.index(bare[0])
            spans.append(Span(start, start + len(bare)))
        before = bool(bare)
        at += len(line) + 1
    return spans, follows


@native
def paragraphs(spans: list[Span], /) -> tuple[Block, ...]:
    """Return a block for each span, all of them paragraphs that can be taken out whole."""
    return tuple([Block(*span, outer=span) for span in spans])
