"""Places: from the prose to the source, from bytes to characters."""

from __future__ import annotations

import pytest

from stylelint.document import Block, Document, Span
from tests.pieces import pieces

# The source is `x **Black &amp; white** y`, the prose `x Black & white y`.
SOURCE = "x **Black &amp; white** y"
PIECES = pieces((0, 2, 0, 2), (2, 8, 4, 10), (8, 9, 10, 15), (9, 15, 15, 21), (15, 17, 23, 25))
MARKED = Document("a.md", SOURCE, "x Black & white y", (Block(0, 17),), PIECES)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (2, 7, "Black"),
        (8, 9, "&amp;"),
        (2, 15, "Black &amp; white"),
        (0, 7, "x **Black"),
        (10, 17, "white** y"),
        (6, 9, "k &amp;"),
    ],
)
def test_a_place_in_the_prose_is_a_place_in_the_source(start: int, end: int, text: str) -> None:
    span = MARKED.span(start, end)
    assert SOURCE[span.start : span.end] == text


@pytest.mark.parametrize(
    ("start", "end", "editable"),
    [
        (2, 7, True),
        (8, 9, True),
        (2, 15, True),
        (0, 7, False),
        (10, 17, False),
        (15, 17, True),
    ],
)
def test_only_what_has_no_markup_in_it_can_be_edited(start: int, end: int, editable: bool) -> None:
    assert MARKED.editable(start, end) is editable


def test_a_gap_between_pieces_cannot_be_edited() -> None:
    apart = Document(
        "a.md",
        "ab\n\ncd",
        "ab\ncd",
        (Block(0, 2), Block(3, 5)),
        pieces((0, 2, 0, 2), (3, 5, 4, 6)),
    )
    assert apart.editable(0, 2)
    assert not apart.editable(0, 3)
    assert not apart.editable(1, 5)


def test_a_block_is_one_line_of_the_folded_text() -> None:
    document = Document(
        "a.txt", "“one\r\ntwo”\n\nthree", "“one\r\ntwo”\n\nthree", (Block(0, 10), Block(12, 17))
    )
    assert document.folded == '"one  two"\n\nthree'


def test_code_and_opaque_text_is_blotted_out() -> None:
    blocks = (Block(0, 12), Block(13, 17, "code", "code"))
    document = Document("a.txt", "see www.a.b \ncode", "see www.a.b \ncode", blocks, opaque=(Span(4, 11),))
    assert document.folded == "see " + "\x1a" * 7 + " \n" + "\x1a" * 4


def test_blocks_are_found_by_place() -> None:
    document = Document("a", "ab\n\ncd", "ab\n\ncd", (Block(0, 2), Block(4, 6)))
    assert [document.index_at(i) for i in range(7)] == [0, 0, -1, -1, 1, 1, -1]


def test_new_roles_leave_the_old_document_alone() -> None:
    document = Document("a", "ab", "ab", (Block(0, 2),))
    assert document.folded == "ab"
    changed = document.with_roles({0: "furniture"})
    assert (document.blocks[0].role, changed.blocks[0].role) == ("paragraph", "furniture")
    assert changed.with_roles({}) is changed
