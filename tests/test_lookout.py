"""Which of many factors stand in a text, and where?  What compiled and uncompiled code must agree on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from stylelint import readers
from stylelint.document import Block
from stylelint.lookout import Groups, Look, Lookout
from stylelint.native import PYTHON
from stylelint.signs import ANY_CASE, BEGIN, BLANKS, DIGIT, EDGE, LINE_END, LINE_START, LOWER, OTHER, UPPER
from tests.seen import each_seen, seen_in

Made: TypeAlias = Callable[[Groups, Groups, Groups, Groups], Lookout]


def later(*factors: Groups) -> Lookout:
    """Return what looks in Python and has looked at a text, so that it has automata of all factors."""
    lookout: Lookout = PYTHON["Lookout"](*factors)
    seen_in(lookout, "a", (Block(0, 1),))
    return lookout


KINDS = {"in Python": PYTHON["Lookout"], "later": later, "as it runs": Lookout}


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest) -> Made:
    """Return what makes what looks: in Python, at once or later, and as it runs, which mostly is in C."""
    kind: Made = KINDS[request.param]
    return kind


@pytest.mark.parametrize(
    ("factor", "text", "stands"),
    [
        ("pier", "a pier", True),
        ("pier", "a Pier", False),
        (f"{ANY_CASE}pier", "PIERS", True),
        (f"{ANY_CASE}café", "CAFÉS", True),
        (f"{ANY_CASE}kiss", "\u212ai\u017fs", True),
        (f"{EDGE}pier{EDGE}", "piers", False),
        (f"{EDGE}pier{EDGE}", "a pier.", True),
        (f"the{BLANKS}pier", "the   pier", True),
        (f"the{BLANKS}pier", "thepier", False),
        ("the pier", "the  pier", False),
        (f"{LINE_START}pier", "a\npier", True),
        (f"{LINE_START}pier", "a pier", False),
        (f"pier{LINE_END}", "pier\na", True),
        (f"Pier {DIGIT}", "Pier 7", True),
        (f"Pier {DIGIT}", "Pier A", False),
        (f"Pier {DIGIT}", "Pier é", False),
        (f"{ANY_CASE}{DIGIT}pier", "\u212apier", False),
        (f"{UPPER}pier", "Épier", True),
        (f"{ANY_CASE}{UPPER}pier", "ßpier", True),
        (f"{ANY_CASE}{UPPER}pier", "\u212apier", True),
        (f"pier{OTHER}a", "pier\na", False),
        ("a", "", False),
    ],
)
def test_what_stands_in_a_text(made: Made, factor: str, text: str, stands: bool) -> None:
    assert seen_in(made((factor,), (), (), ()), text, ()) == ([0] * stands, [])


WANTED = "sign up\nlog in", "read", "read more", "abcdefghijklmnop", "", "follow"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sign up here", [(0, 0)]),
        ("READ MORE\n\nThe pier.\n\n• [Read more]", [(0, 1), (0, 2), (2, 1), (2, 2)]),
        ("• " * 40 + "Follow us", [(0, 5)]),
        ("The pier: read more.", []),
        ("Re", []),
        ("abcdefghijklmnopqrstuvwxyz", [(0, 3)]),
        ("", []),
    ],
)
def test_blocks_by_what_they_begin_with(made: Made, text: str, expected: list[tuple[int, int]]) -> None:
    document = readers.read("a.txt", text.encode())
    assert seen_in(made((), (), WANTED, ()), document.folded, document.blocks) == ([], expected)
    factors = tuple(ANY_CASE + BEGIN + (words or "left out") for words in WANTED)
    assert seen_in(made((), factors, (), ()), document.folded, document.blocks) == ([], expected)


@pytest.mark.parametrize(
    ("factor", "text", "begins"),
    [
        (f"{BEGIN}{UPPER}{UPPER}", "PIER", True),
        (f"{BEGIN}{UPPER}{UPPER}", "Pier", False),
        (f"{BEGIN}{UPPER}{UPPER}", "ÉÉ", True),
        (f"{BEGIN}{UPPER}{UPPER}", "a PIER", False),
        (f"{BEGIN}{DIGIT} {LOWER}", "- 7 piers", True),
        (f"{BEGIN}{DIGIT} {LOWER}", "7 Piers", False),
        (f"{ANY_CASE}{BEGIN}{LOWER}", "Pier", True),
        (f"{ANY_CASE}{BEGIN}{LOWER}", "7", False),
    ],
)
def test_blocks_by_the_signs_they_begin_with(made: Made, factor: str, text: str, begins: bool) -> None:
    assert seen_in(made((), (factor,), (), ()), text, (Block(0, len(text)),)) == ([], [(0, 0)] * begins)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier is closed. Follow us. SIGN UP here.", [(0, 0), (0, 5)]),
        ("It opens (at noon).Sign up\n\nSo she said: “No!” Follow us", [(0, 0), (1, 5)]),
        ("Wait… sign up? Follow", [(0, 0), (0, 5)]),
        ("Sign up.", []),  # the first sentence
        ("Follow\n\n.\n\nFollow", []),  # from block to block
        ("Élan. Café 2.5 follow.", []),
    ],
)
def test_blocks_by_how_another_sentence_begins(
    made: Made, text: str, expected: list[tuple[int, int]]
) -> None:
    document = readers.read("a.txt", text.encode())
    assert seen_in(made((), (), (), WANTED), document.folded, document.blocks) == ([], expected)


@pytest.mark.parametrize("factor", [EDGE, ANY_CASE, f"a {BLANKS}", f"{OTHER}{BLANKS}a", "a\ud800"])
def test_what_cannot_be_looked_for(made: Made, factor: str) -> None:
    with pytest.raises(ValueError, match="a factor has letters"):
        made((factor,), (), (), ())


@pytest.mark.parametrize("word", [f"a{EDGE}", f"{DIGIT} a", "a\udfff"])
def test_words_have_no_signs(made: Made, word: str) -> None:
    for words in (((word,), ()), ((), (word,))):
        with pytest.raises(ValueError, match="a word has"):
            made((), (), *words)


def test_many_texts_are_looked_at_together(made: Made) -> None:
    lookout = made((f"{ANY_CASE}pier{EDGE}", "Pier"), (f"{ANY_CASE}pier",), ("a pier",), ())
    texts = ["The Pier", "a pier", "", "pierß", "A PIER, the pier"]
    each: list[Look] = [(text, (Block(0, len(text)),)) for text in texts]
    assert each_seen(lookout, *each) == [seen_in(lookout, *one) for one in each]
    assert [seen for seen, _ in each_seen(lookout, *each)] == [[0, 1], [0], [], [0], [0]]
    with pytest.raises(ValueError, match="text"):
        each_seen(lookout, *each, ("a", (Block(0, 2),)))


def test_what_is_not_known_by_letters_stands_everywhere(made: Made) -> None:
    lookout = made(("pier", ""), ("", "boat"), (), ())
    assert each_seen(lookout, ("", ()), ("a\nboat", (Block(0, 1), Block(2, 6)))) == [
        ([1], []),
        ([1], [(0, 0), (1, 0), (1, 1)]),
    ]
