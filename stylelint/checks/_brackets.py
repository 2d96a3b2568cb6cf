"""Brackets that stand without their other half."""

# Annotations stand as they are: those of named tuples are compiled at every start where they are strings.

from collections import deque
from collections.abc import Iterator, Sequence, Set
from itertools import islice
from typing import Literal, NamedTuple

from stylelint import lazy
from stylelint.document import Block, Document, in_roles
from stylelint.native import native
from stylelint.text import OPAQUE

_BRACKET = lazy.regex(r"[()\[\]{}]")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_FACE = lazy.regex(
    r"(?:[:;=8xX]['^o*-]{0,2}[()\[\]{}]{1,3})|(?:[()\[\]{}]{1,3}['^o*-]{0,2}[:;=8])(?!\w)|¯\\_\(ツ\)_/¯"
)
_CODE = lazy.regex(r"\)\s*\{|\}\s*[;)]|</?[A-Za-z]+[ >/]|\]\]>")
"""What no prose has: a script or a tag that was left in the text."""

_LABEL = lazy.regex(r"(?:^|[*_\s\"'(\[,;:—–-])(?:[A-Za-z]|\d{1,3}|[ivxIVX]{1,5})\.?$")
"""What stands before the bracket of "a)", "1)", "iv)"."""

_STOPS = ".!?…)]}\"'"
_DEPTH = 20
_REACH = 8
"""How many blocks on the other half may stand."""


class Lone(NamedTuple):
    """A bracket without its other half: place, the bracket, what is wrong, and whether that is certain."""

    at: int
    mark: str
    fault: Literal["unclosed", "unopened"]
    sure: bool


def lone(document: Document, roles: Set[str] | None) -> Iterator[Lone]:
    """Yield the brackets that nothing opens or closes in the blocks of these roles, None for all.

    One that opens in a block and closes in another near it is not at fault: an aside may run over
    paragraphs, a translator's note over a letter.
    """
    text = document.folded
    blocks = document.blocks if roles is None else in_roles(document.blocks, roles)
    waiting: deque[tuple[int, Lone]] = deque()
    for number in uneven(text, blocks):
        block = blocks[number]
        while waiting and number - waiting[0][0] > _REACH:
            yield waiting.popleft()[1]
        for found in _in_block(text, block):
            if block.kind == "metadata" and text[block.end - 1] not in _STOPS:
                # A summary that a system has cut off, and the bracket with it.
                found = found._replace(sure=False)
            partner = next((w for w in islice(reversed(waiting), _DEPTH) if _matches(w[1], found)), None)
            if partner:
                waiting.remove(partner)
            else:
                waiting.append((number, found))
    yield from (found for _, found in waiting)


@native
def uneven(text: str, blocks: Sequence[Block], /) -> list[int]:
    """Return the indexes of the blocks in which some sort of bracket opens more or less often than it closes.

    Or closes first.  Most texts have none of them, and nothing to find.
    """
    return [
        index
        for index, (start, end, *_) in enumerate(blocks)
        if not _even(_BRACKET.findall(text, start, end))
    ]


def _matches(opened: Lone, closed: Lone) -> bool:
    return opened.fault == "unclosed" and closed.fault == "unopened" and _PAIRS[closed.mark] == opened.mark


def _in_block(text: str, block: Block) -> Iterator[Lone]:
    start, end = block.start, block.end
    if end - start < 3 or _CODE.search(text, start, end):
        return
    faces = {at for m in _FACE.finditer(text, start, end) for at in range(*m.span())}
    whole = not _breaks_off(text[start:end])
    stack: list[tuple[int, str]] = []
    depth = dict.fromkeys("([{", 0)
    for found in _BRACKET.finditer(text, start, end):
        at, mark = found.start(), found[0]
        if mark not in _PAIRS:
            stack.append((at, mark))
            depth[mark] += 1
        elif depth[_PAIRS[mark]]:
            inner = next(i for i in range(len(stack) - 1, -1, -1) if stack[i][1] == _PAIRS[mark])
            yield from _unclosed(text, stack[inner + 1 :], faces, whole)
            for _, opened in stack[inner:]:
                depth[opened] -= 1
            del stack[inner:]
        elif not _LABEL.search(text[max(start, at - 8) : at]) and at not in faces:
            yield Lone(at, mark, "unopened", True)
    yield from _unclosed(text, stack, faces, whole)


def _even(signs: list[str]) -> bool:
    """Tell whether every sort of bracket opens as often as it closes, and opens first."""
    return all(
        signs.count(opening) == signs.count(closing)
        and (opening not in signs or signs.index(opening) < signs.index(closing))
        for closing, opening in _PAIRS.items()
    )


def _unclosed(text: str, stack: Sequence[tuple[int, str]], faces: set[int], whole: bool) -> Iterator[Lone]:
    for at, mark in stack:
        # An address may have taken the closing bracket with it.
        if at not in faces and text[at + 1 : at + 2] != OPAQUE:
            yield Lone(at, mark, "unclosed", whole)


def _breaks_off(line: str) -> bool:
    """Tell whether a text is a teaser that breaks off, and takes the closing bracket with it."""
    return line.rstrip(" )]\"'").endswith(("...", "…")) or "... read" in line.lower()
