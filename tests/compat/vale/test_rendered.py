"""Texts of HTML, found again in the draft that it was made of."""

from __future__ import annotations

import pytest

from stylelint.compat.vale.rendered import placed


def texts(html: str, source: str) -> list[tuple[str, str]]:
    """Return each text that was found, and what stands in its place in the source, piece by piece."""
    return [
        (token.data, "|".join(source[c:d] for _, _, c, d in token.rows))
        for token in placed(html, source)
        if token.kind == "text" and token.rows
    ]


@pytest.mark.parametrize(
    ("html", "source", "expected"),
    [
        ("<p>one <b>two</b> three</p>", "one *two* three",
         [("one ", "one"), ("two", "two"), (" three", "three")]),
        ("<p>over\ntwo lines</p>", "  over\n  two lines", [("over\ntwo lines", "over|two lines")]),
        ("<p>a *b* c</p>", r"a \*b\* c", [("a *b* c", "a|*b|* c")]),
        ("<p>R&amp;D</p>", "R&D", [("R&D", "R&D")]),
        ("<p>Version 3.2 of the boat is here</p>", "Version |new| of the boat is here",
         [("Version 3.2 of the boat is here", "Version| |new| |of|the|boat|is|here")]),
        ("<p>made up</p><p>in it</p>", "in it", [("in it", "in it")]),
        ("<p>is</p><p>it</p>", "this is it", [("is", "is"), ("it", "it")]),
        ("<p>the <i>t</i>he</p>", "the *t*\\ he", [("the ", "the"), ("t", "t"), ("he", "he")]),
    ],
)  # fmt: skip
def test_texts_stand_in_the_draft(html: str, source: str, expected: list[tuple[str, str]]) -> None:
    assert texts(html, source) == expected


def test_each_text_stands_behind_the_one_before() -> None:
    source = "again\n\nThe second is longer\n\nagain"
    starts = [
        token.rows[0][2]
        for token in placed("<p>again</p><p>The second is longer</p><p>again</p>", source)
        if token.kind == "text"
    ]
    assert starts == [0, 7, 29]


def test_a_long_text_is_found_where_it_stands_before_the_last_one() -> None:
    source = "A first sentence here.\n\nA second sentence here."
    html = "<p>A second sentence here.</p><p>A first sentence here.</p>"
    assert [said for said, _ in texts(html, source)] == ["A second sentence here.", "A first sentence here."]


def test_a_short_text_that_is_far_away_is_another() -> None:
    assert texts("<p>first</p><p>Note</p>", "first" + " word" * 50 + " Note") == [("first", "first")]


@pytest.mark.parametrize(
    ("image", "alts"),
    [
        ('<img alt="a dog" src="d.png" />', ["a dog"]),
        ('<img alt="d.png" src="d.png" />', []),
        ('<img alt="made up" src="d.png">', []),
    ],
)
def test_images_keep_the_text_that_the_draft_has(image: str, alts: list[str]) -> None:
    (token,) = placed(image, "d.png, a dog")
    assert [value for name, value, _, _ in token.attributes if name == "alt"] == alts
