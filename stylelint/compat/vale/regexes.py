r"""Regular expressions as Vale means them, run by RE2, or by the package `regex` where RE2 cannot.

Vale composes Go expressions and runs them with an engine that has look-around.  In it `\w`, `\d` and `\s`
know ASCII alone, while `\b` knows the letters of every script.  RE2 takes the syntax as it is, but its `\b`
knows ASCII alone; so what lies in a block with other letters is looked at again with the other engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from time import monotonic
from typing import Any

from stylelint.compat.vale.dialect import BadPattern, relaxed, translate
from stylelint.patterns import options

__all__ = ["TIMEOUT", "BadPattern", "Pattern", "Places", "compiled"]

TIMEOUT = 2.0
"""Seconds that the engine that can be slow is given for one search."""

Places = list[tuple[int, int]]
"""Start and end of matches, in code points, in order."""

_LOOKS = re.compile(r"\(\?(?:[=!>]|<[=!])|\\[1-9kG]|\(\?\(|[*+?}]\+")
_ANCHORS = re.compile(r"(?<!\[)\^|\$|\\[AzZ]|\(\?<?[=!]")
_ENDS = re.compile(r"(?<!\[)(?<!\\)\^|(?<!\\)\$|\\[AzZ]")
_WIDE = re.compile(r"[^\x00-\x7f]|\\[pPSWDxX]|\.|\[\^")
_SIGN = r"(?:\\[^\wb]|\\[sWB]|[^\w\\()\[\]|?*+^$.{}]|\[[^\]]*[^\w\]-][^\]]*\])"
_BESIDE = re.compile(
    rf"\\B|(?:\\b|(?<!\\)[(|])(?:\w[?*])*{_SIGN}"
    rf"|{_SIGN}(?:[?*+]|\{{[\d,]*\}})*(?:\w[?*])*(?:\\b|[)|]|\(\?[=!<])"
)
"""What may begin or end with a sign of no word: beside é, RE2 sees no edge there, and Unicode does."""

_EMPTY = re.compile(r"\|\)|\(\||\)[?*{]")
_BESIDE_GROUP = re.compile(rf"{_SIGN}\(|\)(?:[?*+]|\{{[\d,]*\}})?{_SIGN}")
"""The same, where a group beside it holds nothing."""

_RUN = re.compile(r"(?:\(\?i\))?(?:\(\?:)?(?:\\b)?\(?(\[\^\\s\]|\\[wS])\+\)?(?:\\b)?\)?")
_PLAIN = re.compile(r"[\x00-\x7f\xa0“”‘’–—…•→]*")
"""Texts in which every engine finds the same edges of words: of ASCII and of signs that no word has."""

_WORDS = bytes(byte if not byte or re.match(rb"\w", bytes([byte])) else 32 for byte in range(256))
"""Makes blanks of all that is in no word of ASCII, but for zeros."""

_SIGNS = bytes(byte if byte in b"\x00 " else ord("a") for byte in _WORDS)
"""The same, and one letter of all that is in words."""

_LEAST = 0.001
"""Seconds that are given all the same where none are left: no time is no value for a limit."""

_REACH = 120
"""A match that may begin anywhere in a longer stretch is looked for in the whole text."""


class Pattern:
    """A compiled expression.

    Args:
        source: Go syntax, with look-around.
        group: whether its groups are asked for.

    Attributes:
        wide: whether RE2 may miss what it matches in a block with letters that are not ASCII.
        anchored: whether it knows the start or end of a text.
        layered: whether it finds the same in several texts that are parted by line ends as in each.
        edges: whether it knows the edges of words.
        fast: its program for RE2, None where that has none.

    Raises:
        BadPattern: it cannot be compiled.
    """

    def __init__(self, source: str, group: bool = False) -> None:
        self.source, self.group = source, group
        self.anchored = bool(_ANCHORS.search(source.replace("(?m)", "")))
        lined = "(?m)" in source and not re.search(r"\\[AzZ]", source)
        self.layered = lined or not _ENDS.search(source)
        self._behind = "(?<=" in source
        self.edges = r"\b" in source or r"\B" in source
        self.wide = bool(_WIDE.search(source)) or (self.edges and _ragged(source))
        self.fast = None if _LOOKS.search(source.replace(r"\\", "")) else _re2(source, group)
        if self.fast is None:
            _ = self.slow

    @cached_property
    def slow(self) -> Any:
        """The program of the engine with look-around."""
        return _regex(self.source)

    @cached_property
    def loose(self) -> Any:
        """An RE2 program that matches wherever this does, and perhaps elsewhere; None where there is none."""
        return self.fast or self._relaxed(edges=True)

    @cached_property
    def bare(self) -> Any:
        """The same for texts with letters that are not ASCII: without the edges of words."""
        return self._relaxed(edges=False) if self.edges else self.loose

    @property
    def waited_for(self) -> str:
        """The expression of `loose`."""
        return "" if self.loose is None else self.loose.pattern.decode()

    @cached_property
    def floats(self) -> bool:
        """Whether its loose form does not know the start or end of a text."""
        return self.loose is not None and not _ANCHORS.search(self.waited_for.replace("(?m)", ""))

    def _relaxed(self, *, edges: bool) -> Any:
        source = relaxed(self.source, edges=edges)
        return None if source is None else _re2(source, False)

    @cached_property
    def _run(self) -> re.Pattern[str] | None:
        """What finds the same in linear time, where it is a run of one class of signs and nothing else."""
        found = _RUN.fullmatch(self.source)
        if found is None:
            return None
        signs = r"\w" if found[1] == r"\w" else r"[^\t\n\f\r ]"
        return re.compile(self.source.replace(found[1], signs), re.ASCII)

    @cached_property
    def _whole(self) -> str:
        r"""What it finds all of, as long as it goes on: `\w`, `\S`, or nothing of that sort."""
        if self._run is None:
            return ""
        if r"\w" in self.source:
            return r"\w"
        return "" if self.edges else r"\S"

    def runs(self, data: bytes) -> list[bytes] | None:
        r"""Return the words in any text, where it finds all these; None where it is no such expression.

        Args:
            data: the text in UTF-8.  With `\b` it finds fewer of them beside letters that are not ASCII.
        """
        if self._whole == r"\w":
            return data.translate(_WORDS).split()
        return data.split() if self._whole and b"\x0b" not in data else None

    def counts(self, data: bytes) -> list[int] | None:
        """Return how many words, as `runs` has them, there are in each of some texts parted by zeros."""
        if self._whole != r"\w":
            return None
        # A word begins where a sign of one comes after a sign of none.
        texts = data.translate(_SIGNS).split(b"\x00")
        return [text.count(b" a") + text.startswith(b"a") for text in texts]

    def count(self, text: str) -> int:
        """Return how often it matches in a short text."""
        if self._run is not None and (not self.edges or _plain(text)):
            words = self.runs(text.encode())
            return len(self._run.findall(text) if words is None else words)
        return len(self.slow.findall(text, timeout=TIMEOUT))

    def texts(self, text: str) -> list[str]:
        """Return what it matches in a short text."""
        if self.slow.groups:
            return [found[0] for found in self.slow.finditer(text, timeout=TIMEOUT)]
        found: list[str] = self.slow.findall(text, timeout=TIMEOUT)
        return found

    def search(self, text: str) -> bool:
        """Tell whether it matches somewhere in a short text."""
        if self.fast is not None and (not self.edges or _plain(text)):
            return self.fast.search(text.encode()) is not None
        return self.first(text) is not None

    def at(self, text: str, start: int) -> Any:
        """Return the match that begins at a place in a short text, with its groups; None where none does."""
        return self.slow.match(text, start, timeout=TIMEOUT)

    def first(self, text: str) -> Any:
        """Return the first match in a short text, with its groups; None where there is none."""
        return self.slow.search(text, timeout=TIMEOUT)

    def spans(self, text: str) -> Places:
        """Return the places of all matches in a short text."""
        return list(self.places(text))

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the places of the matches in a short text, one after the other."""
        if self._run is not None and (not self.edges or _plain(text)):
            return (m.span() for m in self._run.finditer(text))
        if self.fast is not None and (not self.edges or _plain(text)):
            return _places(self.fast, text)
        return (m.span() for m in self.slow.finditer(text, timeout=TIMEOUT))

    def near(self, text: str, places: Iterable[tuple[int, int]]) -> Places:
        """Return the places of all matches in a text, of which each begins in one of some stretches.

        Args:
            text: a short text.
            places: where a program that matches wherever this does has matched, in order.
        """
        found: Places = []
        match, last, limit = self.slow.match, 0, monotonic() + TIMEOUT
        for start, end in places:
            at, until = max(start, last), max(end, start + 1) + self._behind
            if until - at > _REACH:
                return self.spans(text)
            while at < until:
                one = match(text, at, timeout=max(limit - monotonic(), _LEAST))
                if one is None:
                    at += 1
                elif one.end() == at:
                    return self.spans(text)
                else:
                    found.append(one.span())
                    at = last = one.end()
        return found

    def near_any(self, text: str) -> Places:
        """Return the places of all matches in a short text with letters that are not ASCII."""
        return self.spans(text) if self.bare is None else self.near(text, _places(self.bare, text))

    def grouped(self, text: str) -> Iterator[Sequence[tuple[int, int]]]:
        """Yield of each match in a text where it stands and where its groups do; (-1, -1): it had no part."""
        program = self._with_groups if text.isascii() else None
        if program is None:
            return (found.regs for found in self.slow.finditer(text, timeout=TIMEOUT))
        numbers = range(program.groups + 1)
        return (list(map(found.span, numbers)) for found in program.finditer(text.encode()))

    @cached_property
    def _with_groups(self) -> Any:
        """The program for RE2 that tells groups, None where there is none."""
        return self.fast if self.fast is None or self.group else _re2(self.source, True)

    @cached_property
    def names(self) -> dict[str, int]:
        """The numbers of the groups that have names."""
        program = self.slow if self._with_groups is None else self._with_groups
        return {key.decode() if isinstance(key, bytes) else key: n for key, n in program.groupindex.items()}


