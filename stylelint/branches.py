"""Which branches of a long list match in a document?  What has looked for all of them has noted it there.

A document has a few of a hundred words.  A program of these alone finds the same as one of all, is made in a
fiftieth of the time, and its states are soon read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from stylelint import lazy
from stylelint.relaxed import relaxed

if TYPE_CHECKING:
    from stylelint.document import Document

_TOLD = lazy.regex(r"(?<!\\)\((?!\?[a-zA-Z-]*:)")
"""A group whose place is told, or anything else that is no plain bracket."""

_LONG = 8
"""Fewer branches are read as one."""


def note_met(document: Document, looked: frozenset[str], matched: list[str]) -> None:
    """Note which of the expressions that were looked for in a document, with `(?mi)`, match there."""
    document.__dict__.setdefault("_met", {})[looked] = matched


class Branches:
    """An expression, which may be a long list.

    Args:
        regex: RE2 syntax.
        case: whether capitals matter.
    """

    def __init__(self, regex: str, *, case: bool) -> None:
        self._regex = f"(?-i:{regex})" if case else regex
        self._looked: frozenset[str] | None = None

    def standing_in(self, document: Document) -> str | None:
        """Return an expression that finds the same in a document, "" for nothing; None: nobody has looked."""
        met: Mapping[frozenset[str], list[str]] = document.__dict__.get("_met", {})
        for looked, matched in met.items() if met and self._numbers else ():
            if looked is self._looked or looked.issuperset(self._numbers):
                self._looked, numbers = looked, self._numbers
                standing = sorted({numbers[one]: one for one in matched if one in numbers}.items())
                return "(?mi)" + "|".join(one for _, one in standing) if standing else ""
        return None

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The branches and their order; nothing where they are few, or have groups with numbers."""
        if _TOLD.search(self._regex):
            return {}
        several, *others = relaxed(self._regex)
        many = dict.fromkeys(several) if len(several) >= _LONG and not others else ()
        return {branch: number for number, branch in enumerate(many)}
