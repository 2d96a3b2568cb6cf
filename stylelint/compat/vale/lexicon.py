r"""Finds the words and phrases of many lists in one look at a text.

Most expressions of published styles are lists: `(?i)\b(?:was|were|being)\b`.  What such an expression finds
can be looked up: a text is cut into its words, and a dictionary tells which lists have a word, or a phrase
with it.  Each list finds what RE2 would find with it, in the order of its alternatives; of what looks ahead,
lists know some plain texts (`that is(?![.,])`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from stylelint.compat import expand
from stylelint.compat.vale.dialect import pieces
from stylelint.compat.vale.draft import SENTENCE_END

_HEAD = re.compile(r"(\(\?i\))?(?:\(\?m\))?\\b\(\?:")
_TAIL = r")\b"
_LOOK = re.compile(r"\(\?([=!])((?:[^()\\]|\\.)*)\)\Z")
_SIGNS = re.compile(r"\[([^\]\[\\^-]+)\]")
_WORDS = bytes(byte if re.match(rb"\w", bytes([byte])) else 32 for byte in range(256)).lower()
_LIKE_ASCII = re.compile("\u017f|\u212a".encode())
"""Letters that are those of ASCII in other sizes to RE2: a long s and the sign for kelvins."""

_COMMON = {
    word: rank
    for rank, word in enumerate(
        b"the and to of s a in is for that we you on with are your it this t as can our how be by re ve ll d "
        b"m or not have an i was at from what they will".split()
    )
}
"""Words of which every English text is full, the commonest first."""


class Word(NamedTuple):
    """A word or phrase, of ASCII.

    Attributes:
        text: itself.
        ahead: texts that are looked for after it; nothing for most.
        there: whether one of them must stand there, or none.
    """

    text: str
    ahead: tuple[str, ...] = ()
    there: bool = False


class _Entry(NamedTuple):
    """A word or phrase of a list.

    Attributes:
        list: the number of the list.
        order: of the alternative in it: of several that fit in one place, the first is meant.
        text: in small letters, UTF-8.
        size: its length in bytes.
        exact: as it must stand, empty where capitals do not matter.
        ahead: what is looked for after it, in small letters where capitals do not matter.
        there: whether that must stand there, or must not.
    """

    list: int
    order: int
    text: bytes
    size: int
    exact: bytes
    ahead: tuple[bytes, ...]
    there: bool


class _Group(NamedTuple):
    """Phrases that are looked up by one word and begin equally far before it.

    Attributes:
        back: how far, in bytes.
        texts: the phrases in small letters.
        entries: the same.
    """

    back: int
    texts: tuple[bytes, ...]
    entries: tuple[_Entry, ...]


def listed(source: str) -> tuple[bool, list[Word]] | None:
    r"""Return whether capitals matter in a list, and its words in order; None for other expressions.

    Args:
        source: `(?i)(?m)\b(?:one|(two|three)|fours?|five(?![.,]))\b`, with or without its flags.
    """
    head = _HEAD.match(source)
    if head is None or not source.endswith(_TAIL) or not source.isascii():
        return None
    found = _listed(source[head.end() : -len(_TAIL)])
    return None if found is None else (not head[1], found)


def _listed(inner: str) -> list[Word] | None:
    """Return the words that alternatives stand for, None where one of them stands for more."""
    found: list[Word] = []
    for branch in _branches(inner):
        group = _inside(branch)
        several = _words_of(branch) if group is None else _listed(group)
        if several is None:
            return None
        found += several
    return found


def _inside(branch: str) -> str | None:
    """Return what a group holds, None where an expression is no group or more than that."""
    parts = pieces(branch)
    depths = list(accumulate(piece.startswith("(") - (piece == ")") for piece in parts))
    whole = parts and parts[0] in ("(", "(?:") and depths.index(0) == len(parts) - 1
    return "".join(parts[1:-1]) if whole else None


def _words_of(branch: str) -> list[Word] | None:
    """Return the words that an alternative stands for, with what must stand after them, or must not."""
    look = _LOOK.search(branch)
    texts = _texts(branch[: look.start()] if look else branch)
    ahead = _ahead(look[2]) if look else ()
    if texts is None or ahead is None or not all(re.search(r"\w", text) for text in texts):
        return None
    return [Word(text, ahead, look is not None and look[1] == "=") for text in texts]


def _texts(regex: str) -> tuple[str, ...] | None:
    return None if re.search(r"(?<!\\)\.", regex) else expand.texts(regex)


def _ahead(regex: str) -> tuple[str, ...] | None:
    """Return the texts that an expression looks for, None where one may stand behind a sentence's end."""
    signs = _SIGNS.fullmatch(regex)
    texts = (tuple(signs[1]) if signs else _texts(regex)) or ("",)
    for text in texts:
        if not text or text[0].isspace() or (len(text) > 1 and SENTENCE_END.search(text)):
            return None
    return texts


