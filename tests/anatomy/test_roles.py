"""What blocks are in an article, and near misses that stay paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.anatomy import roles as anatomy
from stylelint.anatomy.agencies import PICTURES
from stylelint.anatomy.credits import has_sign, may_end_in_credit
from stylelint.anatomy.lines import BYLINES, NOTES
from stylelint.anatomy.roles import dateline
from stylelint.readers import read

STORY = "The council met on Tuesday evening to look at the plans for the bridge and the road beside it."
CAPTION = "The bridge over the Wensum is seen at dawn in March."


def roles(text: str, name: str = "a.txt") -> list[str]:
    return [block.role for block in read(name, text.encode()).blocks]


def role(line: str) -> str:
    """Return the role of a line in the middle of a story."""
    return roles("\n\n".join([STORY] * 9 + [line] + [STORY] * 9))[9]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (STORY, "paragraph"),
        ("He left.", "paragraph"),
        ("What now?", "paragraph"),
        ("and so it broke off", "paragraph"),
        ("The long road home", "crosshead"),
        ("‘A long road’", "paragraph"),
        ("He said: “No.”", "paragraph"),
        ("- one thing", "list-item"),
        ("• one thing.", "list-item"),
        ("3. one thing", "list-item"),
        ("3.5 million came.", "paragraph"),
        ("-5 degrees were felt.", "paragraph"),
        ("— Jane Roe said so.", "paragraph"),
        ("(Reuters)", "credit"),
        ("(Jane Roe/Anadolu Agency via Getty Images)", "credit"),
        ("Photo: Jane Roe", "credit"),
        ("Photograph by Jane Roe", "credit"),
        ("AP Photo/Jane Roe", "credit"),
        ("Getty Images", "credit"),
        ("(Jane Roe is a teacher.)", "paragraph"),
        ("(Reuters) - The council met.", "paragraph"),
        ("LONDON (Reuters) -", "dateline"),
        ("Correction: The bridge has two arches, not three.", "correction"),
        ("Corrections were made to the plan.", "paragraph"),
        ("Editor's note: The council met again.", "editors-note"),
        ("Editors noted the change.", "paragraph"),
        ("The bridge at dawn. (Jane Roe/Reuters)", "caption"),
        ("The bridge at dawn. Photo: Jane Roe", "caption"),
        ("Profits fell last year, the firm said. (Reuters)", "paragraph"),
        (STORY * 5 + " (Jane Roe/Reuters)", "paragraph"),
    ],
)
def test_lines_in_a_story(line: str, expected: str) -> None:
    assert role(line) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["The bridge stays shut", STORY], ["headline", "paragraph"]),
        (["The bridge stays shut.", STORY], ["paragraph", "paragraph"]),
        (["The bridge stays shut"], ["paragraph"]),
        (["The bridge stays shut", "By Jane Roe", STORY], ["headline", "byline", "paragraph"]),
        (
            ["The bridge stays shut", "Council wants more time", "By Jane Roe and John Doe, Reuters", STORY],
            ["headline", "standfirst", "byline", "paragraph"],
        ),
        ([STORY, "By Monday it was over.", STORY], ["paragraph", "paragraph", "paragraph"]),
        ([STORY, "The bridge at dawn.\n(Reuters)", STORY], ["paragraph", "caption", "credit", "paragraph"]),
        (
            [STORY, "The plan was shelved.", "(Reuters)", STORY],
            ["paragraph", "paragraph", "credit", "paragraph"],
        ),
        ([STORY, CAPTION, "(Jane Roe/Reuters)"], ["paragraph", "caption", "credit"]),
        ([STORY, CAPTION, CAPTION, "(Reuters)"], ["paragraph", "caption", "caption", "credit"]),
        ([STORY, "“It is over,” he said.", "(Reuters)"], ["paragraph", "paragraph", "credit"]),
        ([STORY * 4, "(Reuters)"], ["paragraph", "credit"]),
        ([STORY] * 9 + [STORY, "This article was amended on 3 May."], ["paragraph"] * 10 + ["correction"]),
    ],
)
def test_articles(parts: list[str], expected: list[str]) -> None:
    assert roles("\n\n".join(parts) + "\n") == expected


def test_markdown_headings() -> None:
    assert roles("# One two\n\nText.\n\n# Three\n\n## Four\n", "a.md") == [
        "headline",
        "paragraph",
        "crosshead",
        "crosshead",
    ]


def test_a_short_line_in_markdown_is_no_crosshead() -> None:
    assert roles("# One two\n\nA line\n\nAnother line\n", "a.md") == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LONDON (Reuters) - The bridge", "LONDON (Reuters) -"),
        ("LONDON, March 3 (Reuters) - The", "LONDON, March 3 (Reuters) -"),
        ("KYIV, Ukraine (AP) — The", "KYIV, Ukraine (AP) —"),
        ("St. Ives (AP) — The", "St. Ives (AP) —"),
        ("NEW YORK – The", "NEW YORK –"),
        ("(Reuters) - The", "(Reuters) -"),
        ("NATO — the alliance — met", None),
        ("Then — The End", None),
        ("(Jane) - The", None),
    ],
)
def test_dateline(text: str, expected: str | None) -> None:
    span = dateline(text)
    assert (text[slice(*span)] if span else None) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Roe Jr.", "byline"),
        ("Written by Jane Roe, of The Herald.", "paragraph"),
        ("An earlier version of this story misspelled a name.", "correction"),
        ("This story was amended to correct the year.", "correction"),
        ("This story was told at the pier.", "paragraph"),
        ("Photo by Jane Roe.", "credit"),
        ("Photographs by the pier are for sale.", "paragraph"),
        ("Clarification: The bridge has two arches.", "correction"),
        ("Stone by stone the bridge went.", "paragraph"),
    ],
)
def test_a_line_with_a_stop_below_the_headline(line: str, expected: str) -> None:
    assert roles("\n\n".join(["The bridge is to be mended", line, *[STORY] * 12]))[1] == expected


STARTS = (
    "Correction", "Editor's note", "The story", "Photo", "By", "Written by", "Jane Roe", "Credit",
    "(Correction", "*[(Editor's note", "[[[[Correction",
)  # fmt: skip


@given(
    st.sampled_from((*STARTS, *BYLINES, *sorted(NOTES))),
    st.lists(st.sampled_from(["by", "Jane", "Roe", "was", "misstated", ":", "/", "Reuters", "photo", "of"])),
    st.sampled_from(["", *".!?…:;,-)"]),
)
def test_the_first_look_misses_no_role(start: str, words: list[str], stop: str) -> None:
    text = " ".join([start, *words]) + stop
    told = [role for role, tells in anatomy._TELLS.items() if tells(text)]
    if text[-1] in anatomy._ENDS and not text.startswith(anatomy._LABELS):
        told = [role for role in told if role != "credit"]
    assert set(told) <= set(anatomy._may_be(text, 0, True, PICTURES))


@given(st.lists(st.sampled_from(["Jane", "Roe", "/", "|", "(", ")", "Reuters", "AP", "photo by", "via"])))
def test_the_first_look_misses_no_caption(words: list[str]) -> None:
    text = "A bridge. " + " ".join(words)
    if anatomy._signed(text):
        assert has_sign(text)
        assert may_end_in_credit(text)
