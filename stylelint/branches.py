"""Which branches of a long list match in a document?  What has looked for all of them has noted it there.

A document has a few of a hundred words.  A program of these alone finds the same as one of all, is made in a
fiftieth of the time, and its states are soon read.  And of several expressions of a rule those are not run at
all which cannot match.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from stylelint import lazy
from stylelint.relaxed import Relaxed, relaxed

if TYPE_CHECKING:
    from stylelint.document import Document

_TOLD = lazy.regex(r"(?<!\\)\((?!\?[a-zA-Z-]*:)")
"""A group whose place is told, or anything else that is no plain bracket."""

_LONG = 8
"""Fewer branches are read as one."""


def note_met(document: Document, looked: frozenset[str], matched: list[str]) -> None:
    """Note which of the expressions that were looked for in a document, with `(?mi)`, match there."""
    document.__dict__.setdefault("_met", {})[looked] = frozenset(matched)


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
        met: Mapping[frozenset[str], frozenset[str]] = document.__dict__.get("_met", {})
        for looked, matched in met.items():
            if looked is self._looked or looked.issuperset(self._every):
                self._looked = looked
                return self._standing(matched)
        return None

    def _standing(self, matched: frozenset[str]) -> str | None:
        """Return the same, where only these of the branches match."""
        if any(matched.isdisjoint(part) for part in self._parts):
            return ""
        if not self._long:
            return None
        return "(?mi)" + "|".join(one for one in self._long if one in matched)

    @cached_property
    def _parts(self) -> Relaxed:
        return relaxed(self._regex)

    @cached_property
    def _every(self) -> frozenset[str]:
        return frozenset(branch for part in self._parts for branch in part)

    @cached_property
    def _long(self) -> tuple[str, ...]:
        """The branches in their order; nothing where they are few, or have groups with numbers."""
        several, *others = self._parts
        if others or len(several) < _LONG or _TOLD.search(self._regex):
            return ()
        return tuple(dict.fromkeys(several))
