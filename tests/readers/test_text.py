"""Plain text: paragraphs are lines, or runs of lines that were wrapped."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.document import Document, Span
from stylelint.errors import UserError
from stylelint.readers import format_of, read

LONG = (
    "The council said on Tuesday that the bridge would be closed for nine months while engineers replaced "
    "the deck. Drivers were told to take the northern road, which is narrow and has no lights at night."
)
WRAPPED = textwrap.fill(LONG, 64)


def blocks(text: str, name: str = "a.txt") -> list[str]:
    document = read(name, text.encode())
    return [document.text(block) for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("One.\n\nTwo.\n", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\nTwo.\rThree.\n\rFour.", ["One.", "Two.", "Three.", "Four."]),
        ("One.\n\x0cTwo.\u2028Three.\x85Four.", ["One.", "Two.", "Three.", "Four."]),
        ("\t  One. \xa0\n", ["One."]),
        ("One.\x0cTwo.\n\x0c\nThree.", ["One.", "Two.", "Three."]),
        ("\ufeff\u200bOne.\u200b\n\u200b\n\u2060\nT\u200bwo.", ["One.", "T\u200bwo."]),
        (f"{LONG}\n{LONG}", [LONG, LONG]),
        (f"{WRAPPED}\n\n{WRAPPED}\n", [WRAPPED, WRAPPED]),
        (
            "Jane Roe of Aylsham town council\nJohn Doe of Cromer town council",
            ["Jane Roe of Aylsham town council", "John Doe of Cromer town council"],
        ),
        (f"{WRAPPED}\n(Jane Roe/Reuters)", [WRAPPED, "(Jane Roe/Reuters)"]),
        (f"{WRAPPED}\n- an item in a list of things", [WRAPPED, "- an item in a list of things"]),
        (f"{WRAPPED}\n    {WRAPPED}", [WRAPPED, WRAPPED]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_wrapped_lines_with_windows_line_ends_are_one_paragraph() -> None:
    assert len(blocks(WRAPPED.replace("\n", "\r\n"))) == 1


def test_addresses_are_opaque() -> None:
    document = read(
        "a.txt", b"See https://example.org/a,b. Or www.example.org, or jane@example.org. Not @jane or ://."
    )
    assert [document.prose[a:b] for a, b in document.opaque] == [
        "https://example.org/a,b",
        "www.example.org",
        "jane@example.org",
    ]


def test_outer_is_the_line() -> None:
    assert [b.outer for b in read("a.txt", b"  One. \nTwo.").blocks] == [Span(2, 6), Span(8, 12)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.md", "markdown"), ("a.MARKDOWN", "markdown"), ("x/a.txt", "text"), ("a", "text"), ("a.b/c", "text")],
)
def test_the_suffix_says_the_format(path: str, expected: str) -> None:
    assert format_of(path) == expected


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UserError, match=r"no format “docx”; known: .*markdown"):
        read("a.txt", b"", "docx")


def sound(document: Document) -> None:
    """Check what must be true of every document."""
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.prose)
        at = block.end
    at = 0
    for piece in document.pieces or ():
        assert at <= piece.start <= piece.end
        at = piece.end
        if piece.verbatim:
            shown, there = document.prose[piece.start : piece.end], document.source[slice(*piece.source)]
            assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(shown, there, strict=True))
    at = 0
    for span in document.opaque:
        assert at <= span.start < span.end <= len(document.prose)
        at = span.end
    assert len(document.folded) == len(document.prose)


@given(st.text(alphabet=st.sampled_from("aB.,-*(1\n\r\t \x0c\x85\u2028“\"'@:/é😀")) | st.text())
def test_any_text_makes_a_sound_document(text: str) -> None:
    try:
        document = read("a.txt", text.encode("utf-8", "replace"))
    except UserError:
        return
    sound(document)
    assert document.prose is document.source
    covered = "".join(document.text(b) for b in document.blocks)
    assert "".join(covered.split()) == "".join(document.source.split())


@pytest.mark.parametrize(
    "text", ["word " * 400_000, "“a b” " * 100_000, "a@" * 100_000, "www." * 100_000, "(" * 200_000]
)
def test_one_long_line_takes_linear_time(text: str) -> None:
    assert len(blocks(text)) == 1
