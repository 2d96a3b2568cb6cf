"""Front matter: fields with their keys, roles and places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.readers import read
from tests.readers.test_text import sound


def fields(yaml: str) -> list[tuple[str, str, str]]:
    document = read("a.md", f"---\n{yaml}\n---\n\nBody.\n".encode())
    assert document.text(document.blocks[-1]) == "Body."
    return [(b.key, b.role, document.text(b)) for b in document.blocks[:-1]]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("title: A day", [("title", "headline", "A day")]),
        ("summary: 'It''s so'", [("summary", "standfirst", "It's so")]),
        ('headline: "A \\"b\\" c"', [("headline", "headline", 'A "b" c')]),
        ("author:\n  name: Jane Roe", [("author.name", "metadata", "Jane Roe")]),
        ("byline: Jane Roe", [("byline", "byline", "Jane Roe")]),
        (
            "tags: [a, b]\nx:\n- c",
            [("tags", "metadata", "a"), ("tags", "metadata", "b"), ("x", "metadata", "c")],
        ),
        ("image:\n  caption: The cat.", [("image.caption", "caption", "The cat.")]),
        ("dek: >-\n  One\n  two", [("dek", "standfirst", "One two")]),
        ("dek: |\n  One\n  two", [("dek", "standfirst", "One\ntwo")]),
        ("dek: One\n  two", [("dek", "standfirst", "One two")]),
        ("empty:\nn: 1\n", [("n", "metadata", "1")]),
        ("a: &x b\nc: *x", [("a", "metadata", "b")]),
        ("a: [", []),
        ("{{ x }}: {%", []),
        ("a: " + "[" * 5000, []),
    ],
)
def test_fields(yaml: str, expected: list[tuple[str, str, str]]) -> None:
    assert fields(yaml) == expected


def test_metadata_maps_key_to_value() -> None:
    document = read("a.md", b"---\ntitle: One\nauthor: {name: Jane}\n---\n")
    assert dict(document.metadata) == {"title": "One", "author.name": "Jane"}


@pytest.mark.parametrize(
    "yaml", ["x: é😀 word y", 'x: "é \\" word y"', "x: >\n  é\n  word\n  y", "x:\r\n- é\r\n- word"]
)
def test_a_word_in_a_field_knows_its_place(yaml: str) -> None:
    document = read("a.md", f"---\n{yaml}\n---\n".encode())
    at = document.prose.index("word")
    assert document.source[slice(*document.span(at, at + 4))] == "word"


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("---\n\nNo fields.\n", "No fields."),
        ("+++\nno toml\n+++\nBody.", "Body."),
        ("---\n---\nBody.", "Body."),
        ("Text.\n\n---\n\na: b\n\n---\n", "Text."),
    ],
)
def test_the_body_is_never_hidden(source: str, first: str) -> None:
    document = read("a.md", source.encode())
    assert document.text(document.blocks[0]) == first


@given(
    st.lists(
        st.sampled_from(
            ["a", ": ", "- ", "\n", "  ", '"', "'", "\\", "|", ">", "[", "{", "}", "&x", "*x", "é", "#"]
        )
    )
)
def test_any_front_matter_makes_a_sound_document(parts: list[str]) -> None:
    document = read("a.md", f"---\n{''.join(parts)}\n---\nBody.\n".encode())
    sound(document)