def _branches(inner: str) -> Iterable[str]:
    """Yield the alternatives of an expression; what brackets hold is theirs."""
    branch: list[str] = []
    depth = 0
    for piece in pieces(inner):
        depth += piece.startswith("(") - (piece == ")")
        if piece == "|" and not depth:
            yield "".join(branch)
            branch = []
        else:
            branch.append(piece)
    yield "".join(branch)


class Lexicon:
    """Lists made ready.

    Args:
        lists: of each, whether capitals matter, and its words and phrases, of ASCII, each with a letter or
            figure in it.
    """

    def __init__(self, lists: Iterable[tuple[bool, Sequence[Word]]]) -> None:
        self._size = 0
        alone: dict[bytes, list[_Entry]] = {}
        phrases: dict[bytes, dict[int, list[_Entry]]] = {}
        for number, (case, words) in enumerate(lists):
            self._size = number + 1
            for order, word in enumerate(words):
                text, ahead = word.text.encode(), tuple(map(str.encode, word.ahead))
                exact, ahead = (text, ahead) if case else (b"", tuple(map(bytes.lower, ahead)))
                entry = _Entry(number, order, text.lower(), len(text), exact, ahead, word.there)
                key, back = _rarest(entry.text)
                if key == entry.text:
                    alone.setdefault(key, []).append(entry)
                else:
                    phrases.setdefault(key, {}).setdefault(back, []).append(entry)
        self._known = {
            word: (b" %b " % word, tuple(alone.get(word, ())), _groups(phrases.get(word, {})))
            for word in alone.keys() | phrases
        }

    def spans(self, data: bytes) -> list[list[tuple[int, int]]] | None:
        """Return where each list has found something in a text, in order.

        Args:
            data: the text in UTF-8.

        Returns:
            Offsets in bytes; None where it holds letters that RE2 takes for those of ASCII.
        """
        if not data.isascii() and _LIKE_ASCII.search(data):
            return None
        lower, plain = data.lower(), b" %b " % data.translate(_WORDS)
        find, at = plain.find, 0
        found: list[list[tuple[int, int, int]]] = [[] for _ in range(self._size)]
        for word, alone, groups in filter(None, map(self._known.get, plain.split())):
            at = find(word, at)
            for number, order, _, size, exact, ahead, there in alone:
                if (not exact or data.startswith(exact, at)) and (
                    not ahead or (data if exact else lower).startswith(ahead, at + size) == there
                ):
                    found[number].append((at, order, at + size))
            for back, texts, entries in groups:
                start = at - back
                # Few words have a phrase around them: that is asked first.
                if not lower.startswith(texts, start) or start < 0 or not _edge(plain, start):
                    continue
                for number, order, text, size, exact, ahead, there in entries:
                    if (
                        lower.startswith(text, start)
                        and _edge(plain, start + size)
                        and (not exact or data.startswith(exact, start))
                        and (not ahead or (data if exact else lower).startswith(ahead, start + size) == there)
                    ):
                        found[number].append((start, order, start + size))
            at += len(word) - 1
        return [_first(places) if places else [] for places in found]


def _edge(plain: bytes, at: int) -> bool:
    """Tell whether a word begins or ends at a place; what stands there in `plain` is the sign before it."""
    return (plain[at] == 32) != (plain[at + 1] == 32)


def _rarest(text: bytes) -> tuple[bytes, int]:
    """Return the rarest word of a phrase, as far as that is known, and how far into it it begins."""
    words = text.translate(_WORDS).split(b" ")
    key = max(filter(None, words), key=lambda word: (_COMMON.get(word, len(_COMMON)), len(word)))
    before = words[: words.index(key)]
    return key, sum(map(len, before)) + len(before)


def _groups(phrases: Mapping[int, list[_Entry]]) -> tuple[_Group, ...]:
    return tuple(
        _Group(back, tuple({entry.text: None for entry in entries}), tuple(entries))
        for back, entries in phrases.items()
    )


def _first(places: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Return, of places that overlap, the first, and of those that begin together the first alternative."""
    if len(places) == 1:
        return [places[0][::2]]
    found: list[tuple[int, int]] = []
    last = 0
    for start, _, end in sorted(places):
        if start >= last:
            found.append((start, end))
            last = end
    return found
