"""The last sentence of a block, which may be the page's."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from typing import NamedTuple

from stylelint import lazy
from stylelint.checks._page_voice import last_part
from stylelint.document import Document
from stylelint.openings import plain

_NEAR_END = 960
"""So many code points at the end of a block hold what the page says there in a sentence or more."""

_AFTER_SENTENCE = lazy.regex(r"[.!?…][)\"'»\]]* ?")
"""What stands before such a sentence."""

SIGNS_BEFORE = r"[.!?…][)\]\"'»]* *|[)\]»|•·*–—] *"
"""What stands before what the page adds at the end of a block, unless that runs into a word."""

_SIGNS_BEFORE = lazy.regex(SIGNS_BEFORE)


class Ending(NamedTuple):
    """The last sentence of a block.

    Attributes:
        start, end: in the document's prose, code points.
        text: folded; "" where the block has but one sentence.
        head: how that begins, as `openings.plain` makes it.
    """

    start: int
    end: int
    text: str
    head: str


def ending(document: Document, index: int) -> Ending:
    """Return the last sentence of a block; worked out once for a document, whichever rules ask."""
    known: dict[int, Ending] | None = document.__dict__.get("_block_endings")
    if known is None:
        known = document.__dict__["_block_endings"] = {}
    found = known.get(index)
    if found is None:
        first, last = document.blocks[index][:2]
        start, end = last_part(document.folded[first:last])
        text = document.folded[first + start : first + end] if start else ""
        found = known[index] = Ending(first + start, first + end, text, plain(text))
    return found


def tells(document: Document, index: int, words: tuple[str, ...]) -> bool:
    """Tell whether a sentence near the end of a block begins with one of these words, all casefolded."""
    start, end, *_ = document.blocks[index]
    near = document.folded[max(start, end - _NEAR_END) : end].casefold()
    return any(near.startswith(words, after.end()) for after in _AFTER_SENTENCE.finditer(near))


def tail_start(text: str, place: int) -> int:
    """Return where that begins, given where the signs before it do, or the letter that it runs into."""
    found = _SIGNS_BEFORE.match(text, place)
    return found.end() if found else place + 1
