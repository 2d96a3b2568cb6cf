r"""Letters of all scripts in an expression: RE2 takes milliseconds for their program, and few texts need it.

A wider expression, in which every character that is not of ASCII passes for such a letter, is made in a tenth
of the time or less.  Where it does not match, the expression itself does not.  Where it does, and all that it
has matched is of ASCII, the expression itself has the same match: all its ways to match are ways of the wider
one, in the same order, and RE2 takes the first of them.  Only where something else has been matched is the
program itself made, and asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from stylelint import lazy
from stylelint.expressions import ATOM

if TYPE_CHECKING:
    import re

_OF_ASCII = {"L": "A-Za-z", "Lu": "A-Z", "Ll": "a-z"}
_OTHERS = r"\x{80}-\x{10FFFF}"
_LETTERS = lazy.regex(r"\\p(?:\{(L[ul]?)\}|(L))|\\[^\n]")


def widened(regex: str) -> str | None:
    """Return an expression that matches wherever another does; None where that has no letters of all scripts.

    Args:
        regex: RE2 syntax.
    """
    if r"\p" not in regex or r"\Q" in regex:
        return None
    wide = ATOM.sub(_wide, regex)
    return None if wide == regex else wide


def _wide(atom: re.Match[str]) -> str:
    narrow = atom[0]
    wide = _LETTERS.sub(_of_ascii, narrow)
    if wide == narrow or narrow.startswith("[^"):
        return wide  # that leaves out less, and so has all others
    if not narrow.startswith("["):
        return f"[{wide}{_OTHERS}]"
    rest = wide.removeprefix("[")
    return f"[{_OTHERS}\\{rest}" if rest.startswith("]") else f"[{_OTHERS}{rest}"


def _of_ascii(found: re.Match[str]) -> str:
    return _OF_ASCII.get(found[1] or found[2], found[0])


class Widened:
    """Stands for a program of RE2's; its methods are those of the program.

    Args:
        wide: the program of the wider expression.
        make: makes the program itself.
    """

    def __init__(self, wide: Any, make: Callable[[], Any]) -> None:
        self._wide, self._make = wide, make
        self.groups: int = wide.groups

    @cached_property
    def _narrow(self) -> Any:
        return self._make()

    def search(self, data: bytes, *ends: int) -> Any:
        """Return the first match in a text, or between two places of it."""
        found = self._wide.search(data, *ends)
        return found if found is None or found[0].isascii() else self._narrow.search(data, *ends)

    def match(self, data: bytes) -> Any:
        """Return the match that a text begins with."""
        found = self._wide.match(data)
        return found if found is None or found[0].isascii() else self._narrow.match(data)

    def finditer(self, data: bytes) -> Iterator[Any]:
        """Yield all matches in a text."""
        at = 0
        for found in self._wide.finditer(data):
            if not found[0].isascii():
                yield from self._narrow.finditer(data, at)
                return
            # Where the next is looked for; behind an empty match a byte on, as RE2 does.
            at = found.end() if found.end() != at else at + 1
            yield found
