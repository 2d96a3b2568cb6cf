"""Which blocks of a document share a passage?  A cheap first look, done once for all rules that ask.

The text is cut at certain letters, so that the same words give the same cuts
wherever they stand (content-defined chunking, as in rsync's relatives); two blocks that share a cut of
some length, and the words around it, are looked at closely by the check, all others never.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stylelint.document import Block

_LETTERS = (b"u", b"m", b"c")
_LENGTH = 16
"""Bytes from which a shared cut says something: about three words."""

_PASSAGE = 32
"""Bytes that a shared cut has with what is the same beside it: fewer are a phrase, not eight words."""


def sharing(data: bytes, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the pairs of indexes of blocks that share a passage, in order.

    A block that shares it with many is paired with the first of them and the one before, which keeps
    the number of pairs in step with the size of the text.

    Args:
        data: a folded text in UTF-8; capitals of ASCII do not matter.
        blocks: of the text, in order.

    Raises:
        ValueError: the blocks are not in order, or overlap.
    """
    text, spans, found = data.lower(), list(_in_bytes(data, blocks)), set[tuple[int, int]]()
    for letter in _LETTERS:
        cuts = [text[start:end].split(letter) for start, end in spans]
        again = _again([cut for block in cuts for cut in block if len(cut) > _LENGTH])
        met: dict[bytes, list[tuple[int, int]]] = {cut: [] for cut in again}
        for index, (start, _) in enumerate(spans if again else ()):
            for cut in cuts[index]:
                if cut in met:
                    for one, block in {*met[cut]}:
                        if block != index and _is_passage(text, one, start, len(cut)):
                            found.add((block, index))
                    # The first, and the one before the next.
                    met[cut][1:] = [(start, index)]
                start += len(cut) + 1
    return sorted(found)


def _in_bytes(data: bytes, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield where blocks begin and end in a text in UTF-8."""
    text, chars, at = data.decode(), 0, 0
    for block in blocks:
        if block[0] < chars:
            raise ValueError("blocks are wanted in order")
        at += len(text[chars : block[0]].encode())
        size = len(text[block[0] : block[1]].encode())
        yield at, at + size
        chars, at = max(block[:2]), at + size


def _is_passage(text: bytes, one: int, other: int, length: int) -> bool:
    """Tell whether what is the same at two places is long enough, with what is the same beside it."""
    missing = _PASSAGE - length
    while missing > 0 and one and text[one - 1] == text[other - 1]:
        one, other, length, missing = one - 1, other - 1, length + 1, missing - 1
    one, other, missing = one + length, other + length, max(missing, 0)
    return text[one : one + missing] == text[other : other + missing]


def _again(cuts: list[bytes]) -> set[bytes]:
    """Return what stands more than once in a list."""
    if len(set(cuts)) == len(cuts):
        return set()
    seen: set[bytes] = set()
    again: set[bytes] = set()
    for cut in cuts:
        (again if cut in seen else seen).add(cut)
    return again
