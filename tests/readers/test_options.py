"""Which reader, and what a house wants of it."""

from __future__ import annotations

import pytest

from stylelint.readers import format_of, read
from stylelint.readers.options import Options, Roles, Skipped, fits
from tests.readers.parsed import shapes


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("a.md", "markdown"),
        ("a.MDX", "mdx"),
        ("a/b.xhtml", "html"),
        ("a.njk", "html"),
        ("wire/a.copy", "text"),
        ("a.copy", "text"),
        ("x/notes/a.md", "text"),
        ("README", "text"),
    ],
)
def test_the_format_of_a_path(path: str, format: str) -> None:
    options = Options(formats=(("*.njk", "html"), ("wire/*", "text"), ("notes/*.md", "text")))
    assert format_of(path, options) == format


@pytest.mark.parametrize(
    ("path", "glob", "expected"),
    [
        ("a/b/c.md", "c.md", True),
        ("a/b/c.md", "b/*.md", True),
        ("a\\b\\c.md", "b/*.md", True),
        ("a/b/c.md", "b", False),
        ("a/bc.md", "c.md", False),
    ],
)
def test_globs_fit_the_end_of_a_path(path: str, glob: str, expected: bool) -> None:
    assert fits(path, glob) is expected


def test_the_format_says_how_bytes_are_read() -> None:
    assert read("a.njk", b"<p>b", options=Options(formats=(("*.njk", "html"),))).format == "html"


@pytest.mark.parametrize(
    ("wish", "role"),
    [
        (Roles((("paragraph", "caption"),), layout="gallery"), "caption"),
        (Roles((("paragraph", "caption"),), files="*.md"), "caption"),
        (Roles((("paragraph", "caption"),), files="*.txt", layout="gallery"), "paragraph"),
        (Roles((("paragraph", "caption"),), layout="story"), "paragraph"),
        (Roles((("headline", "crosshead"),)), "paragraph"),
    ],
)
def test_files_and_layouts_set_roles(wish: Roles, role: str) -> None:
    source = "---\nlayout: gallery\n---\nThe ferry sails."
    assert shapes("a.md", source, Options(roles=(wish,)))[-1] == ("paragraph", role, "The ferry sails.")


def test_patterns_hide_what_they_match() -> None:
    options = Options(skipped=Skipped(patterns=(r"\[\[.*?\]\]", "ferry")))
    document = read("a.txt", "The [[x]] and [[y]] ferry, é ferry.".encode(), options=options)
    assert [document.prose[a:b] for a, b in document.opaque] == ["[[x]]", "[[y]]", "ferry", "ferry"]
