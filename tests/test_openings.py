"""Which blocks begin with one of many words?"""

from __future__ import annotations

import pytest

from stylelint import readers
from stylelint.openings import LONGEST, Openings, heads, in_sentences, plain

WANTED = [
    ((1, 0), ("sign up",)),
    ((1, 1), ("read",)),
    ((2, 0), ("read more",)),
    ((3, 0), ("abcdefghijklmnop",)),
    ((3, 1), ()),
    ((4, 0), ("follow",)),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sign up here", [(0, (1, 0))]),
        (
            "READ MORE\n\nThe pier.\n\n• [Read more]",
            [(0, (1, 1)), (0, (2, 0)), (2, (1, 1)), (2, (2, 0))],
        ),
        ("Follow us", [(0, (4, 0))]),
        ("The pier: read more.", []),
        ("Re", []),
        ("abcdefghijklmnopqrstuvwxyz", [(0, (3, 0))]),
        ("", []),
    ],
)
def test_blocks_by_what_they_begin_with(text: str, expected: list[tuple[int, tuple[int, int]]]) -> None:
    wanted = Openings(WANTED)
    document = readers.read("a.txt", text.encode())
    assert sorted(wanted.begun(heads(document))) == expected
    assert not list(wanted.begun(["the pier."] * 300))
    assert sorted(wanted.begun(heads(document))) == expected, "by a dictionary now"


def test_heads_are_plain_whatever_marks_stand_before_them() -> None:
    text = "The Pier Is Closed Today\n\n" + "• " * 40 + "READ more of it than that"
    document = readers.read("a.txt", text.encode())
    assert heads(document) == [plain("The Pier Is Closed Today"), plain("READ more of it than that")]
    assert all(len(head) == LONGEST for head in heads(document))


def test_who_looks_for_what_a_stretch_begins_with() -> None:
    wanted = Openings(WANTED)
    assert sorted(wanted.of(plain("Read more of it"))) == [(1, 1), (2, 0)]
    assert list(wanted.of(plain("Bread"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier is closed. Follow us. SIGN UP here.", [(0, (1, 0)), (0, (4, 0))]),
        ("It opens (at noon).Sign up\n\nSo she said: “No!” Follow us", [(0, (1, 0)), (1, (4, 0))]),
        ("Wait… sign up? Follow", [(0, (1, 0)), (0, (4, 0))]),
        ("Sign up.", []),  # the first sentence
        ("Follow\n\n.\n\nFollow", []),  # from block to block
        ("Élan. Café 2.5 follow.", []),
        ("", []),
    ],
)
def test_blocks_by_how_another_sentence_begins(
    text: str, expected: list[tuple[int, tuple[int, int]]]
) -> None:
    document = readers.read("a.txt", text.encode())
    wanted = Openings(WANTED)
    assert sorted(in_sentences(document, wanted)) == expected
    assert not list(wanted.begun(["the pier."] * 300))
    assert sorted(in_sentences(document, wanted)) == expected, "by a dictionary now"
