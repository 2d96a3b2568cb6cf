"""The kind `stray`: captions and credits that stand among the paragraphs."""

from __future__ import annotations

import pytest

from stylelint.checks.base import View
from stylelint.checks.stray import Stray
from stylelint.document import Block, Document, Span
from stylelint.readers import read

LINES = (
    ("A bridge in the fog, seen from the quay.", "caption"),
    ("(Reuters)", "credit"),
    ("It rained.", "paragraph"),
)


def draft(kinds: str = "paragraph") -> Document:
    blocks, text = [], ""
    for line, role in LINES:
        start = len(text)
        text += line + "\n"
        blocks.append(
            Block(start, start + len(line), kind=kinds, role=role, outer=Span(start, start + len(line)))
        )
    return Document("draft.txt", text, text, tuple(blocks))


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("caption",), [(LINES[0][0], ["(Reuters)"])]),
        (("credit",), [(LINES[1][0], [])]),
        (("caption", "credit"), [(LINES[0][0], ["(Reuters)"]), (LINES[1][0], [])]),
        (("byline",), []),
    ],
)
def test_roles_among_the_paragraphs(roles: tuple[str, ...], expected: list[object]) -> None:
    document = draft()
    findings = list(Stray(roles=roles, remove=True).find(View(document)))
    assert [
        (document.prose[f.start : f.end], [document.prose[start:end] for start, end, _ in f.related])
        for f in findings
    ] == expected
    assert all(f.remove for f in findings)


@pytest.mark.parametrize("kind", ["figure", "alt", "metadata"])
def test_what_the_format_calls_a_figure_is_in_its_place(kind: str) -> None:
    assert not list(Stray(roles=("caption", "credit")).find(View(draft(kind))))


STORY = "The owners said on Monday that the ship could be raised before the summer."
CAPTION = "The ferry leaves the pier. Photographer: Ann Roe/Bloomberg"


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        ("", 1),
        ("![The ferry](ferry.jpg)\n\n", 0),
        ('<img src="ferry.jpg">\n\n', 0),
        ('{{< figure src="ferry.jpg" >}}\n\n', 0),
        (f"![The ferry](ferry.jpg)\n\n{STORY}\n\n", 1),
    ],
)
def test_in_markup_a_caption_right_under_its_picture_is_in_its_place(picture: str, expected: int) -> None:
    document = read("a.md", f"{STORY}\n\n{picture}{CAPTION}\n\n{STORY}\n".encode())
    assert len(list(Stray(roles=("caption",)).find(View(document)))) == expected


def test_roles_that_there_are_none_of() -> None:
    assert [key for key, _ in Stray(roles=("caption", "subtitle")).problems()] == ["roles"]
