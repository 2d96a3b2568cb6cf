"""Front matter: fields with their keys, roles and places."""

from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stylelint.readers import read
from stylelint.readers.jsonfields import json_fields
from stylelint.readers.tomlfields import toml_fields
from stylelint.readers.yamlfields import _walk, simple_fields
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
    ("yaml", "expected"),
    [
        (
            'x: "One\\\n  two\\\n  \\ three"',
            [("One", "One"), ("two", "two"), (" ", "\\ "), ("three", "three")],
        ),
        ('x: "A\n  b\n\n  c"', [("A", "A"), (" ", "\n  "), ("b", "b"), ("\n", "\n\n  "), ("c", "c")]),
        (
            'x: "\\u201cA\\x41\\u201d\\_b"',
            [("“", "\\u201c"), ("A", "A"), ("A", "\\x41"), ("”", "\\u201d"), ("\xa0", "\\_"), ("b", "b")],
        ),
    ],
)
def test_what_is_escaped_in_double_quotes_is_one_piece_each(
    yaml: str, expected: list[tuple[str, str]]
) -> None:
    document = read("a.md", f"---\n{yaml}\n---\n".encode())
    source, prose = document.source, document.prose
    seen = [(prose[p.start : p.end], source[slice(*p.source)]) for p in document.pieces or ()]
    assert [text for text, _ in seen] == [text for text, _ in expected]
    assert [there for _, there in seen] == [there for _, there in expected]


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


TOML = """+++
title = "A \\"day\\" \\u00e9 out" # why
tags = ["a", 'b', [ "c" ], 4]
date = 2024-05-01T10:00:00Z
dek = \"\"\"
One \\
   two
three\"\"\"
raw = '''It's \\n'''
author = { name = "Jane Roe", "x.y" = true }
[image]
caption = "The cat."
[[people]]
name = "Joe"
a.b = 1
+++
Body.
"""


def test_toml() -> None:
    document = read("a.md", TOML.encode())
    assert [(b.key, b.role, document.text(b)) for b in document.blocks] == [
        ("title", "headline", 'A "day" é out'),
        ("tags", "metadata", "a"),
        ("tags", "metadata", "b"),
        ("tags", "metadata", "c"),
        ("tags", "metadata", "4"),
        ("date", "metadata", "2024-05-01T10:00:00Z"),
        ("dek", "standfirst", "One two\nthree"),
        ("raw", "metadata", "It's \\n"),
        ("author.name", "metadata", "Jane Roe"),
        ("author.x.y", "metadata", "true"),
        ("image.caption", "caption", "The cat."),
        ("people.name", "metadata", "Joe"),
        ("people.a.b", "metadata", "1"),
        ("", "paragraph", "Body."),
    ]
    for word in ("day", "three", "Roe", "cat"):
        at = document.prose.index(word)
        assert document.source[slice(*document.span(at, at + len(word)))] == word


@pytest.mark.parametrize("fence", ["{}", "---json\n{}\n---", ";;;\n{}\n;;;"])
def test_json(fence: str) -> None:
    fields = (
        '{"title": "A \\u00e9 \\ud83d\\ude00 \\"b\\"", "n": [1, {"caption": "The cat."}], "x": null, "y": {}}'
    )
    document = read("a.md", (fence.replace("{}", fields) + "\n\nBody.\n").encode())
    assert [(b.key, b.role, document.text(b)) for b in document.blocks] == [
        ("title", "headline", 'A é 😀 "b"'),
        ("n", "metadata", "1"),
        ("n.caption", "caption", "The cat."),
        ("x", "metadata", "null"),
        ("", "paragraph", "Body."),
    ]
    at = document.prose.index("😀")
    assert document.source[slice(*document.span(at, at + 1))] == "\\ud83d\\ude00"


@pytest.mark.parametrize("source", ["{{< a >}}\n\nBody.", '{"a": }\n\nBody.', '{"a": 1} Body.', ";;;\nBody."])
def test_what_only_looks_like_json_is_the_body(source: str) -> None:
    document = read("a.md", source.encode())
    assert not document.metadata
    assert "Body." in document.text(document.blocks[-1])


_VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.integers() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("ab.é ", max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


def _flat(value: object, key: str = "") -> list[tuple[str, str]]:
    """Return the values of data with their keys, as readers do."""
    if isinstance(value, dict):
        pairs = [(f"{key}.{k or '?'}" if key else k or "?", v) for k, v in value.items()]
        return [one for k, v in pairs for one in _flat(v, k)]
    if isinstance(value, list):
        return [one for v in value for one in _flat(v, key)]
    said = str(value).lower() if isinstance(value, bool) else str(value)
    return [(key, said)] if said.strip() else []


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), _VALUES, max_size=4), st.booleans())
def test_json_is_read_as_json_is(data: dict[str, object], ascii_only: bool) -> None:
    text = json.dumps(data, ensure_ascii=ascii_only, indent=1)
    assert [(f.key, f.value) for f in json_fields(text, 0, len(text))] == _flat(data)


_TOML_LINES = st.lists(
    st.sampled_from(
        [
            'a{} = "b \\" \\\\ \\t \\u00e9"',
            "b{} = 'c \\n'",
            'c{} = """\nd\n "e" """',
            "d{} = '''\nf'''",
            "e{} = 1000",
            "f{} = [1, 'a', [\"b\"], # c\n ]",
            "g{} = {{x = 1, y.z = 'a'}}",
            "[t{}]",
            "[[u{}]]",
            "# x",
            "",
            "h{}.'i j'.k = true",
            'l{} = """a\\\n   b"""',
            'm{} = """"q"" """',
            "n{} = 2024-05-01 10:00:00",
            "[v{}.'w x']",
        ]
    )
)


@given(_TOML_LINES)
def test_toml_is_read_as_toml_is(lines: list[str]) -> None:
    text = "".join(line.format(n) + "\n" for n, line in enumerate(lines))
    fields = {f.key: f.value for f in toml_fields(text, 0, len(text))}
    assert fields == dict(_flat(tomllib.loads(text)))


_YAML_LINES = st.lists(
    st.sampled_from(
        [
            "a: b",
            "a: 'b c'",
            'a: "b c" ',
            "a:",
            "- b",
            "  - b: c",
            "  - 'b'",
            "    - c",
            "# d",
            "",
            "a: b: c",
            "a: b #c",
            "a: b # c",
            "a: b#c",
            "a: http://b.c",
            "a: b:",
            " a: b",
            "a:  b  ",
            "- a",
            "a: 'it''s'",
            "a: -1",
            'a: "b\\n"',
            "a: é“b”",
            "a: [b, c]",
            "a: >\n  b\n  c",
            "a: b\r",
            "b",
            "a: ''",
            "? a",
            "a : b",
            "a:b",
            "-",
            "a: *x",
            "a: b\n  c",
            "x: 'a' b",
            "a: 1.0",
            "a: =",
            "a: (b)",
            "a: b\tc",
            "a: \x85",
            "a: \ufeffb",
            "a:",
            "  b: c",
            "  b:",
            "  b: 'c'",
            "  - b",
            "    b: c",
            "  b: c: d",
            "  c d",
            "  #c",
            "   c:",
            "    c: d",
            "     'c\\'' d ",
            '  c"',
            '  c: #d" ',
            'a: "b',
            "a: b\xa0",
            "a: -b",
            "  - -b",
            '  - " b',
        ]
    )
)


@given(_YAML_LINES)
def test_simple_yaml_is_read_as_yaml_is(lines: list[str]) -> None:
    text = "".join(line + "\n" for line in lines)
    simple = simple_fields(text, 0, len(text))
    if simple is not None:
        slow = [
            (f.key, f.value.strip(), "".join(t for t, _, _ in f.steps)) for f in _walk(text, 0, len(text))
        ]
        assert [(f.key, f.value.strip(), "".join(t for t, _, _ in f.steps).strip()) for f in simple] == slow


def test_a_value_folded_over_two_lines_keeps_every_place() -> None:
    document = read("a.md", b"---\ntitle: The boat\n  sank\n---\nBody.\n")
    sound(document)
    block = document.blocks[0]
    assert document.text(block).split() == ["The", "boat", "sank"]
    at = document.prose.index("sank")
    assert document.source[slice(*document.span(at, at + 4))] == "sank"
