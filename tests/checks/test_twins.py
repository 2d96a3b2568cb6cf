"""How alike blocks are, read as few times as memory allows."""

from __future__ import annotations

from stylelint.checks._twins import by_longer, twins
from stylelint.document import Document
from stylelint.readers import read

LINE = "The pier was closed on Monday after a storm had torn out {} of its old planks."
TEXT = "\n\n".join(LINE.format(number) for number in ("ten", "nine", "ten", "six", "ten"))


def draft() -> Document:
    return read("a.txt", TEXT.encode())


def test_blocks_that_share_a_passage_are_compared() -> None:
    found = twins(draft(), None)
    assert [(one.first, one.second) for one in found if one.copies.exact] == [(0, 2), (0, 4), (2, 4)]


def test_pairs_with_the_same_longer_block_follow_one_another() -> None:
    document = read("a.txt", b"Short.\n\nA longer line.\n\nAlso short.\n\nThe longest line of all here.")
    both = [(0, 1), (0, 3), (1, 2), (1, 3), (0, 2), (2, 3)]
    assert by_longer(document, both) == [(0, 2), (0, 1), (1, 2), (0, 3), (2, 3), (1, 3)]
