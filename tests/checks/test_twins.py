"""How alike blocks are, read as few times as memory allows."""

from __future__ import annotations

from stylelint.checks._twins import Wanted, twins
from stylelint.document import Document
from stylelint.readers import read

LINE = "The pier was closed on Monday after a storm had torn out {} of its old planks."
TEXT = "\n\n".join(LINE.format(number) for number in ("ten", "nine", "ten", "six", "ten"))


def draft() -> Document:
    return read("a.txt", TEXT.encode())


def test_blocks_that_share_a_passage_are_compared() -> None:
    found = twins(draft(), None, Wanted())
    assert [(one.first, one.second) for one in found if one.exact] == [(0, 2), (0, 4), (2, 4)]


def test_what_a_rule_wants_does_not_depend_on_what_others_wanted_before() -> None:
    few, all_of_them = Wanted(exact=True, inside=1.0), Wanted(share=0.2)
    document = draft()
    alone = twins(document, None, few)
    assert len(twins(document, None, all_of_them)) > len(alone)
    assert twins(document, None, few) == alone
    assert twins(document, None, all_of_them) == twins(draft(), None, all_of_them)