@lru_cache(maxsize=4096)
def compiled(source: str, group: bool = False) -> Pattern:
    """Return a pattern, the same object for the same expression."""
    return Pattern(source, group)


def _ragged(source: str) -> bool:
    r"""Tell whether what matches may begin or end with a sign that is in no word, or has `\B` in it."""
    bare = source.replace("(?:", "(")
    return bool(_BESIDE.search(bare) or (_EMPTY.search(bare) and _BESIDE_GROUP.search(bare)))


def _plain(text: str) -> bool:
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def _places(program: Any, text: str) -> Iterator[tuple[int, int]]:
    """Return the places of the matches of an RE2 program in a short text."""
    data = text.encode()
    found = (m.span() for m in program.finditer(data))
    if len(data) == len(text):
        return found
    return ((len(data[:a].decode()), len(data[:b].decode())) for a, b in found)


def _re2(source: str, group: bool) -> Any:
    import re2

    chosen = options()
    chosen.never_capture = not group
    try:
        return re2.compile(source.encode(), chosen)
    except re2.error:
        return None


def _regex(source: str) -> Any:
    try:
        import regex
    except ImportError:
        raise BadPattern("look-around needs the package “regex”: pip install 'stylelint[vale]'") from None
    try:
        return regex.compile(translate(source), regex.VERSION0)
    except regex.error as error:
        raise BadPattern(str(error)) from None
