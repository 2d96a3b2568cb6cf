"""Offsets in the UTF-8 of a text as code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from stylelint import lazy

_TAILS = lazy.regex(rb"[\x80-\xbf]+")


def points(text: str, base: int = 0) -> Callable[[int], int]:
    """Return a function from offsets in the UTF-8 of a text to code points.

    How many bytes more than characters there are is known after every stretch that is not ASCII; one
    search among these finds the place.

    Args:
        text: the text.
        base: what is added to every place.
    """
    if text.isascii():
        return lambda offset: offset + base
    tails = [m.span() for m in _TAILS.finditer(text.encode())]
    ends = [end for _, end in tails]
    extra = [0, *accumulate([end - start for start, end in tails])]
    return lambda offset: offset - extra[bisect_right(ends, offset)] + base
