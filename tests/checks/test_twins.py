"""How alike blocks are, read as few times as memory allows."""

from __future__ import annotations

import pytest

from stylelint.checks import _twins
from stylelint.checks._twins import by_longer, twins
from stylelint.document import Document
from stylelint.readers import read

LINE = "The pier was closed on Monday after a storm had torn out {} of its old planks."
TEXT = "\n\n".join(LINE.format(number) for number in ("ten", "nine", "ten", "six", "ten"))


def draft() -> Document:
    return read("a.txt", TEXT.encode())


def test_readings_that_were_let_go_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = twins(draft(), None)
    assert [(one.first, one.second) for one in expected if one.copies.exact] == [(0, 2), (0, 4), (2, 4)]
    monkeypatch.setattr(_twins, "_KEPT", 1)
    assert twins(draft(), None) == expected


def test_few_readings_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_twins, "_KEPT", 170)
    shelf = _twins._Shelf(draft())
    for index in (0, 1, 2, 0, 3, 4):
        assert shelf.of(index).index == index
    assert len(shelf._kept) == 2


def test_pairs_with_the_same_longer_block_follow_one_another() -> None:
    document = read("a.txt", b"Short.\n\nA longer line.\n\nAlso short.\n\nThe longest line of all here.")
    both = [(0, 1), (0, 3), (1, 2), (1, 3), (0, 2), (2, 3)]
    assert by_longer(document, both) == [(0, 2), (0, 1), (1, 2), (0, 3), (2, 3), (1, 3)]
