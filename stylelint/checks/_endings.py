"""The last sentence of a block, which may be the page's: how it may begin, and where it stands.

Both are worked out once for a document, whichever rules ask.
"""

from __future__ import annotations

from typing import NamedTuple

from stylelint import lazy
from stylelint.checks._page_voice import LONGEST_ENDING, last_part
from stylelint.document import Document, Span
from stylelint.openings import plain

_NEAR_END = 960
"""So many code points at the end of a block hold what the page says there in a sentence or more."""

AFTER_SENTENCE = r"[.!?…][)\"'»\]]* ?"
"""What stands before such a sentence."""

_AFTER_SENTENCE = lazy.regex(AFTER_SENTENCE)

_START = lazy.regex(r"[.!?…\"'»)\]]\s*(?=\S)|[a-z](?=[A-Z][a-z])")
"""What stands before whatever `_page_voice` may take for a sentence."""


class Tail(NamedTuple):
    """The end of a block, casefolded, and how its last sentence may begin, as `openings.plain` has it."""

    text: str
    heads: tuple[str, ...]


def tail(document: Document, index: int) -> Tail:
    """Return the end of a block."""
    known: dict[int, Tail] = document.__dict__.setdefault("_block_tails", {})
    if index not in known:
        start, end, *_ = document.blocks[index]
        text = document.folded[max(start, end - LONGEST_ENDING) : end]
        starts = (found.end() for found in _START.finditer(text))
        known[index] = Tail(text.casefold(), tuple(plain(text[at:]) for at in starts))
    return known[index]


def ending(document: Document, index: int) -> Span:
    """Return where the last sentence of a block stands in the prose, the whole block where it has but one."""
    known: dict[int, Span] = document.__dict__.setdefault("_block_endings", {})
    if index not in known:
        first = document.blocks[index].start
        start, end = last_part(document.folded[first : document.blocks[index].end])
        known[index] = Span(first + start, first + end)
    return known[index]


def tells(document: Document, index: int, words: tuple[str, ...]) -> bool:
    """Tell whether a sentence near the end of a block begins with one of these words, all casefolded."""
    start, end, *_ = document.blocks[index]
    near = document.folded[max(start, end - _NEAR_END) : end].casefold()
    return any(near.startswith(words, after.end()) for after in _AFTER_SENTENCE.finditer(near))
