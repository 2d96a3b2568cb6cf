"""The kind `cues`: weak signs that add up, and those that speak against."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.checks.base import View
from stylelint.checks.cues import Cue, Cues, Shapes
from tests.checks.told import marked, mended, plain

TALK = Cues(
    cues={
        "trade": Cue(3, ("newsletters?", "crosswords?"), key=True),
        "post": Cue(4, ("letters?", "newsletters? by post"), key=True),
        "request": Cue(3, ("(?:please )?(?:get|play)",), at="start"),
        "here": Cue(2, ("here", "today"), at="end"),
        "narrative": Cue(-5, ("said", "was")),
    },
    least=7,
    sure=9,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Get the newsletter here", ["Get the newsletter here"]),
        ("» Play our crossword today!", ["» Play our crossword today!"]),
        ("Get the ferry here", []),  # no word of the trade
        ("Get the newsletters, she said, and burn them here", []),  # told, not asked
        ("The crossword was hard today, and nobody at the pier got it", []),
        ("“Get the newsletter here”", []),  # speech
        ("Get the newsletter " + "and wait " * 20 + "here", []),  # too long
        ("", []),
    ],
)
def test_signs_add_up(text: str, expected: list[str]) -> None:
    middle = "\n\n".join(["The ferry left the pier at noon on Monday."] * 5)
    assert marked(TALK, f"{middle}\n\n{text}\n\n{middle}") == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("pier", "a pier", True),
        ("pier", "a-pier", True),
        ("pier", "rapier", False),
        ("pier", "piers", False),
        ("#pier", "a #pier", True),  # what begins with no letter of ASCII has no edge that RE2 knows
        ("étang", "Un étang", True),
        ("étang", "Étang", True),
        ("(?:the )?#pier", "the #pier", True),
    ],
)
def test_a_cue_is_a_whole_word(words: str, text: str, expected: bool) -> None:
    for at in ("anywhere", "end"):
        check = Cues(cues={"a": Cue(9, (words, "quay"), at=at, key=True)})
        assert bool(marked(check, text)) is expected


def test_of_two_words_of_the_trade_the_second_counts_for_one() -> None:
    alone = replace(TALK, least=6, shapes=Shapes(0, 0, 0, 0, 0))
    assert marked(alone, "Newsletter, letter") == []  # 4 + 1, not 3 + 4
    assert marked(replace(alone, least=5), "Newsletter, letter") == ["Newsletter, letter"]


@pytest.mark.parametrize(
    ("shapes", "text", "expected"),
    [
        (Shapes(0, 0, 0, 0, 0), "newsletter", False),
        (Shapes(4, 0, 0, 0, 0), "newsletter", True),
        (Shapes(0, 4, 0, 0, 0), "newsletter", True),
        (Shapes(0, 4, 0, 0, 0), "newsletter.", False),
        (Shapes(0, 0, 4, 0, 0), "The Newsletter of the Pier", True),
        (Shapes(0, 0, 4, 0, 0), "The newsletter of the Pier", False),
        (Shapes(0, 0, 0, 4, 0), "newsletter", True),
        (Shapes(0, 0, 0, 0, 4), "newsletter", False),
    ],
)
def test_shape_and_place(shapes: Shapes, text: str, expected: bool) -> None:
    assert bool(marked(replace(TALK, shapes=shapes), text)) is expected


def test_a_neighbour_that_nearly_is_furniture_helps() -> None:
    check = replace(TALK, least=4, shapes=Shapes(0, 0, 0, 0, 1))
    assert marked(check, "newsletter\n\nnewsletter") == ["newsletter", "newsletter"]
    assert marked(check, "newsletter\n\nThe pier.\n\nnewsletter") == []


LINES = ["Get the newsletter here", "Newsletters", "Crosswords today", "A letter here", "The pier is closed."]


@given(st.lists(st.sampled_from(LINES), max_size=9), st.sets(st.integers(0, 8)), st.integers(-1, 3))
def test_what_is_told_is_left_out_and_changes_nothing_else(
    lines: list[str], told: set[int], more: int
) -> None:
    draft, check = plain("\n\n".join(lines)), replace(TALK, shapes=Shapes(edge=0, beside=more))
    every, view = {draft.index_at(found.start): found for found in check.find(View(draft))}, View(draft)
    view.told = set(told)
    assert [*check.find(view)] == [found for index, found in every.items() if index not in told]
    assert view.told - told == {index for index, found in every.items() if found.sure} - told


def test_it_says_which_cues_it_saw_and_how_sure_it_is() -> None:
    found = list(TALK.find(View(plain("Get the newsletter here\n\nThe pier.\n\nGet newsletters, please."))))
    assert [(f.values["cues"], f.sure) for f in found] == [
        ("trade, request, here", True),
        ("trade, request", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Jonas Falk/Harbour Press",
        "The lighthouse at noon. (Photo: Jonas Falk/Harbour Press)",
    ],
)
def test_a_credit_and_its_caption_are_no_talk(text: str) -> None:
    """Pictures are their trade; where they stand in the text other rules say what they are."""
    picture = Cues(cues={"picture": Cue(9, ("photos?",), key=True)})
    middle = "The ferry left the pier at noon on Monday."
    assert marked(picture, f"{middle}\n\nPhotos of the pier\n\n{middle}") == ["Photos of the pier"]
    assert marked(picture, f"{middle}\n\n{text}\n\n{middle}") == []


def test_it_takes_the_line_out() -> None:
    assert mended(TALK, "One.\n\nGet the newsletter here\n\nTwo.") == "One.\n\nTwo."


def test_problems() -> None:
    assert dict(Cues(cues={"a": Cue(1, ("b",))}).problems()) == {"cues": "needs a cue that is a key"}
    for wrong in ("(", "*a"):
        check = Cues(cues={"a": Cue(3, (wrong,), key=True)})
        assert "no regular expression" in dict(check.problems())["cues"]
