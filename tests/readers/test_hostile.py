"""Drafts that are made to hurt: time grows with their length alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.errors import UserError
from stylelint.readers import read
from tests.readers.parsed import parsed
from tests.readers.test_text import sound

N = 10_000
HOSTILE = [
    ("a.md", ">" * N + " x"),
    ("a.md", "- " * N + "x"),
    ("a.md", "[" * N),
    ("a.md", "[a](" * N),
    ("a.md", "![" * N + "a" + "](b)" * N),
    ("a.md", "<div>\n\n" * N),
    ("a.md", "<b>" * N + "x"),
    ("a.md", "{{" * N + "}}"),
    ("a.md", "{% a %}" * N),
    ("a.md", ":::note\n" * N),
    ("a.md", "```{note}\n" * N),
    ("a.md", "$a_" * N),
    ("a.md", "\\[" * N + "\\]"),
    ("a.md", "[caption " * N),
    ("a.md", "|a|b|c|d|e|f|g|h|i|j|\n" + "|-" * 10 + "|\n" + "|a|b|c|d|e|f|g|h|i|j|\n" * N),
    ("a.md", "é*" * N),
    ("a.md", "[é" * N + "]:"),
    ("a.md", "---\n" * N),
    ("a.md", "---\na: " + "[" * N + "\n---\n"),
    ("a.md", "---\n" + "a: b\n" * N + "---\n"),
    ("a.md", "+++\na=" + "[" * N + "\n+++\n"),
    ("a.md", "+++\na='''" + "'" * N),
    ("a.md", '{"a":' * N),
    ("a.md", "!!! a\n    " * N + "b"),
    ("a.md", "!!! a\n    b\n\n" * N),
    ("a.md", "!!! a\n" + "\n" * N + "!!! b\n" * N),
    ("a.md", '---\na: "' + "\\\n" * N + '"\n---\n'),
    ("a.mdx", "`" * N),
    ("a.mdx", "~~~ `" * N),
    ("a.mdx", "\nimport a from b\n" * N),
    ("a.mdx", "import" * N + "\nexport" * N),
    ("a.mdx", "{" * N),
    ("a.mdx", "<A {" * N),
    ("a.mdx", "<A " * N),
    ("a.html", "<div>" * N),
    ("a.html", "<div><section>" + "</div>" * N),
    ("a.html", "<ul>" + "<div>" * N + "<li>a" * N),
    ("a.html", "<a " * N),
    ("a.html", "<a b='" * N),
    ("a.html", '<a x=">"' * N),
    ("a.html", "<!--" * N),
    ("a.html", "<![" * N),
    ("a.html", "&amp" * N),
    ("a.html", "a" + " " * N + "b"),
    ("a.html", "<table>" + "<tr>" + "<td>a" * 10 * N),
    ("a.html", "<script>" + "</s" * N),
    ("a.html", "<p>a</p>" + " " * N + "<p>b</p>" * N),
    ("a.html", "a<p>b</p> " * N),
]


@pytest.mark.parametrize(("name", "source"), HOSTILE, ids=[f"{n}-{s[:12]!r}" for n, s in HOSTILE])
def test_what_is_nested_or_never_closed(name: str, source: str) -> None:
    begun = time.process_time()
    sound(parsed(name, source))
    # Where time grows with the square these take minutes.
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt", "a.mdx"])
def test_one_paragraph_of_twenty_megabytes(name: str) -> None:
    document = parsed(name, "The ferry sailed at noon. " * 800_000)
    assert len(document.blocks) == 1
    assert len(document.text(document.blocks[0])) == 20_799_999


@pytest.mark.parametrize("name", ["a.md", "a.mdx", "a.html", "a.txt"])
@given(data=st.binary(max_size=60) | st.binary(max_size=60).map(lambda b: "\ufeff<p>é ".encode() + b))
def test_any_bytes_make_a_sound_document_or_a_clear_answer(name: str, data: bytes) -> None:
    try:
        sound(read(name, data))
    except UserError as error:
        assert "\n" not in str(error)
