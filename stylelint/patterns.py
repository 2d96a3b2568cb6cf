"""Words and regular expressions as RE2 programs: linear on any input, places in code points.

RE2 matches the folded text of a document in UTF-8.  Its `\\b` knows ASCII only, so edges are looked
at again here, with every script's letters (measured: `\\bna\\b` fires inside "naïve", `\\bcafé\\b` never).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from stylelint.text import bounded, fold

if TYPE_CHECKING:
    from stylelint.document import Document, Span

_SPECIAL = set("\\.+*?()|[]{}^$#&-~")


class Match(NamedTuple):
    """One match: `start` and `end` in the prose, and the spans of its groups ((-1, -1): took no part)."""

    start: int
    end: int
    groups: tuple[tuple[int, int], ...]


class Pattern:
    """A compiled pattern over the folded text of documents.

    Args:
        regex: RE2 syntax.
        case: whether capitals matter.
        words: whether a match may not begin or end inside a word.

    Raises:
        ValueError: RE2 refuses the expression; the message is RE2's.
    """

    def __init__(self, regex: str, *, case: bool = True, words: bool = False) -> None:
        self.regex = f"(?m){regex}" if case else f"(?mi){regex}"
        self.words = words

    @cached_property
    def program(self) -> Any:
        """The RE2 program, compiled when first needed."""
        import re2

        try:
            return re2.compile(self.regex.encode(), _options())
        except re2.error as error:
            said = error.args[0] if error.args else error
            raise ValueError(said.decode() if isinstance(said, bytes) else str(said)) from None

    def matches(self, document: Document, span: Span | None = None) -> Iterator[Match]:
        """Yield the matches in a document's folded text, or in `span` of it as if that were all."""
        if span is not None:
            yield from self.in_text(document.folded[span.start : span.end], span.start)
            return
        chars = document.chars
        plain = len(document.data) == len(document.folded)
        for found in self.program.finditer(document.data):
            spans = found._spans if plain else [(chars(a), chars(b)) if a >= 0 else (a, b) for a, b in found._spans]
            start, end = spans[0]
            if end > start and (not self.words or bounded(document.folded, start, end)):
                yield Match(start, end, tuple(spans))

    def in_text(self, text: str, shift: int = 0) -> Iterator[Match]:
        """Yield the matches in a folded text, every place moved on by `shift`."""
        for found in self.program.finditer(text.encode()):
            if text.isascii():
                spans = tuple(found._spans)
            else:
                data = found._text
                spans = tuple((len(data[:a].decode()), len(data[:b].decode())) if a >= 0 else (a, b) for a, b in found._spans)
            start, end = spans[0]
            if end > start and (not self.words or bounded(text, start, end)):
                yield Match(start + shift, end + shift, tuple((a + shift, b + shift) if a >= 0 else (a, b) for a, b in spans))


def escape(word: str) -> str:
    """Return a word as a regular expression: literal, but any run of blanks for a blank."""
    parts = ["".join("\\" + c if c in _SPECIAL else c for c in part) for part in fold(word).split()]
    return " +".join(parts)


def any_of(words: Iterable[str]) -> str:
    """Return an expression for any of these words or phrases, the longest first, as whole words."""
    ordered = sorted({w for w in words if w.strip()}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(_edged(word) for word in ordered) + ")"


def _edged(word: str) -> str:
    """Put `\\b` at the edges where RE2 understands it."""
    body = escape(word)
    plain = fold(word).strip()
    first, last = plain[:1], plain[-1:]
    head = r"\b" if first.isascii() and (first.isalnum() or first == "_") else ""
    tail = r"\b" if last.isascii() and (last.isalnum() or last == "_") else ""
    return head + body + tail


def words(items: Iterable[str], *, case: bool = False) -> Pattern:
    """Return a pattern for any of these words or phrases."""
    return Pattern(any_of(items), case=case, words=True)


def _options() -> Any:
    import re2

    options = re2.Options()
    options.max_mem = 64 << 20
    options.log_errors = False
    return options
