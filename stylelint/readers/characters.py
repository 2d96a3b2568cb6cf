"""What stands in HTML for something else: character references, and runs of blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stylelint import lazy

_STRICT = lazy.regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LOOSE = lazy.regex(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_BLANKS = lazy.regex(r"[ \t\r\n\f]{2,}|\r")
_ODD = lazy.regex(r"[\t\r\n\f]")
_LONGEST_BARE = 6
"""Names that may stand without a semicolon have at most six letters: `&Aacute`, `&frac12`."""


def references(source: str, start: int, end: int, *, loose: bool = False) -> Iterator[tuple[str, int, int]]:
    """Yield text, start and end of every character reference in `source[start:end]`.

    Args:
        source: code points.
        start: where to begin.
        end: where to stop.
        loose: whether the semicolon may lack, as the HTML standard allows for old names and numbers.
    """
    from html import unescape

    for found in (_LOOSE if loose else _STRICT).finditer(source, start, end):
        written = found[0]
        text = unescape(written)
        if text == written or not text:
            continue  # no such name, no such character
        # Of a bare name that is longer than what is known, `unescape` keeps the rest as it stands.
        rest = 0
        if (written[1] != "#" and written[-1] != ";") or (text[-1] == ";" and written != "&semi;"):
            rest = _kept(written, text)
        yield text[: len(text) - rest] if rest else text, found.start(), found.end() - rest


def _kept(written: str, text: str) -> int:
    """Return how many characters at the end of a reference `unescape` took for plain text."""
    from html.entities import html5

    for length in range(min(len(written) - 1, _LONGEST_BARE), 1, -1):
        if written[1 : 1 + length] in html5:
            return len(written) - 1 - length
    return 0


def runs(source: str, start: int, end: int) -> Iterable[re.Match[str]]:
    """Return the stretches of blanks in `source[start:end]` that are shown as one; most text has none.

    A look at single characters first is several times as fast as an expression with two branches.
    """
    if source.find("  ", start, end) < 0 and not _ODD.search(source, start, end):
        return ()
    return _BLANKS.finditer(source, start, end)
