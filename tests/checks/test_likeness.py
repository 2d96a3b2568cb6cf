"""How alike stretches of a text are, read as few times as memory allows."""

from __future__ import annotations

from stylelint.checks._likeness import by_longer
from stylelint.readers import read


def test_pairs_with_the_same_longer_block_follow_one_another() -> None:
    document = read("a.txt", b"Short.\n\nA longer line.\n\nAlso short.\n\nThe longest line of all here.")
    both = [(0, 1), (0, 3), (1, 2), (1, 3), (0, 2), (2, 3)]
    assert by_longer(document.blocks, both) == [(0, 2), (0, 1), (1, 2), (0, 3), (2, 3), (1, 3)]
