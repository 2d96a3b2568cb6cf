"""Reads plain text: the prose is the file itself, so every place in it is a place in the file."""

from __future__ import annotations

from stylelint.document import Block, Document, Span
from stylelint.readers.options import PLAIN, Options

_LINE_ENDS = (
    ("\r\n", " \n"), ("\r", "\n"), ("\x0c", "\n"), ("\x85", "\n"), ("\u2028", "\n"), ("\u2029", "\n"),
    ("\u200b", " "), ("\u2060", " "), ("\ufeff", " "),
)  # fmt: skip
"""What ends a line or a page, and what is not seen: a line of nothing else is blank."""


def read_text(path: str, source: str, options: Options = PLAIN) -> Document:
    """Return a draft in plain text: a paragraph is a line, or several where the file is hard-wrapped."""
    text = source
    if "\r" in text or "\x0c" in text or not text.isascii():
        # One character for one, so that places stay the same.
        for end, plain in _LINE_ENDS:
            text = text.replace(end, plain)
    spans, follows = _lines(text)
    if follows:
        from stylelint.readers.wrapping import joined

        spans = joined(source, spans, follows)
    # A draft can have a hundred thousand, and made by name each takes twice as long.
    new = tuple.__new__
    blocks = tuple(
        [new(Block, (*span, "paragraph", "paragraph", new(Span, span), 0, "", "")) for span in spans]
    )
    return Document(path, source, source, blocks, opaque=_addresses(source))


def _lines(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the spans of lines that are not blank, and which of them follow another without a blank one.

    Blanks at the ends of a line do not count into its span.
    """
    spans: list[tuple[int, int]] = []
    follows: list[int] = []
    at, before = 0, False
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            if before:
                follows.append(len(spans))
            start = at if bare == line else at + line.index(bare[0])
            spans.append((start, start + len(bare)))
        before = bool(bare)
        at += len(line) + 1
    return spans, follows


def _addresses(source: str) -> tuple[Span, ...]:
    if "://" not in source and "www." not in source and "@" not in source:
        return ()
    from stylelint.readers.prose import addresses

    return tuple(addresses(source))
