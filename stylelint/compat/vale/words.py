"""Words of a text with their places, as Vale's spelling sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIELD = re.compile(r"\S+")
_ALONE = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")
_BEFORE = "$(\"['“‘"
_AFTER = ",)\"]!;.?:'”’"


def words(text: str) -> Iterator[tuple[str, int]]:
    """Yield each word without the punctuation around it, and where it begins."""
    for field in _FIELD.finditer(text):
        start, end = field.span()
        while start < end and not _ALONE.fullmatch(text, start, end):
            if text[start] in _BEFORE:
                start += 1
            elif text[end - 1] in _AFTER:
                end -= 1
            else:
                break
        if any(c.isalpha() for c in text[start:end]):
            yield text[start:end], start
